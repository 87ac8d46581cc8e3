"""Rows with their names to the left and their numbers to the right: what most of these charts are made of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from negojournal.charts.frame import Box
from negojournal.charts.placing import fitted
from negojournal.charts.style import FINE, Lettering, Stroke

if TYPE_CHECKING:
    from negojournal.charts.pen import Pen

LEAST, MOST = 1.6, 2.6
"""The least and the greatest height of a row, in sizes of the running text."""

TALLEST = 42.0
"""The greatest height of all rows when they aren't squeezed, in sizes of the running text."""

NAMES, NUMBERS = 0.34, 0.36
"""The widest that names and numbers may be beside the drawing."""

SLACK = 0.5
"""Points by which a text may come out wider than it was measured."""

GAP = 1.0
"""Between names, drawing and numbers, in sizes of the running text."""


@dataclass(frozen=True, slots=True)
class Row:
    """Hold the words beside one row: its name, and what is said of it; `key` is a dimension whose mark it bears."""

    name: str
    said: str = ""
    key: str | None = None


@dataclass(frozen=True, slots=True)
class Rows:
    """Hold where the drawing of rows stands: `box` between the words, `pitch` from row to row, how many have room."""

    box: Box
    pitch: float
    shown: int

    def y(self, at: int) -> float:
        """Return the middle of a row."""
        return self.box.top + (at + 0.5) * self.pitch


def draw_rows(pen: Pen, box: Box, rows: Sequence[Row], *, most: float = MOST, names: float = NAMES) -> Rows:
    """Write the words beside as many rows as there is room for, none higher than `most`; return where to draw."""
    size, small = pen.style.body, pen.style.small
    shown = min(len(rows), max(int(box.height // (LEAST * size)), 1))
    left, right = _left(pen, box.width * names, rows), _right(pen, box, rows)
    if shown < len(rows):
        shown -= 1
        words = f"{len(rows) - shown} more in the table"
        pen.write(box.left, box.bottom - small * 0.4, words, pen.style.aside)
        box = box.inset(bottom=LEAST * size)
    pitch = min(box.height / max(shown, 1), most * size)
    inner = box.inset(left=left, right=right)
    placed = Rows(Box(inner.left, inner.top, inner.width, pitch * shown), pitch, shown)
    for at, row in enumerate(rows[:shown]):
        _write_row(pen, box, placed, row, at)
    return placed


def rows_height(count: int, most: float = MOST) -> float:
    """Return what so many rows take when they aren't squeezed, in sizes of the running text."""
    return min(count * most, TALLEST)


def draw_grid(pen: Pen, rows: Rows) -> None:
    """Draw a faint line through the middle of each row."""
    for at in range(rows.shown):
        y = rows.y(at)
        pen.line(((rows.box.left, y), (rows.box.right, y)), Stroke(pen.style.body * FINE, pen.style.hairline))


def _write_row(pen: Pen, box: Box, rows: Rows, row: Row, at: int) -> None:
    style, y = pen.style, rows.y(at)
    left = box.left
    if row.key is not None:
        pen.mark(left + style.body * 0.42, y, row.key, style.body * 0.78)
        left += _indent(pen, row)
    name = fitted(row.name, rows.box.left - style.body * GAP - left, pen.measure(style.body))
    pen.write(left, y, name, Lettering(down="center_baseline"))
    room = box.right - rows.box.right - style.body * GAP
    said = fitted(row.said, room, pen.measure(style.small))
    pen.write(rows.box.right + style.body * GAP, y, said, replace(style.aside, down="center_baseline"))


def _indent(pen: Pen, row: Row) -> float:
    return pen.style.body * 1.25 if row.key is not None else 0.0


def _left(pen: Pen, most: float, rows: Sequence[Row]) -> float:
    measure = pen.measure(pen.style.body)
    wide = max((_indent(pen, row) + measure(row.name) for row in rows), default=0.0) + SLACK
    return min(wide, most) + pen.style.body * GAP


def _right(pen: Pen, box: Box, rows: Sequence[Row]) -> float:
    measure = pen.measure(pen.style.small)
    wide = max((measure(row.said) for row in rows), default=0.0) + SLACK
    return min(wide, box.width * NUMBERS) + pen.style.body * GAP
