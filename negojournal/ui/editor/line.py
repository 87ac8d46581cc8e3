"""A line to type into that is shown a text without moving the cursor for nothing, and from its beginning."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit

PASSING = {Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason, Qt.FocusReason.MenuBarFocusReason}
"""Why a line loses the keyboard that will come back to it."""


class Line(QLineEdit):
    """Type one line of text; Ctrl+Backspace where there is nothing to delete is left to what is around it.

    A text that is longer than the line is seen from its beginning, and gone on with at its end.
    """

    def show_text(self, text: str) -> None:
        """Show a text; the same text again leaves the cursor where it is."""
        if text != self.text():
            self.setText(text)
            if not self.hasFocus():
                self.home(False)  # noqa: FBT003 - Qt's own

    def problem(self) -> str:
        """Return what is wrong with what is typed, or nothing."""
        return ""

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Go on at the end, unless the keyboard or the pointer says where."""
        if event.reason() == Qt.FocusReason.OtherFocusReason:
            self.end(False)  # noqa: FBT003 - Qt's own
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show the text from its beginning again."""
        super().focusOutEvent(event)
        if event.reason() not in PASSING:
            self.home(False)  # noqa: FBT003 - Qt's own

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Type."""
        if is_rub_out(event) and not self.text():
            event.ignore()
        else:
            super().keyPressEvent(event)


def is_rub_out(event: QKeyEvent) -> bool:
    """Tell whether the key is Ctrl+Backspace."""
    return event.key() == Qt.Key.Key_Backspace and event.modifiers() == Qt.KeyboardModifier.ControlModifier
