"""What was typed just before the end is kept on every page that one writes on."""

from contextlib import closing

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

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
