"""The list as Qt's item model: lines in, cells out; further pages are fetched as one scrolls."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from negojournal.domain.catalog import Catalog, EntryKind
from negojournal.domain.filter import SortKey
from negojournal.domain.identity import NegotiationId
from negojournal.domain.negotiation import Status
from negojournal.domain.outcome import Outcome
from negojournal.domain.summary import Summary
from negojournal.ui.widgets.locale_text import day_text
from negojournal.ui.widgets.score_bars import scores_text
from negojournal.ui.widgets.tip import tip

Index = QModelIndex | QPersistentModelIndex
ScoresRole = Qt.ItemDataRole.UserRole + 1
IdRole = Qt.ItemDataRole.UserRole + 2
SubtitleRole = Qt.ItemDataRole.UserRole + 3


@dataclass(frozen=True, slots=True)
class Column:
    """Hold a column's heading and what it sorts by."""

    key: SortKey
    heading: str


class SummaryModel(QAbstractTableModel):
    """Hold the lines of the list; `has_more` and `more` reach the pages that follow."""

    def __init__(self, has_more: Callable[[], bool], more: Callable[[], None]) -> None:
        super().__init__()
        self.columns = (
            Column(SortKey.HELD_AT, self.tr("Date")),
            Column(SortKey.TITLE, self.tr("Title")),
            Column(SortKey.COUNTERPARTS, self.tr("With")),
            Column(SortKey.AREA, self.tr("Area")),
            Column(SortKey.OVERALL, self.tr("Scores")),
        )
        self._answers: dict[int, Callable[[Summary, SortKey], object]] = {
            Qt.ItemDataRole.DisplayRole: self._text,
            Qt.ItemDataRole.ToolTipRole: lambda line, column: tip(self._said(line, column)),
            Qt.ItemDataRole.AccessibleTextRole: self._said,
            ScoresRole: lambda line, column: line.scores if column is SortKey.OVERALL else None,
            IdRole: lambda line, _column: line.id,
            SubtitleRole: lambda line, _column: self._subtitle(line),
        }
        self._has_more = has_more
        self._more = more
        self._lines: list[Summary] = []
        self._rows: dict[NegotiationId, int] = {}
        self._catalog = Catalog((), ())

    def show_catalog(self, catalog: Catalog) -> None:
        """Take the words for areas."""
        self._catalog = catalog

    def show_lines(self, lines: tuple[Summary, ...]) -> None:
        """Show the first page of a list."""
        self.beginResetModel()
        self._lines = list(lines)
        self._rows = {line.id: row for row, line in enumerate(self._lines)}
        self.endResetModel()

    def show_more(self, lines: tuple[Summary, ...]) -> None:
        """Show a further page below; lines that moved there meanwhile are not shown twice."""
        new = [line for line in lines if line.id not in self._rows]
        if not new:
            return
        first = len(self._lines)
        self.beginInsertRows(QModelIndex(), first, first + len(new) - 1)
        self._lines += new
        self._rows.update({line.id: first + row for row, line in enumerate(new)})
        self.endInsertRows()

    def line(self, row: int) -> Summary:
        """Return the line in a row."""
        return self._lines[row]

    def row(self, record: NegotiationId | None) -> int | None:
        """Return the row of a record, or None where the list does not show it."""
        return None if record is None else self._rows.get(record)

    def rowCount(self, parent: Index | None = None) -> int:
        """Return how many lines are loaded."""
        return 0 if parent is not None and parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index | None = None) -> int:
        """Return how many columns there are."""
        return 0 if parent is not None and parent.isValid() else len(self.columns)

    def canFetchMore(self, parent: Index) -> bool:
        """Tell whether the list goes on."""
        return not parent.isValid() and self._has_more()

    def fetchMore(self, parent: Index) -> None:
        """Ask for the next page."""
        if not parent.isValid():
            self._more()

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's variant
        """Return a heading."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].heading
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's variant
        """Return what a cell shows, or the whole line's scores, id or spoken text."""
        answer = self._answers.get(role)
        if answer is None or not index.isValid():
            return None
        return answer(self._lines[index.row()], self.columns[index.column()].key)

    def _text(self, line: Summary, column: SortKey) -> str:
        if column is SortKey.HELD_AT:
            return day_text(line.held_at.day)
        if column is SortKey.TITLE:
            return line.title
        if column is SortKey.COUNTERPARTS:
            return ", ".join(line.counterparts)
        if column is SortKey.AREA:
            return self._catalog.label(EntryKind.AREA, line.area) if line.area else ""
        return self._unrated(line)

    def _unrated(self, line: Summary) -> str:
        """Return what stands in place of scores where there are none."""
        if any(line.scores.get(outcome) is not None for outcome in Outcome):
            return ""
        return {Status.PLANNED: self.tr("planned"), Status.DODGED: self.tr("dodged")}.get(line.status, "")

    def _said(self, line: Summary, column: SortKey) -> str:
        if column is not SortKey.OVERALL:
            return self._text(line, column)
        return self._unrated(line) or scores_text({outcome: line.scores.get(outcome) for outcome in Outcome})

    def _subtitle(self, line: Summary) -> str:
        parts = (self._text(line, SortKey.COUNTERPARTS), self._text(line, SortKey.AREA))
        return " · ".join(part for part in parts if part)
