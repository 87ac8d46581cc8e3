"""The entries of a list as Qt reads them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QSize, Qt, Signal

from negojournal.domain.catalog import Entry
from negojournal.ui.widgets.theme import look
from negojournal.ui.widgets.tip import tip

AnyIndex = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()


class EntryModel(QAbstractListModel):
    """Show entries with a tick on those that are offered.

    What the user edits is told by `renamed(key, label)` and `ticked(key, offered)`, and shown once it is kept.
    """

    renamed = Signal(str, str)
    ticked = Signal(str, bool)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._entries: tuple[Entry, ...] = ()

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Show other entries."""
        self.beginResetModel()
        self._entries = tuple(entries)
        self.endResetModel()

    def entry(self, index: AnyIndex) -> Entry | None:
        """Return the entry at an index."""
        return self._entries[index.row()] if index.isValid() else None

    def index_of(self, key: str) -> QModelIndex:
        """Return where an entry stands; an invalid index when it is not there."""
        rows = [row for row, entry in enumerate(self._entries) if entry.key == key]
        return self.index(rows[0]) if rows else QModelIndex()

    def rowCount(self, parent: AnyIndex = ROOT) -> int:
        """Return how many entries there are."""
        return 0 if parent.isValid() else len(self._entries)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's own type
        """Return label and tick."""
        entry = self.entry(index)
        if entry is None:
            return None
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole}:
            return entry.label
        if role == Qt.ItemDataRole.CheckStateRole:
            return Qt.CheckState.Unchecked if entry.hidden else Qt.CheckState.Checked
        if role == Qt.ItemDataRole.SizeHintRole:
            return QSize(0, look().theme.target.control)
        return tip(entry.hint or "") if role == Qt.ItemDataRole.ToolTipRole else None

    def setData(self, index: AnyIndex, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:  # noqa: ANN401, N802
        """Tell what the user has edited."""
        entry = self.entry(index)
        if entry is None:
            return False
        if role == Qt.ItemDataRole.CheckStateRole:
            self.ticked.emit(entry.key, Qt.CheckState(value) is Qt.CheckState.Checked)
            return True
        if role == Qt.ItemDataRole.EditRole and str(value) != entry.label:
            self.renamed.emit(entry.key, str(value))
            return True
        return False

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        """Let every entry be chosen, edited and ticked."""
        shared, flag = super().flags(index), Qt.ItemFlag
        return shared | flag.ItemIsEditable | flag.ItemIsUserCheckable if index.isValid() else shared
