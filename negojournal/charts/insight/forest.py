"""Differences with what else would fit them, row by row around a line at 0."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from negojournal.analysis.trend import Interval
from negojournal.charts.frame import Box, Frame
from negojournal.charts.insight.row import Row, Rows, draw_grid, draw_rows, rows_height
from negojournal.charts.insight.scale import differences, draw_across
from negojournal.charts.style import LEADING, MARKERS, Dot, Stroke
from negojournal.domain.theme import Shape

if TYPE_CHECKING:
    from negojournal.charts.pen import Pen

NAMES = 0.44
"""The widest that names may be beside the drawing."""

LEAST_REACH = 1.0
"""A scale of differences reaches at least one point to either side."""

ROUND = MARKERS[Shape.CIRCLE]

BELOW = 2.8
"""Height of the words under the rows, in sizes of the running text."""

DOT, THICK = 0.9, 0.2
"""Width of a mark and of its interval, in sizes of the running text."""


@dataclass(frozen=True, slots=True)
class Difference:
    """Hold one row: its words, the difference and its interval; None where there is too little."""

    row: Row
    value: float | None
    interval: Interval | None


def forest_height(count: int) -> float:
    """Return what so many rows take, in sizes of the running text."""
    return rows_height(count) + BELOW


def draw_forest(pen: Pen, box: Box, differences_: Sequence[Difference], group: str = "") -> None:
    """Draw differences around 0; `group` is the one that is higher to the right and lower to the left."""
    below = pen.style.body * BELOW
    rows = draw_rows(pen, box.inset(bottom=below), [one.row for one in differences_], names=NAMES)
    frame = _frame(rows, differences_)
    marks = differences(frame.end)
    frame = Frame(frame.box, marks[0].value, marks[-1].value)
    draw_grid(pen, rows)
    draw_across(pen, frame, marks)
    zero = frame.x(0)
    pen.line(((zero, rows.box.top), (zero, rows.box.bottom)), Stroke(pen.style.body * 0.09, pen.style.muted))
    _draw_sides(pen, frame, group)
    for at, one in enumerate(differences_[: rows.shown]):
        _draw_difference(pen, frame, rows.y(at), one)


def _frame(rows: Rows, shown: Sequence[Difference]) -> Frame:
    ends = [abs(end) for one in shown if one.interval for end in (one.interval.low, one.interval.high)]
    values = [abs(one.value) for one in shown if one.value is not None]
    reach = max([LEAST_REACH, *ends, *values])
    return Frame(rows.box, -reach, reach)


def _draw_sides(pen: Pen, frame: Frame, group: str) -> None:
    """Say under both directions what they mean, with the name of the group where there is room."""
    style, y = pen.style, frame.box.bottom + pen.style.small * LEADING * 2
    room = frame.box.width / 2 - style.small
    named = f"higher {group} →"
    tail = f" {group}" if group and pen.measure(style.small)(named) <= room else ""
    pen.write(frame.box.left, y, f"← lower{tail}", style.aside)
    pen.write(frame.box.right, y, f"higher{tail} →", replace(style.aside, across="right"))


def _draw_difference(pen: Pen, frame: Frame, y: float, one: Difference) -> None:
    if one.value is None:
        return
    size = pen.style.body
    colour = pen.style.dimensions[one.row.key].colour if one.row.key else pen.style.text
    if one.interval is not None:
        ends = ((frame.x(one.interval.low), y), (frame.x(one.interval.high), y))
        pen.line(ends, Stroke(size * THICK, colour))
    place = (frame.x(one.value), y)
    marker, factor = MARKERS[pen.style.dimensions[one.row.key].shape or Shape.CIRCLE] if one.row.key else ROUND
    pen.dots((place,), Dot(size * DOT * factor, colour, marker))
