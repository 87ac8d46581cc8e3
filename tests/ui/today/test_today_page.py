"""The page Today over a real journal."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from negojournal import paths
from negojournal.domain.draft import Draft
from negojournal.domain.moment import moment_of, now
from negojournal.domain.review import Review
from negojournal.service.journal import open_journal
from negojournal.ui.today.today_page import TodayPage
from tests.builders import build_record
from tests.ui.fakes import fake_workspace

pytestmark = pytest.mark.usefixtures("themed")


@pytest.fixture
def journal():
    one = open_journal(None, paths.resource_folder(), None)
    yield one
    one.close()


@pytest.fixture
def page(qtbot, tmp_path):
    one = TodayPage(fake_workspace(tmp_path))
    one.workspace.bus.changed.connect(one.on_changed)
    qtbot.addWidget(one)
    with qtbot.waitActive(one):
        one.show()
    return one


def words(page):
    return [label.text() for label in page.findChildren(QLabel) if label.isVisible()]


def buttons(page):
    return {button.text(): button for button in page.findChildren(QPushButton) if button.isVisible()}


def test_a_good_day_is_empty_and_offers_to_write(page, journal, qtbot):
    page.focus_start()
    page.show_journal(journal)
    assert "Nothing waits" in words(page)
    assert buttons(page)["New review"].hasFocus()
    qtbot.keyClick(buttons(page)["New review"], Qt.Key.Key_Space)
    assert page.workspace.navigator.calls == [("edit", None)]


def test_a_draft_and_the_last_intention_wait(page, journal, qtbot):
    source = build_record(3, title="Budget", review=Review(next_time="Ask first."))
    journal.records.save(source)
    draft = Draft(build_record(4, title="Rent"), "", is_new=True, saved_at=moment_of(now()))
    journal.drafts.keep(draft)
    page.show_journal(journal)
    assert any("“Rent” is unfinished since" in text for text in words(page))
    assert "Ask first." in words(page)
    buttons(page)["Continue"].click()
    buttons(page)["Open the review"].click()
    assert page.workspace.navigator.calls == [("continue_draft", draft), ("open_record", source.id)]


def test_discarding_by_keyboard_keeps_the_keyboard_on_the_page(page, journal, qtbot):
    for number in (1, 2):
        journal.drafts.keep(Draft(build_record(number), "", is_new=True, saved_at=moment_of(now())))
    page.show_journal(journal)
    discard = next(button for button in page.findChildren(QPushButton) if button.text() == "Discard")
    discard.setFocus()
    qtbot.keyClick(discard, Qt.Key.Key_Space)
    assert len(journal.drafts.all()) == 1
    assert page.isAncestorOf(page.window().focusWidget())
    page.workspace.messages.undo()
    assert len(journal.drafts.all()) == 2
