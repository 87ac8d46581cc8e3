"""The index beside the form: what is filled in, and a way there."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon, QPixmap
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from negojournal.ui.editor.section import OutlineLine
from negojournal.ui.widgets.icon import Ink, icon
from negojournal.ui.widgets.theme import font, look
from negojournal.ui.widgets.tip import tip

KEY = Qt.ItemDataRole.UserRole


class Outline(QListWidget):
    """List the parts of the form; a click or Enter goes there."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: tuple[OutlineLine, ...] = ()
        self.setAccessibleName(self.tr("Parts of the form"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        side = look().theme.target.icon
        self.setIconSize(QSize(side, side))
        blank = QPixmap(side, side)
        blank.fill(Qt.GlobalColor.transparent)
        self._filled, self._empty = icon("check", Ink.ACCENT), QIcon(blank)
        self.itemClicked.connect(self._on_chosen)
        self.itemActivated.connect(self._on_chosen)

    def show_lines(self, lines: Sequence[OutlineLine]) -> None:
        """Show what is filled in."""
        if [line.key for line in lines] != [line.key for line in self._lines]:
            self._build(lines)
        for at, line in enumerate(lines):
            item = self.item(at)
            if not line.is_heading:
                item.setIcon(self._filled if line.summary else self._empty)
            item.setToolTip(tip(line.summary))
            said = line.summary or self.tr("empty")
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{line.title}, {said}")
        self._lines = tuple(lines)

    def show_place(self, key: str) -> None:
        """Mark the part in which the keyboard is."""
        for at, line in enumerate(self._lines):
            if line.key == key:
                self.setCurrentRow(at)

    def _build(self, lines: Sequence[OutlineLine]) -> None:
        self.clear()
        for line in lines:
            item = QListWidgetItem(line.title, self)
            item.setData(KEY, line.key)
            item.setSizeHint(QSize(0, look().theme.target.control))
            if line.is_heading:
                item.setFont(font(bold=True))

    def _on_chosen(self, item: QListWidgetItem) -> None:
        self.chosen.emit(item.data(KEY))
