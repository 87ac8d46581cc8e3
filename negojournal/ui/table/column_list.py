"""The columns of a table, and which field each becomes."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHeaderView,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from negojournal.exchange.field import FIELDS, NOTE, OTHERS, OUT, USUAL
from negojournal.exchange.sheet import Sheet
from negojournal.exchange.table import unled
from negojournal.ui.widgets.field import Field
from negojournal.ui.widgets.theme import spaced
from negojournal.ui.widgets.tip import tip

SHOWN_CELLS, LONGEST = 3, 40
"""How many cells of a column are shown, and how much of each."""


class ColumnList(QWidget):
    """List the columns with what they become; `target_chosen` carries a column's number and a field's path."""

    target_chosen = Signal(int, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sheet: Sheet | None = None
        self._items: tuple[QTreeWidgetItem, ...] = ()
        self._box = self._build_box()
        self._field = Field(self.tr("The chosen column becomes"), self._box)
        self._list = QTreeWidget()
        self._list.setAccessibleName(self.tr("Columns of the table"))
        self._list.setHeaderLabels([self.tr("Column"), self.tr("Becomes")])
        self._list.setRootIsDecorated(False)
        self._list.setUniformRowHeights(True)
        self._list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.header().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self._list.header().setSectionsMovable(False)
        self._list.currentItemChanged.connect(self._on_current)
        self._list.itemActivated.connect(lambda _item: self._box.setFocus())
        column = spaced(QVBoxLayout(self))
        column.addWidget(self._list, 1)
        column.addWidget(self._field)

    def show_columns(self, sheet: Sheet, targets: tuple[str, ...]) -> None:
        """Show the columns of a table; of one that is on show already, what they become."""
        if sheet is not self._sheet:
            self._sheet = sheet
            self._list.clear()
            self._items = tuple(QTreeWidgetItem([column.name, ""]) for column in sheet.columns)
            self._list.addTopLevelItems(self._items)
        for item, target in zip(self._items, targets, strict=True):
            label = label_of(target)
            item.setText(1, label)
            item.setToolTip(0, tip(item.text(0)))
            item.setToolTip(1, label)
            item.setData(1, Qt.ItemDataRole.UserRole, target)
        if self._list.currentItem() is None:
            self._list.setCurrentItem(self._items[0])
        self._on_current(self._list.currentItem())

    def focus_start(self) -> None:
        """Put the keyboard on the list."""
        self._list.setFocus()

    def _build_box(self) -> QComboBox:
        box = QComboBox()
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        for target in (OUT, NOTE):
            box.addItem(label_of(target), target)
        for fields in (USUAL, OTHERS):
            box.insertSeparator(box.count())
            for field in fields:
                box.addItem(label_of(field.path), field.path)
        box.activated.connect(self._on_chosen)
        return box

    def _on_current(self, item: QTreeWidgetItem | None) -> None:
        if item is None or self._sheet is None:
            return
        self._box.setCurrentIndex(max(self._box.findData(item.data(1, Qt.ItemDataRole.UserRole)), 0))
        cells = self._sheet.columns[self._items.index(item)].sample[:SHOWN_CELLS]
        said = " · ".join(_short(unled(cell)) for cell in cells)
        self._field.show_advice(said or self.tr("Nothing stands in this column."))

    def _on_chosen(self, row: int) -> None:
        if (item := self._list.currentItem()) is not None:
            self.target_chosen.emit(self._items.index(item), self._box.itemData(row))


def label_of(target: str) -> str:
    """Return what a column becomes in words."""
    if target in FIELDS:
        return QCoreApplication.translate("Column", FIELDS[target].label)
    words = {NOTE: "Kept in the note", OUT: "Left out"}
    return QCoreApplication.translate("Column", words[target])


def _short(cell: str) -> str:
    plain = " ".join(cell[: 2 * LONGEST].split())
    return plain if len(plain) <= LONGEST else f"{plain[: LONGEST - 1]}…"
