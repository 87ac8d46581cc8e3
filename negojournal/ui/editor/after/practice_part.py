"""How well the practices of good negotiating were done."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from negojournal.domain.catalog import Entry, EntryKind
from negojournal.domain.negotiation import Negotiation
from negojournal.domain.review import PracticeMark
from negojournal.ui.editor.after.entry_part import EntryPart
from negojournal.ui.editor.context import Context
from negojournal.ui.editor.slot import Slot
from negojournal.ui.widgets.choice_row import ChoiceRow
from negojournal.ui.widgets.theme import look, spaced
from negojournal.ui.widgets.tip import tip

PATH = "review.practices"
Marks = Mapping[str, PracticeMark]


class PracticePart(EntryPart[ChoiceRow]):
    """Ask for one mark a practice; a digit marks and moves on, the arrows change it."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(EntryKind.PRACTICE, context, parent)
        self._marks: Marks = {}
        self._sheet = QWidget(self)
        self.column.addWidget(self._sheet)
        self.add_marks(PATH, Slot(self._show, self._read))

    def build_rows(self, entries: Sequence[Entry]) -> dict[str, ChoiceRow]:
        """Set label and marks of each practice side by side."""
        sheet = QWidget(self)
        grid = spaced(QGridLayout(sheet), gap=look().theme.spacing.step)
        grid.setHorizontalSpacing(look().theme.spacing.between)
        grid.setColumnStretch(1, 1)
        rows = {}
        for at, entry in enumerate(entries):
            row = ChoiceRow(mark_labels(), name=entry.label, parent=sheet)
            row.setAccessibleDescription(entry.hint or "")
            row.picked.connect(self._on_edited)
            row.moved_on.connect(self.focusNextChild)
            label = QLabel(entry.label.replace("&", "&&"), sheet)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setBuddy(row)
            for each in (label, row):
                each.setToolTip(tip(entry.hint or ""))
            grid.addWidget(label, at, 0)
            grid.addWidget(row, at, 1)
            rows[entry.key] = row
        self.column.replaceWidget(self._sheet, sheet)
        self._sheet.deleteLater()
        self._sheet = sheet
        return rows

    def _show(self, marks: Marks) -> None:
        self._marks = marks
        self.offer(marks)
        for key, row in self.rows.items():
            row.show_chosen(marks.get(key))

    def _read(self) -> Marks:
        chosen = {key: PracticeMark(mark) for key, row in self.rows.items() if (mark := row.chosen())}
        return {**{key: mark for key, mark in self._marks.items() if key not in self.rows}, **chosen}


def mark_labels() -> Mapping[str, str]:
    """Return the marks in the order shown."""
    return {
        PracticeMark.WELL: QCoreApplication.translate("Editor", "Well"),
        PracticeMark.PARTLY: QCoreApplication.translate("Editor", "Partly"),
        PracticeMark.NOT: QCoreApplication.translate("Editor", "Not"),
        PracticeMark.NOT_RELEVANT: QCoreApplication.translate("Editor", "n/a"),
    }


def practice_summary(record: Negotiation, _context: Context) -> str:
    """Return how many practices are marked."""
    marked = len(record.review.practices) if record.review else 0
    return QCoreApplication.translate("Editor", "{count} marked").format(count=marked) if marked else ""
