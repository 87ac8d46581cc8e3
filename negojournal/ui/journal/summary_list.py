"""The list of negotiations as a table that keeps the line in focus by its id."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QItemSelection, QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from negojournal.domain.catalog import Catalog
from negojournal.domain.filter import Order, SortKey
from negojournal.domain.identity import NegotiationId
from negojournal.domain.summary import Summary
from negojournal.ui.journal.score_delegate import ScoreDelegate
from negojournal.ui.journal.summary_model import IdRole, SummaryModel
from negojournal.ui.journal.title_delegate import TitleDelegate
from negojournal.ui.widgets.locale_text import day_text
from negojournal.ui.widgets.score_bars import score_bars_size
from negojournal.ui.widgets.theme import look

WIDE = 84
"""Characters of width below which counterparts and area stand under the title instead of in columns."""
LONG_DAY = date(2026, 11, 28)
"""A date as wide as any."""


class SummaryList(QTableView):
    """Show lines; signals tell what the user chose, opened, or sorted by."""

    chosen = Signal(object)
    opened = Signal(object)
    sorted = Signal(object)

    def __init__(self, has_more: Callable[[], bool], more: Callable[[], None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = SummaryModel(has_more, more)
        self.setModel(self._model)
        self.setAccessibleName(self.tr("Negotiations"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setItemDelegateForColumn(self._column(SortKey.OVERALL), ScoreDelegate(self))
        self._titles = TitleDelegate(self)
        self.setItemDelegateForColumn(self._column(SortKey.TITLE), self._titles)
        self._set_header()
        self.selectionModel().selectionChanged.connect(self._on_selected)
        self.activated.connect(lambda index: self.opened.emit(index.data(IdRole)))

    def show_catalog(self, catalog: Catalog) -> None:
        """Take the words for areas."""
        self._model.show_catalog(catalog)

    def show_lines(self, lines: tuple[Summary, ...], kept: NegotiationId | None) -> None:
        """Show the first page of a list, the line of a record chosen if it is there."""
        at = self.verticalScrollBar().value() if self.row(kept) is not None else 0
        self._model.show_lines(lines)
        self.verticalScrollBar().setValue(at)
        self.select(kept)

    def show_more(self, lines: tuple[Summary, ...]) -> None:
        """Show a further page below."""
        self._model.show_more(lines)

    def row(self, record: NegotiationId | None) -> int | None:
        """Return the row of a record, or None where the list does not show it."""
        return self._model.row(record)

    def select(self, record: NegotiationId | None) -> None:
        """Mark a record's line, or none."""
        row = self._model.row(record)
        if row is None:
            self.selectionModel().clear()
            return
        index = self._model.index(row, 0)
        if not self.selectionModel().isSelected(index):
            flags = QItemSelectionModel.SelectionFlag
            self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
        self.scrollTo(index)

    def step(self, by: int) -> None:
        """Choose the next line, or the previous one with −1; at the end of a page the next is fetched."""
        row = min(max(self.currentIndex().row() + by, 0), self._model.rowCount() - 1)
        if row >= 0:
            self.select(self._model.line(row).id)

    def selection(self) -> tuple[NegotiationId, ...]:
        """Return the chosen records from the top down."""
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        return tuple(self._model.line(row).id for row in rows)

    def successor(self) -> NegotiationId | None:
        """Return the record that follows the chosen ones, else the one before them."""
        rows = [index.row() for index in self.selectionModel().selectedRows()]
        if not rows:
            return None
        row = max(rows) + 1 if max(rows) + 1 < self._model.rowCount() else min(rows) - 1
        return self._model.line(row).id if row >= 0 else None

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put counterparts and area under the title where there's no room for columns of their own."""
        super().resizeEvent(event)
        characters = self.viewport().width() // max(self.fontMetrics().averageCharWidth(), 1)
        narrow = characters < WIDE
        for key in (SortKey.COUNTERPARTS, SortKey.AREA):
            self.setColumnHidden(self._column(key), narrow)
        self._titles.two_lines = narrow
        self.verticalHeader().setDefaultSectionSize(
            self._titles.height() if narrow else self.fontMetrics().height() + look().theme.spacing.between
        )

    def _set_header(self) -> None:
        spacing = look().theme.spacing
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsClickable(True)
        header.setSortIndicatorShown(True)
        header.setSortIndicator(0, Qt.SortOrder.DescendingOrder)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        header.sortIndicatorChanged.connect(self._on_sorted)
        header.setMinimumSectionSize(spacing.around)
        average = self.fontMetrics().averageCharWidth()
        longest = self.fontMetrics().horizontalAdvance(day_text(LONG_DAY)) + spacing.between
        widths = {SortKey.HELD_AT: longest, SortKey.COUNTERPARTS: 16 * average, SortKey.AREA: 20 * average}
        for key, width in widths.items():
            self.setColumnWidth(self._column(key), width)
        said = self.fontMetrics().horizontalAdvance(self.tr("planned"))
        bars = max(score_bars_size().width(), said) + spacing.between
        self.setColumnWidth(self._column(SortKey.OVERALL), bars)
        header.setSectionResizeMode(self._column(SortKey.TITLE), QHeaderView.ResizeMode.Stretch)

    def _column(self, key: SortKey) -> int:
        return next(number for number, column in enumerate(self._model.columns) if column.key is key)

    def _on_selected(self, _new: QItemSelection, _old: QItemSelection) -> None:
        chosen = self.selection()
        self.chosen.emit(chosen[-1] if chosen else None)

    def _on_sorted(self, section: int, order: Qt.SortOrder) -> None:
        self.sorted.emit(Order(self._model.columns[section].key, order is Qt.SortOrder.DescendingOrder))
