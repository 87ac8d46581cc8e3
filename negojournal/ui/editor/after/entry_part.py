"""What parts have in common that ask about each entry of a list."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any, Generic, TypeVar

from PySide6.QtWidgets import QWidget

from negojournal.domain.catalog import Entry, EntryKind
from negojournal.ui.editor.context import Context
from negojournal.ui.editor.entry_choice import offered
from negojournal.ui.editor.part import Part
from negojournal.ui.editor.slot import Slot

Row = TypeVar("Row", bound=QWidget)


class EntryPart(Part, Generic[Row]):
    """Have a row for each entry of a kind that is offered, and for each that the record uses."""

    def __init__(self, kind: EntryKind, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._kind = kind
        self._entries: tuple[Entry, ...] = ()
        self.rows: dict[str, Row] = {}

    def build_rows(self, entries: Sequence[Entry]) -> dict[str, Row]:
        """Return a row for each entry by its key, on show in place of those before."""
        raise NotImplementedError

    def offer(self, used: Collection[str]) -> None:
        """Have the rows for a record that uses some entries."""
        entries = offered(self.context.catalog, self._kind, used)
        if entries != self._entries:
            self._entries = entries
            self.rows = self.build_rows(entries)
            self.rearranged.emit()

    def add_marks(self, path: str, slot: Slot[Any]) -> None:
        """Take the slot for what is marked; the rows themselves say when it is edited."""
        self._slots[path] = slot

    def show_context(self, context: Context) -> None:
        """Ask about the entries that there are now."""
        super().show_context(context)
        for path in self._slots:
            self.reshow(path)

    def focus_first(self) -> None:
        """Go to the first row."""
        for row in tuple(self.rows.values())[:1]:
            row.setFocus()
