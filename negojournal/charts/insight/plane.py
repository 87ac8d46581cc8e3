"""Negotiations as points on a plane, each leading to its review."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from negojournal.analysis.phrase import day_words
from negojournal.charts.frame import Box, Frame, Spot
from negojournal.charts.insight.scale import Mark, draw_across, draw_up, parted
from negojournal.charts.style import LEADING, Dot
from negojournal.charts.words import UNTITLED, one_line

if TYPE_CHECKING:
    from negojournal.charts.pen import Pen

HEIGHT = 27.0
"""Height of a plane when it isn't squeezed, in sizes of the running text."""

DOT = 0.62
"""Width of a point, in sizes of the running text."""


@dataclass(frozen=True, slots=True)
class Side:
    """Hold one axis: its marks in order, what it is about, and the part of it that is left free at each end."""

    marks: tuple[Mark, ...]
    words: str
    room: float = 0.04

    @property
    def ends(self) -> tuple[float, float]:
        """Return the least and the greatest value."""
        low, high = self.marks[0].value, self.marks[-1].value
        room = (high - low) * self.room
        return low - room, high + room


def draw_plane(pen: Pen, box: Box, across: Side, up: Side) -> Frame:
    """Draw the two axes and return what lies between them."""
    style = pen.style
    numbers = max(pen.measure(style.small)(mark.words) for mark in up.marks)
    line = style.small * LEADING
    plot = box.inset(left=numbers + style.body, top=line + style.body, right=style.body, bottom=line * 2.2)
    (start, end), (low, high) = across.ends, up.ends
    frame = Frame(plot, start, end, low=low, high=high)
    draw_across(pen, frame, across.marks)
    draw_up(pen, frame, up.marks)
    pen.write(box.left, box.top + line, f"↑ {up.words}", style.aside)
    pen.write(plot.right, box.bottom - style.small * 0.4, f"{across.words} →", replace(style.aside, across="right"))
    return frame


def draw_points(
    pen: Pen, places: Sequence[tuple[float, float]], spots: Sequence[tuple[str, str]], how: Dot
) -> tuple[Spot, ...]:
    """Draw points, side by side where they meet, and return where their reviews stand; `spots` are id and words."""
    moved = parted(places, how.size)
    pen.dots(moved, how)
    return tuple(Spot(id_, x, y, words) for (id_, words), (x, y) in zip(spots, moved, strict=True))


def named(title: str, day: date, said: str) -> str:
    """Return what names a point: Budget 2027, 4 October 2025: 60 % of the range."""
    return f"{one_line(title) or UNTITLED}, {day_words(day, year=True)}: {said}"
