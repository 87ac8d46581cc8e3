"""What a list of rows is made of, as data."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any, Generic, TypeVar

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QWidget

from negojournal.ui.editor.slot import Slot

V = TypeVar("V")

SEEN_WHOLE = "seenWhole"
"""The property of a row: it is brought into view as a whole while one types in it."""


@dataclass(frozen=True, slots=True)
class Cell:
    """Hold the control for one value of a row, the slot that joins them, and what says why it can't be read."""

    control: QWidget
    slot: Slot[Any]
    edited: SignalInstance
    problem: Callable[[], str] = str


CellBuilder = Callable[[QWidget], Cell]
"""Builds a cell as the child of its row."""


@dataclass(frozen=True, slots=True)
class CellSpec:
    """Hold what one cell of a row shows: the attribute `name`, or the row itself where that is empty.

    A cell that always says something, such as one of two sides, is no content: it alone makes no row worth keeping.
    """

    name: str
    title: str
    build: CellBuilder
    is_content: bool = True


class RowFoot(QWidget):
    """Be what stands below a row and says something of it, live; `answered` carries what the row is to hold instead."""

    answered = Signal(object)

    def show_value(self, value: Any) -> None:  # noqa: ANN401 - of the kind that the list holds
        """Show what the row holds now."""
        raise NotImplementedError


@dataclass(frozen=True, slots=True)
class RowSpec(Generic[V]):
    """Hold how a list of values is edited: the cells line by line, and what a new row begins with.

    `required` is the cell without which a row means nothing, `ask` the sentence that asks for it. Where nothing is
    said for `add`, rows are neither added, moved nor removed. A `heading` says above each row what it is.
    """

    blank: V
    lines: tuple[tuple[CellSpec, ...], ...]
    required: str = ""
    ask: str = ""
    add: str = ""
    foot: Callable[[QWidget], RowFoot] | None = None
    heading: Callable[[V], str] | None = None

    def cells(self) -> tuple[CellSpec, ...]:
        """Return the cells in the order of reading."""
        return tuple(cell for line in self.lines for cell in line)

    def is_fixed(self) -> bool:
        """Tell whether the rows stay as many and in the order they are."""
        return not self.add

    def value_of(self, row: V, name: str) -> object:
        """Return what a row holds for a cell."""
        return getattr(row, name) if name else row

    def with_values(self, row: V, values: Mapping[str, object]) -> V:
        """Return the row with what its cells say; a text that must be there is empty rather than absent."""
        whole = {name: "" if value is None and self._is_text(name) else value for name, value in values.items()}
        if "" in whole:
            only: V = whole[""]  # type: ignore[assignment]
            return only
        changed: V = replace(row, **whole)  # type: ignore[type-var]
        return changed

    def is_blank(self, row: V) -> bool:
        """Tell whether nothing is filled in, in cells or beside them."""
        beside = {cell.name: self.value_of(self.blank, cell.name) for cell in self.cells() if not cell.is_content}
        return (self.with_values(row, beside) if beside else row) == self.blank

    def _is_text(self, name: str) -> bool:
        return self.value_of(self.blank, name) == ""
