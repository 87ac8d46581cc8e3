"""Let Ctrl+Z take back typing first, and changes of the journal where there is no typing to take back."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget


class TextUndo(QObject):
    """Watch the text field with the focus; some claim the keys for themselves even when they have nothing to undo.

    `is_form` tells whether the form is on screen: there, the keys mean typing only.
    """

    def __init__(self, app: QApplication, window: QWidget, is_form: Callable[[], bool]) -> None:
        super().__init__(window)
        self._is_form = is_form
        app.focusChanged.connect(self._on_focus_changed)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Give the keys to the field when they can do something there, or on the form; to the menu otherwise."""
        if event.type() is not QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
            return False
        undo, redo = event.matches(QKeySequence.StandardKey.Undo), event.matches(QKeySequence.StandardKey.Redo)
        if not undo and not redo:
            return False
        event.setAccepted(self._is_form() or (can_undo(watched) if undo else can_redo(watched)))
        return True

    def _on_focus_changed(self, old: QWidget | None, new: QWidget | None) -> None:
        if old is not None and is_text(old):
            old.removeEventFilter(self)
        if new is not None and is_text(new):
            new.installEventFilter(self)


def is_text(widget: object) -> bool:
    """Tell whether a widget is typed into."""
    return isinstance(widget, QLineEdit | QPlainTextEdit | QTextEdit)


def can_undo(widget: object) -> bool:
    """Tell whether a text field has typing to take back."""
    if isinstance(widget, QLineEdit):
        return widget.isUndoAvailable()
    return isinstance(widget, QPlainTextEdit | QTextEdit) and widget.document().isUndoAvailable()


def can_redo(widget: object) -> bool:
    """Tell whether a text field has typing to do again."""
    if isinstance(widget, QLineEdit):
        return widget.isRedoAvailable()
    return isinstance(widget, QPlainTextEdit | QTextEdit) and widget.document().isRedoAvailable()
