"""The page Today, by keyboard."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
import time_machine
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from negojournal.domain.agenda import Agenda, Errand, Waiting
from negojournal.domain.catalog import Catalog, Entry, EntryKind
from negojournal.domain.change import Change
from negojournal.domain.draft import Draft
from negojournal.domain.identity import NegotiationId
from negojournal.domain.moment import Moment, moment_of, now
from negojournal.domain.preparation import Side
from negojournal.domain.summary import Intention
from negojournal.ui.today.entry_list import FEW, MORE
from negojournal.ui.today.today_page import TodayPage
from tests.builders import build_record
from tests.ui.fakes import fake_workspace

pytestmark = pytest.mark.usefixtures("themed")

DAY = date(2026, 11, 23)
INTENTION = Intention(NegotiationId("i"), "Budget", Moment("2026-11-20"), "Ask first.")


class Stand:
    """Be a journal in which things wait until they are done."""

    def __init__(self, *errands, drafts=(), intention=None, focus=None):
        self.agenda = self.drafts = self
        self.waiting = Agenda(DAY, errands, intention, focus)
        self.kept = {draft.record.id: draft for draft in drafts}
        self.catalog = Catalog((Entry(EntryKind.TRAP, "listen", "Failing to listen"),), ())

    def today(self):
        return self.waiting

    def all(self):
        return tuple(self.kept.values())

    def drop(self, record):
        del self.kept[record]

    def keep(self, draft):
        self.kept[draft.record.id] = draft

    def keep_promise(self, record, number):
        rest = (errand for errand in self.waiting.errands if (errand.id, errand.number) != (record, number))
        self.waiting = replace(self.waiting, errands=tuple(rest))
        return Change(frozenset({record}))


def promise(number):
    what = f"Send draft {number}"
    return Errand(
        Waiting.COMMITMENT, DAY - timedelta(days=number), NegotiationId("p"), "Rent", ("Dana",), number, Side.ME, what
    )


@pytest.fixture
def page(qtbot, tmp_path):
    with time_machine.travel("2026-11-23T09:00:00+00:00", tick=False):
        one = TodayPage(fake_workspace(tmp_path))
        one.workspace.bus.changed.connect(one.on_changed)
        qtbot.addWidget(one)
        one.resize(1024 - 160, 640)
        with qtbot.waitActive(one):
            one.show()
        yield one


def words(page):
    return [label.text() for label in page.findChildren(QLabel) if label.isVisible()]


def buttons(page):
    return {button.text(): button for button in page.findChildren(QPushButton) if button.isVisible()}


def focus():
    return QApplication.focusWidget().accessibleName() or QApplication.focusWidget().text()


def press(qtbot, *keys):
    for key in keys:
        qtbot.keyClick(QApplication.focusWidget(), key)


def test_a_good_day_is_empty_and_offers_to_write(page, qtbot):
    page.focus_start()
    page.show_journal(Stand())
    assert "Nothing waits" in words(page)
    assert buttons(page)["New review"].hasFocus()
    press(qtbot, Qt.Key.Key_Return)
    assert page.workspace.navigator.calls == [("edit", None)]


def test_what_is_meant_and_the_focus_are_shown_when_nothing_else_waits(page):
    page.focus_start()
    page.show_journal(Stand(intention=INTENTION, focus="listen"))
    assert "Nothing waits." in words(page)
    assert "Ask first." in words(page)
    assert "Failing to listen" in words(page)
    assert buttons(page)["Open the review"].hasFocus()
    buttons(page)["Open the review"].click()
    buttons(page)["Change the focus"].click()
    assert page.workspace.navigator.calls == [("open_record", INTENTION.id), ("go", "strategy")]


def test_what_is_only_offered_does_not_ask_to_be_done(page):
    page.show_journal(Stand(Errand(Waiting.DEEPEN, None, NegotiationId("d"), "Call")))
    QApplication.processEvents()
    assert "Nothing waits." in words(page)
    assert buttons(page)["Write more"].property("kind") == "plain"
    page.show_journal(Stand(promise(1)))
    QApplication.processEvents()
    assert "Nothing waits." not in words(page)
    assert buttons(page)["Kept"].property("kind") == "main"


def test_enter_opens_the_review_of_a_plan(page, qtbot):
    page.focus_start()
    plan = Errand(Waiting.REVIEW, DAY, NegotiationId("r"), "Budget", ("Dana",))
    page.show_journal(Stand(plan, promise(1)))
    assert focus() == "Review: Budget"
    press(qtbot, Qt.Key.Key_Return)
    assert page.workspace.navigator.calls == [("review", plan.id)]


def test_arrows_go_from_thing_to_thing_and_tab_to_what_else_can_be_done(page, qtbot):
    page.focus_start()
    page.show_journal(Stand(promise(1), promise(2)))
    press(qtbot, Qt.Key.Key_Up)
    assert focus() == "Kept: Send draft 1"
    press(qtbot, Qt.Key.Key_Down)
    assert focus() == "Kept: Send draft 2"
    press(qtbot, Qt.Key.Key_Tab)
    assert focus() == "Not kept: Send draft 2"
    press(qtbot, Qt.Key.Key_Up)
    assert focus() == "Kept: Send draft 1"


def test_what_is_done_leaves_and_the_keyboard_comes_to_the_next(page, qtbot):
    page.focus_start()
    page.show_journal(Stand(promise(1), promise(2), promise(3)))
    press(qtbot, Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert page.workspace.messages.said == [("undoable", "Kept: “Send draft 2”.")]
    assert "Send draft 2" not in words(page)
    assert focus() == "Kept: Send draft 3"
    press(qtbot, Qt.Key.Key_Return)
    assert focus() == "Kept: Send draft 1"
    press(qtbot, Qt.Key.Key_Return)
    assert "Nothing waits" in words(page)
    assert buttons(page)["New review"].hasFocus()


def test_who_comes_back_goes_on_where_they_were(page, qtbot):
    page.focus_start()
    page.show_journal(Stand(promise(1), promise(2), promise(3)))
    press(qtbot, Qt.Key.Key_Down, Qt.Key.Key_Tab, Qt.Key.Key_Tab, Qt.Key.Key_Return)
    assert page.workspace.navigator.calls == [("edit", ("p", "commitments"))]
    page.setFocus()
    page.focus_start()
    assert focus() == "Kept: Send draft 2"


def test_the_last_of_its_kind_leaves_the_keyboard_to_the_next_kind(page, qtbot):
    page.focus_start()
    look = Errand(Waiting.FOLLOW_UP, DAY, NegotiationId("f"), "Scope", (), 0)
    page.show_journal(Stand(promise(1), look, Errand(Waiting.DEEPEN, None, NegotiationId("d"), "Call")))
    QApplication.processEvents()
    press(qtbot, Qt.Key.Key_Return)
    assert focus() == "Look again: Scope"


def test_a_long_group_shows_a_few_and_all_when_asked(page, qtbot):
    page.focus_start()
    page.show_journal(Stand(*(promise(number) for number in range(FEW + 3))))
    press(qtbot, *[Qt.Key.Key_Down] * FEW)
    assert focus() == "And 3 more"
    press(qtbot, Qt.Key.Key_Return)
    assert focus() == f"Kept: Send draft {FEW}"
    assert "And 3 more" not in buttons(page)
    press(qtbot, *[Qt.Key.Key_Down] * 9)
    assert focus() == f"Kept: Send draft {FEW + 2}"
    button = QApplication.focusWidget()
    view = page._scroll.viewport()
    assert view.rect().contains(button.mapTo(view, button.rect().center()))
    press(qtbot, *[Qt.Key.Key_Up] * 9)
    assert page._scroll.verticalScrollBar().value() == 0
    page.refresh()
    assert "And 3 more" not in buttons(page)


def test_a_very_long_group_shows_more_each_time_it_is_asked(page, qtbot):
    page.focus_start()
    page.show_journal(Stand(*(promise(number) for number in range(FEW + 2 * MORE))))
    press(qtbot, *[Qt.Key.Key_Down] * FEW, Qt.Key.Key_Return)
    assert focus() == f"Kept: Send draft {FEW}"
    press(qtbot, *[Qt.Key.Key_Down] * MORE)
    assert focus() == f"And {MORE} more"
    press(qtbot, Qt.Key.Key_Return, *[Qt.Key.Key_Down] * MORE)
    assert focus() == f"Kept: Send draft {FEW + 2 * MORE - 1}"


def test_drafts_are_continued_or_discarded_by_keyboard(page, qtbot):
    drafts = [Draft(build_record(number), "", is_new=True, saved_at=moment_of(now())) for number in (1, 2)]
    journal = Stand(drafts=drafts)
    page.focus_start()
    page.show_journal(journal)
    press(qtbot, Qt.Key.Key_Return)
    assert page.workspace.navigator.calls == [("continue_draft", drafts[0])]
    press(qtbot, Qt.Key.Key_Tab, Qt.Key.Key_Return)
    assert journal.all() == (drafts[1],)
    assert focus().startswith("Continue: ")
    page.workspace.messages.undo()
    assert len(journal.all()) == 2
