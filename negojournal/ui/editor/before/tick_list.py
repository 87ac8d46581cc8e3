"""A few things of which any number may be ticked."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QCheckBox, QWidget

from negojournal.domain.catalog import Entry
from negojournal.ui.widgets.flow_layout import FlowLayout
from negojournal.ui.widgets.leaving import take_out
from negojournal.ui.widgets.theme import look
from negojournal.ui.widgets.tip import tip


class TickList(QWidget):
    """Tick entries; they are read in the order in which they were shown, new ones behind."""

    edited = Signal()
    rearranged = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._order: tuple[str, ...] = ()
        self._entries: tuple[Entry, ...] = ()
        self._boxes: dict[str, QCheckBox] = {}
        self._flow = FlowLayout(self, gap=look().theme.spacing.between)

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Offer these entries."""
        if tuple(entries) == self._entries:
            return
        ticked = self.keys()
        for box in self._boxes.values():
            take_out(box, self._flow)
        self._entries = tuple(entries)
        self._boxes = {entry.key: self._box(entry) for entry in entries}
        self.show_keys(ticked)
        self.rearranged.emit()

    def show_keys(self, keys: Sequence[str]) -> None:
        """Tick these."""
        self._order = tuple(keys)
        for key, box in self._boxes.items():
            box.setChecked(key in keys)

    def keys(self) -> tuple[str, ...]:
        """Return the keys that are ticked."""
        ticked = [key for key, box in self._boxes.items() if box.isChecked()]
        return tuple(sorted(ticked, key=lambda key: self._order.index(key) if key in self._order else len(self._order)))

    def focusInEvent(self, _event: QFocusEvent) -> None:
        """Hand the keyboard to the first."""
        for box in tuple(self._boxes.values())[:1]:
            box.setFocus()

    def _box(self, entry: Entry) -> QCheckBox:
        box = QCheckBox(entry.label.replace("&", "&&"), self)
        box.setAccessibleName(entry.label)
        box.setToolTip(tip(entry.hint or ""))
        box.setMinimumHeight(look().theme.target.least)
        box.clicked.connect(self.edited)
        self._flow.addWidget(box)
        box.show()
        return box
