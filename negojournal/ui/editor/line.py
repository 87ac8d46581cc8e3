"""A line to type into that is shown a text without moving the cursor for nothing."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit


class Line(QLineEdit):
    """Type one line of text."""

    def show_text(self, text: str) -> None:
        """Show a text; the same text again leaves the cursor where it is."""
        if text != self.text():
            self.setText(text)
