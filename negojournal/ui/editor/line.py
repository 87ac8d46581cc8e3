"""A line to type into that is shown a text without moving the cursor for nothing."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit


class Line(QLineEdit):
    """Type one line of text; Ctrl+Backspace where there is nothing to delete is left to what is around it."""

    def show_text(self, text: str) -> None:
        """Show a text; the same text again leaves the cursor where it is."""
        if text != self.text():
            self.setText(text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Type."""
        if is_rub_out(event) and not self.text():
            event.ignore()
        else:
            super().keyPressEvent(event)


def is_rub_out(event: QKeyEvent) -> bool:
    """Tell whether the key is Ctrl+Backspace."""
    return event.key() == Qt.Key.Key_Backspace and event.modifiers() == Qt.KeyboardModifier.ControlModifier
