"""How well the practices of good negotiating were done."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from negojournal.domain.catalog import Entry, EntryKind
from negojournal.domain.negotiation import Negotiation
from negojournal.domain.review import PracticeMark
from negojournal.ui.editor.context import Context
from negojournal.ui.editor.entry_choice import offered
from negojournal.ui.editor.part import Part
from negojournal.ui.editor.slot import Slot
from negojournal.ui.widgets.choice_row import ChoiceRow
from negojournal.ui.widgets.theme import look, spaced

PATH = "review.practices"
Marks = Mapping[str, PracticeMark]


class PracticePart(Part):
    """Ask for one mark a practice; a digit marks, the arrows change it."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._entries: tuple[Entry, ...] = ()
        self._rows: dict[str, ChoiceRow] = {}
        self._marks: Marks = {}
        self._sheet = QWidget(self)
        self.column.addWidget(self._sheet)
        self._slots[PATH] = Slot(self._show, self._read)

    def show_context(self, context: Context) -> None:
        """Ask for the practices that there are now."""
        super().show_context(context)
        self.reshow(PATH)

    def focus_first(self) -> None:
        """Go to the first row."""
        for row in tuple(self._rows.values())[:1]:
            row.setFocus()

    def _show(self, marks: Marks) -> None:
        self._marks = marks
        entries = offered(self.context.catalog, EntryKind.PRACTICE, tuple(marks))
        if entries != self._entries:
            self._entries = entries
            self._build_rows()
        for key, row in self._rows.items():
            row.show_chosen(marks.get(key))

    def _read(self) -> Marks:
        chosen = {key: PracticeMark(mark) for key, row in self._rows.items() if (mark := row.chosen())}
        return {**{key: mark for key, mark in self._marks.items() if key not in self._rows}, **chosen}

    def _build_rows(self) -> None:
        sheet = QWidget(self)
        grid = spaced(QGridLayout(sheet), gap=look().theme.spacing.step)
        grid.setColumnStretch(1, 1)
        self._rows = {}
        for at, entry in enumerate(self._entries):
            row = ChoiceRow(mark_labels(), name=entry.label, parent=sheet)
            row.setAccessibleDescription(entry.hint or "")
            row.picked.connect(self._on_edited)
            label = QLabel(entry.label, sheet)
            label.setBuddy(row)
            for each in (label, row):
                each.setToolTip(entry.hint or "")
            grid.addWidget(label, at, 0)
            grid.addWidget(row, at, 1)
            self._rows[entry.key] = row
        self.column.replaceWidget(self._sheet, sheet)
        self._sheet.deleteLater()
        self._sheet = sheet
        self.rearranged.emit()


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
