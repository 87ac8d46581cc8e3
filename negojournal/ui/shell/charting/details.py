"""What stands under a chart: its caption, and what else can be said."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from negojournal.ui.widgets.leaving import empty
from negojournal.ui.widgets.text import Text, TextRole
from negojournal.ui.widgets.theme import look, spaced

WIDE = 760
"""Width of a sentence under a chart: wider than running text, as each stands on a line of its own."""


class Details(QWidget):
    """Say beside a chart what it carries."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._caption = Text(role=TextRole.SMALL)
        self._caption.setMaximumWidth(WIDE)
        self._said = QWidget()
        self._column = spaced(QVBoxLayout(self._said), gap=look().theme.spacing.step)
        column = spaced(QVBoxLayout(self))
        column.addWidget(self._caption)
        column.addWidget(self._said)

    def show_details(self, caption: str, said: Sequence[QWidget]) -> None:
        """Show a caption, and other parts below it."""
        self._caption.setText(caption)
        empty(self._column)
        for part in said:
            self._column.addWidget(part)
        self._said.setVisible(bool(said))


def sentence(words: str, role: TextRole = TextRole.BODY) -> Text:
    """Return a sentence that stands on a line of its own."""
    text = Text(words, role)
    text.setMaximumWidth(WIDE)
    return text
