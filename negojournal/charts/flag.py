"""Milestones on a time line: an upright line each, with its name above the drawing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from negojournal.charts.frame import Frame
from negojournal.charts.placing import Label, Room, flagged
from negojournal.charts.style import LEADING
from negojournal.charts.words import one_line
from negojournal.domain.negotiation import Milestone

if TYPE_CHECKING:
    from negojournal.charts.pen import Pen

FLAG_GAP = 0.23
"""Between the line of a milestone and its name, in sizes of the running text."""

OVERHANG = 1.3
"""How far names may hang over the drawing, in sizes of the running text."""


MOST_ROWS, ROW = 2, 1.25
"""Rows of names above a chart of insights at most, and the height of one in sizes of the running text."""


@dataclass(frozen=True, slots=True)
class Flag:
    """Hold a milestone and where it stands."""

    x: float
    milestone: Milestone


def draw_flags(pen: Pen, frame: Frame, flags: Sequence[Flag], rows: int) -> None:
    """Draw milestones in order of time, their names in so many rows above the frame."""
    body, leading = pen.style.body, pen.style.small * LEADING
    labels = [Label(one_line(flag.milestone.title), frame.x(flag.x)) for flag in flags]
    over = body * OVERHANG
    room = Room(rows, frame.box.left - over, frame.box.right + over, body)
    placed = flagged(labels, room, pen.measure(pen.style.small))
    base = frame.box.top - 0.35 * leading
    tops: dict[float, float] = {}
    for one in placed:
        y = base - one.row * leading
        side, across = (-1, "right") if one.leftwards else (1, "left")
        pen.write(one.at + side * body * FLAG_GAP, y, one.text, replace(pen.style.aside, across=across))
        tops[one.at] = min(y, tops.get(one.at, y))
    for x in {label.at: None for label in labels}:
        pen.rule(x, tops.get(x, frame.box.top), frame.box.bottom)


def flag_rows(milestones: Sequence[Milestone]) -> int:
    """Return how many rows of names a chart of insights has."""
    return min(len(milestones), MOST_ROWS)
