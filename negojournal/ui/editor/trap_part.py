"""The traps that were fallen into."""

from __future__ import annotations

from string import ascii_lowercase, digits

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from negojournal.domain.catalog import Entry, EntryKind
from negojournal.domain.negotiation import Negotiation
from negojournal.domain.review import TrapMark
from negojournal.ui.editor.context import Context
from negojournal.ui.editor.entry_choice import offered
from negojournal.ui.editor.part import Part
from negojournal.ui.editor.slot import Slot
from negojournal.ui.editor.trap_row import TrapRow
from negojournal.ui.widgets.leaving import take_out
from negojournal.ui.widgets.theme import look

PATH = "review.traps"
KEYS = digits[1:] + ascii_lowercase
"""The keys that mark the traps, from the first on."""

Marks = tuple[TrapMark, ...]


class TrapPart(Part):
    """List the traps, each marked by one key while the list has the keyboard."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._entries: tuple[Entry, ...] = ()
        self._rows: dict[str, TrapRow] = {}
        self._marks: Marks = ()
        self.column.setSpacing(look().theme.spacing.step)
        self._slots[PATH] = Slot(self._show, self._read)

    def show_context(self, context: Context) -> None:
        """List the traps that there are now."""
        super().show_context(context)
        self.reshow(PATH)

    def focus_first(self) -> None:
        """Go to the first trap."""
        for row in tuple(self._rows.values())[:1]:
            row.focus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Mark a trap by its key."""
        row = next((row for row in self._rows.values() if row.key and row.key == event.text()), None)
        if row is None or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        else:
            row.turn()

    def _show(self, marks: Marks) -> None:
        self._marks = marks
        noted = {mark.key: mark for mark in marks}
        entries = offered(self.context.catalog, EntryKind.TRAP, tuple(noted))
        if entries != self._entries:
            self._entries = entries
            self._build_rows()
        for key, row in self._rows.items():
            row.show_mark(noted.get(key))

    def _read(self) -> Marks:
        """Return the marks in the order they were in, new ones behind."""
        order = [mark.key for mark in self._marks]
        rows = sorted(self._rows, key=lambda key: order.index(key) if key in order else len(order))
        return tuple(mark for key in rows if (mark := self._rows[key].mark()))

    def _build_rows(self) -> None:
        for row in self._rows.values():
            take_out(row, self.column)
        self._rows = {}
        for at, entry in enumerate(self._entries):
            row = TrapRow(entry, KEYS[at : at + 1], self)
            row.edited.connect(self._on_edited)
            self._rows[entry.key] = row
            self.column.addWidget(row)
        self.rearranged.emit()


def trap_summary(record: Negotiation, context: Context) -> str:
    """Return the traps that are marked."""
    marks = record.review.traps if record.review else ()
    if len(marks) == 1:
        return context.catalog.label(EntryKind.TRAP, marks[0].key)
    return QCoreApplication.translate("Editor", "{count} marked").format(count=len(marks)) if marks else ""
