"""What stands in for what in a coach's copy."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtWidgets import QListWidget, QVBoxLayout, QWidget

from negojournal.ui.widgets.text import Text, TextRole
from negojournal.ui.widgets.theme import look, spaced

WIDTH = 240
LONGEST = 80


class ReplacedList(QWidget):
    """Say what is replaced and by what, before the copy leaves."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedWidth(WIDTH)
        self._explanation = Text(role=TextRole.SMALL)
        self._list = QListWidget()
        self._list.setAccessibleName(self.tr("What is replaced"))
        self._list.setWordWrap(True)
        column = spaced(QVBoxLayout(self))
        column.addWidget(Text(self.tr("What is replaced"), TextRole.STRONG))
        column.addWidget(self._explanation)
        column.addWidget(self._list, 1)
        column.setContentsMargins(look().theme.spacing.between, 0, 0, look().theme.spacing.between)

    def show_replaced(self, replaced: Iterable[tuple[str, str]]) -> None:
        """Show each name and amount with what stands in for it."""
        self._list.clear()
        self._list.addItems([f"{_short(written)} → {stand_in}" for written, stand_in in replaced])
        self._list.setVisible(self._list.count() > 0)
        some = self.tr(
            "The page on the left is all that leaves. Read it once: a nickname or a place stays as it is, and drawings "
            "keep their proportions."
        )
        none = self.tr("No name or amount is known in it. The page on the left is all that leaves; read it once.")
        self._explanation.setText(some if self._list.count() else none)


def _short(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}…"
