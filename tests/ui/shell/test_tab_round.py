"""Tab comes to everything in the real window, and back."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from negojournal.ui.editor.editor import Editor
from tests.ui.walker import name_of


def walk(held):
    """Press Tab until the keyboard is where it was before, and return what it came to."""
    seen = []
    while (name := name_of(QApplication.focusWidget())) not in seen:
        seen.append(name)
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab, held)
    assert name == seen[0]
    return seen


def test_tab_goes_round_the_whole_window_and_back(start, qtbot):
    program = start(greets=False, editor=Editor)
    qtbot.waitUntil(lambda: program._journal is not None)
    program.parts.worker.drain()
    there = walk(Qt.KeyboardModifier.NoModifier)
    assert there[0] == "Title"
    assert {"With", "Review", "Done", "New review", "Insights", "Parts of the form"} <= set(there)
    assert walk(Qt.KeyboardModifier.ShiftModifier) == ["Title", *reversed(there[1:])]
