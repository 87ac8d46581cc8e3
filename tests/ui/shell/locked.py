"""An encrypted journal and its window, for tests of locking."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from negojournal.ui.shell.start.unlock import Unlock

CONTROL = Qt.KeyboardModifier.ControlModifier
PARTS = ("correct", " horse", " battery")


def secret():
    """Return the passphrase; nothing in the program's memory need be this very text."""
    return "".join(PARTS)


def page(door):
    """Return the page that asks."""
    shown = door._program.parts.places.currentWidget()
    assert isinstance(shown, Unlock)
    return shown


def is_locked(door):
    return door._program is not None and isinstance(door._program.parts.places.currentWidget(), Unlock)


def type_passphrase(door, qtbot, text):
    qtbot.waitUntil(lambda: not page(door)._is_opening)
    qtbot.keyClicks(door.window.focusWidget(), text)
    qtbot.keyClick(door.window.focusWidget(), Qt.Key.Key_Return)


def unlock(door, qtbot, text=None):
    type_passphrase(door, qtbot, text or secret())
    qtbot.waitUntil(lambda: not is_locked(door))
    door._program.parts.worker.drain()


def press(door, key, modifiers=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(door.window.windowHandle(), key, modifiers)


def lock(door, qtbot):
    press(door, Qt.Key.Key_L, CONTROL)
    qtbot.waitUntil(lambda: is_locked(door))


def said(widget):
    return " ".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())
