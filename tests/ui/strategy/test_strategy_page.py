"""The page of the user's own strategy, driven by keyboard."""

from datetime import date

import pytest
import time_machine
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QComboBox, QLabel, QPushButton

from negojournal.domain.change import Change
from negojournal.errors import JournalError
from negojournal.ui.strategy.strategy_page import StrategyPage
from negojournal.ui.widgets.fold import Fold
from negojournal.ui.widgets.text_area import TextArea

pytestmark = pytest.mark.usefixtures("themed")


@pytest.fixture
def page(qtbot, workspace, journal):
    one = StrategyPage(workspace)
    workspace.bus.changed.connect(one.on_changed)
    qtbot.addWidget(one)
    one.show_journal(journal)
    one.show()
    one.focus_start()
    return one


def button(page, name):
    return next(one for one in page.findChildren(QPushButton) if one.text() == name)


def revisions(journal):
    return [(note.key, note.text) for note in journal.notes.strategy()]


def test_what_is_typed_is_kept_by_itself(page, qtbot, journal):
    qtbot.keyClicks(page.findChild(TextArea), "Interests first")
    assert revisions(journal) == []
    qtbot.waitUntil(lambda: bool(revisions(journal)))
    assert [text for _, text in revisions(journal)] == ["Interests first"]


def test_it_is_kept_at_once_by_its_key_and_on_leaving(page, qtbot, journal):
    area = page.findChild(TextArea)
    qtbot.keyClicks(area, "One")
    page.commands()["keep"]()
    assert revisions(journal)[0][1] == "One"
    page.commands()["keep"]()
    qtbot.keyClicks(area, " two")
    page.hide()
    assert revisions(journal)[0][1] == "One two"
    assert journal.history.undo_label == "changing your strategy"


def test_a_revision_for_each_day_and_the_earlier_ones_below(page, qtbot, journal, workspace):
    journal.notes.revise("Be brief", date(2026, 6, 1))
    page.refresh()
    assert not any(not fold.isHidden() for fold in page.findChildren(Fold))
    with time_machine.travel("2026-09-02 10:00", tick=False):
        button(page, "It still holds").click()
    assert revisions(journal) == [("2026-09-02", "Be brief"), ("2026-06-01", "Be brief")]
    assert workspace.messages.said[-1][1] == "Looked at today; it holds."
    assert any("2 Sep 2026" in label.text() for label in page.findChildren(QLabel))
    QCoreApplication.processEvents()
    assert len([fold for fold in page.findChildren(Fold) if not fold.isHidden()]) == 1


def test_without_a_text_nothing_can_hold(page, qtbot):
    assert not button(page, "It still holds").isEnabled()


def test_the_focus_of_the_month_is_chosen(page, qtbot, journal):
    box = page.findChild(QComboBox)
    assert box.currentText() == "None"
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_Down)
    box.activated.emit(box.currentIndex())
    assert journal.notes.focus() == box.currentData()
    page.refresh()
    assert box.currentData() == journal.notes.focus()


def test_what_is_being_typed_stays_when_the_page_reads_again(page, qtbot, journal):
    area = page.findChild(TextArea)
    qtbot.keyClicks(area, "Half a")
    page.on_changed(Change())
    page.on_changed(Change(notes=True))
    assert area.text() == "Half a"


def test_what_was_written_elsewhere_meanwhile_is_kept_as_well(page, qtbot, journal):
    qtbot.keyClicks(page.findChild(TextArea), "Interests first")
    journal.notes.revise("Theirs")
    page.keep_now()
    assert journal.notes.strategy()[0].text == "Theirs\n\nInterests first"


def test_what_could_not_be_kept_stays_and_is_kept_when_tried_again(page, qtbot, journal, workspace, monkeypatch):
    def full(text, day, base):
        raise JournalError("The disk is full.")

    qtbot.keyClicks(page.findChild(TextArea), "Interests first")
    with monkeypatch.context() as world:
        world.setattr(journal.notes, "revise", full)
        page.keep_now()
    page.refresh()
    assert workspace.messages.said[-1] == ("error", "The disk is full.")
    assert (page.findChild(TextArea).text(), page.is_kept(), revisions(journal)) == ("Interests first", False, [])
    workspace.messages.retry()
    assert (page.is_kept(), [text for _, text in revisions(journal)]) == (True, ["Interests first"])
