"""A box to choose one entry of a longer list from."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QWidget

from negojournal.domain.catalog import Choice, Entry

SHORTEST = 20
"""For how many characters a box asks room; a longer entry is cut rather than the form made wider."""


class ChoiceBox(QComboBox):
    """Choose one entry or none; the wheel scrolls the form, it changes nothing in passing."""

    def __init__(self, nothing: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._nothing = nothing
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(SHORTEST)
        self.show_entries(())

    def show_entries(self, entries: Sequence[Entry | Choice]) -> None:
        """Offer these entries, behind the choice of none."""
        self.clear()
        self.addItem(self._nothing, None)
        for entry in entries:
            self.addItem(entry.label, entry.key)

    def chosen(self) -> str | None:
        """Return the key that is chosen."""
        key: str | None = self.currentData()
        return key

    def show_chosen(self, key: str | None) -> None:
        """Show a choice."""
        self.setCurrentIndex(max(self.findData(key), 0))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the form."""
        event.ignore()
