"""One negotiation, from its plan to the look back after ninety days, as Today shows it."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
import time_machine
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from negojournal.domain.agreement import Agreement, Commitment, FollowUp
from negojournal.domain.moment import Moment
from negojournal.domain.negotiation import Status
from negojournal.domain.preparation import Side
from negojournal.ui.today.today_page import TodayPage
from tests.ui.fakes import fake_workspace, open_memory_journal

pytestmark = pytest.mark.usefixtures("themed")

MONDAY = date(2026, 11, 23)


@pytest.fixture
def clock():
    with time_machine.travel("2026-11-23T09:00:00+00:00", tick=False) as clock:
        yield clock


@pytest.fixture
def journal(clock):
    one = open_memory_journal()
    yield one
    one.close()


@pytest.fixture
def page(qtbot, tmp_path, journal):
    one = TodayPage(fake_workspace(tmp_path, journal.catalog))
    one.workspace.bus.changed.connect(one.on_changed)
    qtbot.addWidget(one)
    with qtbot.waitActive(one):
        one.show()
    one.show_journal(journal)
    return one


def go_on(page, clock, days):
    """Let days pass, as the window notices them."""
    clock.shift(timedelta(days=days))
    page.refresh()
    page.focus_start()
    QApplication.processEvents()


def press(qtbot, *keys):
    for key in keys:
        qtbot.keyClick(QApplication.focusWidget(), key)
        QApplication.processEvents()


def words(page):
    QApplication.processEvents()
    return [label.text() for label in page.findChildren(QLabel) if label.isVisible()]


def focus():
    return QApplication.focusWidget().accessibleName() or QApplication.focusWidget().text()


def test_each_step_appears_when_it_is_due_and_leaves_when_it_is_done(page, journal, clock, qtbot):
    calls = page.workspace.navigator.calls
    plan = replace(journal.records.new(Status.PLANNED, Moment("2026-11-25")), title="Rent", counterparts=("Dana",))
    page.workspace.bus.tell(journal.records.save(plan))
    page.focus_start()
    assert "Coming up" in words(page)
    assert focus() == "Open: Rent"

    go_on(page, clock, 3)
    assert "How did it go?" in words(page)
    press(qtbot, Qt.Key.Key_Return)
    assert calls.pop() == ("review", plan.id)

    promises = (
        Commitment(Side.ME, "Send the draft", due_on=MONDAY + timedelta(days=5)),
        Commitment(Side.THEM, "Sign it", due_on=MONDAY + timedelta(days=5)),
    )
    looks = tuple(FollowUp(due_on=MONDAY + timedelta(days=days)) for days in (32, 92))
    review = replace(
        journal.plans.as_review(journal.records.get(plan.id)),
        agreement=Agreement(commitments=promises),
        follow_ups=looks,
    )
    page.workspace.bus.tell(journal.records.save(review, base=review.updated_at))
    assert "How did it go?" not in words(page)
    assert "due 28 Nov 2026 · yours · Rent · Dana" in words(page)

    go_on(page, clock, 3)
    assert "a day late · yours · Rent · Dana" in words(page)
    assert focus() == "Kept: Send the draft"
    press(qtbot, Qt.Key.Key_Return)
    assert focus() == "Kept: Sign it"
    press(qtbot, Qt.Key.Key_Tab, Qt.Key.Key_Return)
    assert page.workspace.messages.said == [
        ("undoable", "Kept: “Send the draft”."),
        ("undoable", "Not kept: “Sign it”."),
    ]
    assert "Commitments" not in words(page)
    kept, broken = journal.records.get(plan.id).agreement.commitments
    assert (kept.done_on, kept.broken, broken.broken) == (date(2026, 11, 29), False, True)

    go_on(page, clock, 26)
    assert "Does it still hold?" in words(page)
    press(qtbot, Qt.Key.Key_Return)
    assert calls.pop() == ("edit", (plan.id, "follow-ups"))
    press(qtbot, Qt.Key.Key_Tab, Qt.Key.Key_Return)
    assert page.workspace.messages.said[-1] == ("undoable", "“Rent” comes back in two weeks.")
    assert "Does it still hold?" not in words(page)
    go_on(page, clock, 14)
    press(qtbot, Qt.Key.Key_Tab, Qt.Key.Key_Tab, Qt.Key.Key_Return)
    assert page.workspace.messages.said[-1] == ("undoable", "The follow-up of “Rent” was skipped.")
    assert "Does it still hold?" not in words(page)

    go_on(page, clock, 47)
    assert "Does it still hold?" in words(page)
    page.workspace.bus.tell(journal.history.undo())
    assert words(page).count("Rent") == 2
