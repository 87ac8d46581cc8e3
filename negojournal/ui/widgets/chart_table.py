"""A chart as a table."""

from __future__ import annotations

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from negojournal.charts.table import Table
from negojournal.ui.widgets.tip import tip

LEAST_CHARACTERS = 16
"""How much of the widest column is always seen; where there is no room for it, the table scrolls sideways."""

AnyIndex = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()


class TableModel(QAbstractTableModel):
    """Give a table's cells to Qt."""

    def __init__(self, table: Table, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.table = table

    def rowCount(self, parent: AnyIndex = ROOT) -> int:
        """Return the number of lines."""
        return 0 if parent.isValid() else len(self.table.lines)

    def columnCount(self, parent: AnyIndex = ROOT) -> int:
        """Return the number of columns."""
        return 0 if parent.isValid() else len(self.table.headers)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the text of a cell."""
        if not index.isValid() or role not in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            return None
        cell = self.table.lines[index.row()].cells[index.column()]
        return tip(cell) if role == Qt.ItemDataRole.ToolTipRole else cell

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the header of a column."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self.table.headers[section]
        return super().headerData(section, orientation, role)


class ChartTable(QTableView):
    """Show a chart as a table; Enter or a double click on a review's line chooses it."""

    review_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Table"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        self.activated.connect(self._on_activated)

    def show_table(self, table: Table, name: str) -> None:
        """Show a table, unless it is on show already."""
        shown = self.model()
        if isinstance(shown, TableModel) and shown.table == table:
            return
        self.setModel(TableModel(table, self))
        self.setAccessibleName(name)
        header = self.horizontalHeader()
        header.resizeSections(QHeaderView.ResizeMode.ResizeToContents)
        self._fit(table.widest)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the widest column what room there is."""
        super().resizeEvent(event)
        if isinstance(shown := self.model(), TableModel):
            self._fit(shown.table.widest)

    def _fit(self, widest: int) -> None:
        header = self.horizontalHeader()
        others = header.length() - header.sectionSize(widest)
        whole = max(header.sectionSizeHint(widest), self.sizeHintForColumn(widest))
        least = min(whole, self.fontMetrics().averageCharWidth() * LEAST_CHARACTERS)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        if self.viewport().width() - others >= least:
            header.setSectionResizeMode(widest, QHeaderView.ResizeMode.Stretch)
        else:
            header.resizeSection(widest, least)

    def _on_activated(self, index: QModelIndex) -> None:
        model = self.model()
        review = model.table.lines[index.row()].id if isinstance(model, TableModel) else None
        if review is not None:
            self.review_chosen.emit(review)
