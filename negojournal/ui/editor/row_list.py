"""The one way in which the form edits lists: rows that are added, moved and removed by the keyboard."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import partial
from typing import Generic, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLayout, QVBoxLayout, QWidget

from negojournal.ui.editor.removed_row import RemovedRow
from negojournal.ui.editor.row import Row
from negojournal.ui.editor.row_spec import RowFoot, RowSpec
from negojournal.ui.widgets.button import quiet_button
from negojournal.ui.widgets.icon import Ink, icon
from negojournal.ui.widgets.leaving import take_out
from negojournal.ui.widgets.theme import look, spaced

V = TypeVar("V")

FIRST = 12
"""How many rows are there at once; a longer list shows twice as many when asked to."""

PLACE = re.compile(r"\[(\d+)\]")


class RowList(QWidget, Generic[V]):
    """Edit a list of values, a row for each; a row in which nothing is filled in is none.

    Where rows may be added, there is always one to type into. `rearranged` says that there are other controls now.
    """

    edited = Signal()
    rearranged = Signal()

    def __init__(self, spec: RowSpec[V], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._spec = spec
        self._rows: list[Row[V]] = []
        self._rest: tuple[V, ...] = ()
        self._limit = FIRST
        spacing = look().theme.spacing
        gap = spacing.between if len(spec.lines) > 1 else spacing.inside
        self._column = spaced(QVBoxLayout(self), gap=gap)
        self._removed = RemovedRow(self._put_back)
        self._more = quiet_button("", lambda: self._show_first(2 * len(self._rows)))
        self._add = quiet_button(spec.add, self._add_row)
        self._add.setIcon(icon("plus", Ink.ACCENT))
        self._add.setToolTip(self.tr("Enter in the last row adds one; Alt+Up and Alt+Down move a row"))
        buttons = spaced(QHBoxLayout())
        for button in (self._more, self._add, self._removed.button):
            buttons.addWidget(button)
        buttons.addStretch()
        self._column.addLayout(buttons)
        self._add.setVisible(not spec.is_fixed())
        self._fill(())

    def show_rows(self, values: Sequence[V]) -> None:
        """Show a list; the same list again leaves what is being typed alone. What was removed is of the one before."""
        self._removed.forget()
        if tuple(values) != self.rows():
            self._fill(values)

    def rows(self) -> tuple[V, ...]:
        """Return the values that are filled in, in their order, with those not shown."""
        return tuple(value for _, value in self._filled()) + self._rest

    def feet(self) -> tuple[RowFoot | None, ...]:
        """Return what stands below the rows that are filled in, for what only the whole list can tell."""
        return tuple(row.foot() for row, _ in self._filled())

    def unread(self) -> Mapping[str, str]:
        """Return, by its place in the list, what can't be taken as it is typed."""
        found: dict[str, str] = {}
        for number, (row, value) in enumerate(self._filled()):
            found |= {f"[{number}].{name}": sentence for name, sentence in row.unread().items()}
            if self._spec.required and not str(self._spec.value_of(value, self._spec.required) or "").strip():
                found[f"[{number}].{self._spec.required}"] = self._spec.ask
        return found

    def show_problems(self, problems: Mapping[str, str]) -> Mapping[str, str]:
        """Show the first problem of each row in place of those before, and return those of no row."""
        self._show_first(max((int(at[1]) + 1 for place in problems if (at := PLACE.match(place))), default=0))
        return self._told(problems, Row.show_problem)

    def show_advice(self, sentences: Mapping[str, str]) -> Mapping[str, str]:
        """Say quietly at each row what might be looked at again, and return what is of no row."""
        return self._told(sentences, Row.show_advice)

    def has_problem(self) -> bool:
        """Tell whether a row shows one."""
        return any(row.problem() for row in self._rows)

    def focusInEvent(self, _event: QFocusEvent) -> None:
        """Hand the keyboard to the first row with a problem, or else to the first."""
        rows = [row for row in self._rows if row.problem()] or self._rows
        if rows:
            rows[0].focus_first()

    def _told(self, sentences: Mapping[str, str], show: Callable[[Row[V], str], None]) -> Mapping[str, str]:
        by_row: dict[int, str] = {}
        others: dict[str, str] = {}
        for place, sentence in sentences.items():
            if at := PLACE.match(place):
                by_row.setdefault(int(at[1]), sentence)
            else:
                others[place] = sentence
        numbers = {row: number for number, (row, _) in enumerate(self._filled())}
        with _laid_out_once(self._column):
            for row in self._rows:
                show(row, by_row.get(numbers.get(row, -1), ""))
        return others

    def _filled(self) -> Iterator[tuple[Row[V], V]]:
        """Yield the rows in which something is filled in; a list that isn't edited here keeps all."""
        for row in self._rows:
            value = row.value()
            if self._spec.is_fixed() or not row.is_blank() or row.unread():
                yield row, value

    def _fill(self, values: Sequence[V]) -> None:
        self._rest = tuple(values[self._limit :])
        rows = list(values[: self._limit])
        if not rows and not self._spec.is_fixed():
            rows = [self._spec.blank]
        before = len(self._rows)
        with _laid_out_once(self._column):
            while len(self._rows) > len(rows):
                take_out(self._rows.pop(), self._column)
            for at, value in enumerate(rows):
                if at == len(self._rows):
                    self._insert(at)
                self._rows[at].show_value(value)
                self._rows[at].show()
        if len(rows) != before or self._more.isHidden() == bool(self._rest):
            self._on_rearranged()

    def _insert(self, at: int) -> Row[V]:
        row = Row(self._spec, self)
        row.edited.connect(self.edited)
        row.removed.connect(partial(self._take, row))
        row.moved.connect(partial(self._move, row))
        row.went_on.connect(partial(self._go_on, row))
        self._rows.insert(at, row)
        self._column.insertWidget(at, row)
        return row

    def _add_row(self) -> None:
        """Go to a row to type into: a new one, unless the last is empty still."""
        self._show_first(len(self._rows) + len(self._rest))
        if not self._rows or not self._rows[-1].is_blank():
            self._insert(len(self._rows)).show()
            self._on_rearranged()
        self._rows[-1].focus_first()

    def _go_on(self, row: Row[V]) -> None:
        """Go to the next row, to a new one from the last, and on past the list from an empty one."""
        at = self._rows.index(row)
        if self._spec.is_fixed() and at + 1 == len(self._rows):
            self.focusNextPrevChild(True)  # noqa: FBT003 - Qt's own
        elif at + 1 < len(self._rows):
            self._rows[at + 1].focus_first()
        elif row.is_blank() and not self._rest:
            self._add.setFocus()
            self.focusNextPrevChild(True)  # noqa: FBT003 - Qt's own
        else:
            self._add_row()

    def _move(self, row: Row[V], step: int) -> None:
        at = self._rows.index(row)
        to = at + step
        if self._spec.is_fixed() or not 0 <= to < len(self._rows):
            return
        focus = QApplication.focusWidget()
        self._rows.insert(to, self._rows.pop(at))
        self._column.removeWidget(row)
        self._column.insertWidget(to, row)
        if focus is not None:
            focus.setFocus()
        self._on_rearranged()
        self.edited.emit()

    def _take(self, row: Row[V]) -> None:
        """Take a row away and go to the one that is in its place; the last one is emptied. It can be brought back."""
        if self._spec.is_fixed():
            return
        at = self._rows.index(row)
        if not row.is_blank():
            self._removed.hold(at, row.value())
        if len(self._rows) == 1:
            row.show_value(self._spec.blank)
        else:
            take_out(self._rows.pop(at), self._column)
            self._on_rearranged()
        self._rows[min(at, len(self._rows) - 1)].focus_first()
        self.edited.emit()

    def _put_back(self, at: int, value: V) -> None:
        """Put a row back where it was, in place of the empty one that stands there alone."""
        if len(self._rows) == 1 and self._rows[0].is_blank():
            take_out(self._rows.pop(), self._column)
        row = self._insert(min(at, len(self._rows)))
        row.show_value(value)
        row.show()
        self._on_rearranged()
        row.focus_first()
        self.edited.emit()

    def _show_first(self, count: int) -> None:
        """Show so many rows, or all there are."""
        if self._rest and count > self._limit:
            self._limit = count
            self._fill(self.rows())

    def _on_rearranged(self) -> None:
        is_tall, is_single = len(self._spec.lines) > 1, len(self._spec.cells()) == 1
        for at, row in enumerate(self._rows):
            row.show_place(at + 1, is_labelled=is_tall or (at == 0 and not is_single))
        self._more.setVisible(bool(self._rest))
        self._more.setText(self.tr("Show more of {count}").format(count=len(self._rows) + len(self._rest)))
        self.rearranged.emit()


@contextmanager
def _laid_out_once(layout: QLayout) -> Iterator[None]:
    """Lay out what many things are changed in after all of them, not after each."""
    layout.setEnabled(False)
    yield
    layout.setEnabled(True)
    layout.invalidate()
