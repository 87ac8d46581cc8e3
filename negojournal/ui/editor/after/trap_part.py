"""The traps that were fallen into."""

from __future__ import annotations

from collections.abc import Sequence
from string import ascii_lowercase, digits

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from negojournal.domain.catalog import Entry, EntryKind
from negojournal.domain.negotiation import Negotiation
from negojournal.domain.review import TrapMark
from negojournal.ui.editor.after.entry_part import EntryPart
from negojournal.ui.editor.after.trap_row import TrapRow
from negojournal.ui.editor.context import Context
from negojournal.ui.editor.slot import Slot
from negojournal.ui.widgets.leaving import take_out
from negojournal.ui.widgets.theme import look

PATH = "review.traps"
KEYS = digits[1:] + ascii_lowercase
"""The keys that mark the traps, from the first on."""

Marks = tuple[TrapMark, ...]


class TrapPart(EntryPart[TrapRow]):
    """List the traps, each marked by one key while the list has the keyboard."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(EntryKind.TRAP, context, parent)
        self._marks: Marks = ()
        self.column.setSpacing(look().theme.spacing.step)
        self.add_marks(PATH, Slot(self._show, self._read))

    def build_rows(self, entries: Sequence[Entry]) -> dict[str, TrapRow]:
        """Set the traps one below the other, each with its key."""
        for old in self.rows.values():
            take_out(old, self.column)
        rows = {entry.key: TrapRow(entry, KEYS[at : at + 1], self) for at, entry in enumerate(entries)}
        for row in rows.values():
            row.edited.connect(self._on_edited)
            self.column.addWidget(row)
        return rows

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Mark a trap by its key."""
        row = next((row for row in self.rows.values() if row.key and row.key == event.text()), None)
        if row is None or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        else:
            row.turn()

    def _show(self, marks: Marks) -> None:
        self._marks = marks
        noted = {mark.key: mark for mark in marks}
        self.offer(noted)
        for key, row in self.rows.items():
            row.show_mark(noted.get(key))

    def _read(self) -> Marks:
        """Return the marks in the order they were in, new ones behind."""
        order = [mark.key for mark in self._marks]
        rows = sorted(self.rows, key=lambda key: order.index(key) if key in order else len(order))
        return tuple(mark for key in rows if (mark := self.rows[key].mark()))


def trap_summary(record: Negotiation, context: Context) -> str:
    """Return the traps that are marked."""
    marks = record.review.traps if record.review else ()
    if len(marks) == 1:
        return context.catalog.label(EntryKind.TRAP, marks[0].key)
    return QCoreApplication.translate("Editor", "{count} marked").format(count=len(marks)) if marks else ""
