"""One part of the form."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import reduce
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QVBoxLayout, QWidget

from negojournal.domain.draft import Draft
from negojournal.domain.negotiation import Negotiation
from negojournal.errors import Problem
from negojournal.ui.editor.context import Context
from negojournal.ui.editor.field_path import value_at, with_value
from negojournal.ui.editor.line import Line
from negojournal.ui.editor.slot import Slot
from negojournal.ui.widgets.field import Field
from negojournal.ui.widgets.theme import look, spaced

if TYPE_CHECKING:
    from negojournal.ui.editor.row_list import RowList


class Part(QWidget):
    """Be shown a draft, and give back the draft with what the user has changed in this part.

    What a part does not show, it hands through untouched. Each of its slots stands for one value of the record, by
    its path in record.md, and problems are shown in the field of that path. `rearranged` says that there are other
    controls now, or in another order; `wanted` asks for something outside of the form, such as another record.
    """

    edited = Signal()
    rearranged = Signal()
    wanted = Signal(str, object)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self.column = spaced(QVBoxLayout(self), gap=look().theme.spacing.between)
        self._slots: dict[str, Slot[Any]] = {}
        self._fields: dict[str, Field] = {}
        self._lists: dict[str, RowList[Any]] = {}

    def add_field(self, path: str, field: Field, slot: Slot[Any], edited: SignalInstance) -> Field:
        """Take a field for the value at a path; the caller puts it into a layout."""
        self.add_slot(path, slot, edited)
        self._fields[path] = field
        return field

    def add_slot(self, path: str, slot: Slot[Any], edited: SignalInstance) -> None:
        """Take a slot for the value at a path."""
        self._slots[path] = slot
        edited.connect(self._on_edited)

    def add_rows(self, path: str, field: Field, rows: RowList[Any]) -> Field:
        """Take a field for the list at a path, whose control is `rows`; the caller puts it into a layout."""
        self._lists[path] = rows
        rows.rearranged.connect(self.rearranged)
        return self.add_field(path, field, Slot(rows.show_rows, rows.rows), rows.edited)

    def show_draft(self, draft: Draft) -> None:
        """Show what a draft holds for this part."""
        for path, slot in self._slots.items():
            slot.show(value_at(draft.record, path))

    def draft(self, shown: Draft) -> Draft:
        """Return the draft with this part's values."""

        def with_slot(record: Negotiation, path: str) -> Negotiation:
            return with_value(record, path, self._slots[path].value())

        return replace(shown, record=reduce(with_slot, self._slots, shown.record))

    def show_context(self, context: Context) -> None:
        """Show other things to choose from."""
        self.context = context

    def follow(self, draft: Draft) -> None:
        """Fit in with what the user has changed in other parts: show values that two of them stand for."""
        for path, slot in self._slots.items():
            value = value_at(draft.record, path)
            if value != slot.value():
                slot.show(value)

    def settle(self, shown: Draft, saved: Draft) -> None:
        """Show what saving has made of values that the user left alone."""
        for path, slot in self._slots.items():
            value = value_at(saved.record, path)
            if slot.value() == value_at(shown.record, path) != value:
                slot.show(value)

    def fields(self) -> Mapping[str, Field]:
        """Return the fields by the paths of their values."""
        return self._fields

    def problems(self) -> tuple[Problem, ...]:
        """Return what can't be taken as it is typed."""
        lines = {path: field.control for path, field in self._fields.items() if isinstance(field.control, Line)}
        found = {path: line.problem() for path, line in lines.items() if line.problem()}
        for path, rows in self._lists.items():
            found |= {f"{path}{place}": sentence for place, sentence in rows.unread().items()}
        return tuple(Problem(place, sentence) for place, sentence in found.items())

    def show_problems(self, path: str, inside: Mapping[str, str]) -> None:
        """Show what is wrong with the value at a path, by the places in it, in place of what was shown before."""
        rows = self._lists.get(path)
        others = rows.show_problems(inside) if rows else inside
        self._fields[path].show_problem(next(iter(others.values()), ""))

    def show_advice(self, path: str, inside: Mapping[str, str]) -> None:
        """Say quietly what might be looked at again in the value at a path, by the places in it."""
        rows = self._lists.get(path)
        others = rows.show_advice(inside) if rows else inside
        self._fields[path].show_advice(next(iter(others.values()), ""))

    def has_problem(self, path: str) -> bool:
        """Tell whether something is shown to be wrong with the value at a path."""
        rows = self._lists.get(path)
        return bool(self._fields[path].problem()) or (rows is not None and rows.has_problem())

    def focus_first(self) -> None:
        """Go to the first control."""
        for field in tuple(self._fields.values())[:1]:
            field.control.setFocus()

    def reshow(self, path: str) -> None:
        """Show a value again, for choices that have changed around it."""
        self._slots[path].show(self._slots[path].value())

    def _on_edited(self) -> None:
        self.edited.emit()
