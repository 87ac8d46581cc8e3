"""What was typed just before the end is kept on every page that one writes on."""

from contextlib import closing

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from negojournal.errors import JournalError
from negojournal.service.journal import open_journal


def test_a_strategy_typed_just_before_the_window_is_closed_is_kept(opened, setup, resources):
    program = opened()
    program.parts.navigation.go("strategy")
    program.parts.worker.drain()
    QTest.keyClicks(QApplication.focusWidget(), "Ask first")
    program.parts.window.close()
    program.end()
    with closing(open_journal(setup.journal, resources)) as journal:
        assert [note.text for note in journal.notes.strategy()] == ["Ask first"]


def test_the_window_stays_when_a_strategy_could_not_be_stored(opened, monkeypatch):
    def full(*_):
        raise JournalError("The disk is full.")

    program = opened()
    program.parts.navigation.go("strategy")
    program.parts.worker.drain()
    QTest.keyClicks(QApplication.focusWidget(), "Ask first")
    with monkeypatch.context() as world:
        world.setattr(program._journal.notes, "revise", full)
        assert not program.ending.may_close()
    assert program.ending.may_close()
