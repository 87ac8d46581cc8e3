"""Draw who was stronger beside how long agreements held."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from negojournal.analysis.insight.power import Power, PowerLevel, Standing
from negojournal.analysis.phrase import count
from negojournal.charts.frame import Box, Frame, Spot
from negojournal.charts.insight.plane import DOT, named
from negojournal.charts.insight.row import Row, draw_grid, draw_rows, rows_height
from negojournal.charts.insight.scale import Mark, draw_across, parted
from negojournal.charts.insight.sheet import Drawing
from negojournal.charts.style import LEADING, Dot, Stroke

if TYPE_CHECKING:
    from negojournal.charts.pen import Pen

MONTHS = (1, 2, 3, 6, 12, 24, 60)
MONTH = 30.4
"""Days of a month."""

MOST_MARKS = 5

TALL = 3.8
"""The greatest height of a row, in sizes of the running text."""

BELOW = 2.8
"""Height of the words under the rows, in sizes of the running text."""


def draw_power(pen: Pen, box: Box, part: Power) -> tuple[Spot, ...]:
    """Draw a row for each level of power and a mark for each agreement: a dot holds so far, a cross ended before."""
    style = pen.style
    below = style.body * BELOW
    rows = draw_rows(pen, box.inset(bottom=below), [Row(one.label, _said(one)) for one in part.levels], most=TALL)
    longest = max(one.days for one in part.standings)
    frame = Frame(rows.box, 0, max(longest * 1.05, MONTH))
    draw_grid(pen, rows)
    draw_across(pen, frame, _marks(frame.end))
    words = "days to the look that tells: ● still holds, ✕ found ended"
    pen.write(box.left, rows.box.bottom + style.small * LEADING * 2, words, style.aside)
    spots: tuple[Spot, ...] = ()
    for at, level in enumerate(part.levels[: rows.shown]):
        if level.median_days is not None:
            x, half = frame.x(level.median_days), rows.pitch * 0.32
            pen.line(((x, rows.y(at) - half), (x, rows.y(at) + half)), Stroke(style.body * 0.2, style.muted))
        standings = [one for one in part.standings if one.power == level.power]
        spots += _draw_level(pen, frame, (rows.y(at), rows.pitch), standings)
    return spots


def _draw_level(pen: Pen, frame: Frame, row: tuple[float, float], standings: list[Standing]) -> tuple[Spot, ...]:
    """Draw the marks of one row, given by its middle and its height; they stay within it."""
    (y, height), size = row, pen.style.body * DOT
    places = parted([(frame.x(one.days), y) for one in standings], size, upright=max(1, int(height / size) - 1))
    how = Dot(size, pen.style.text)
    held = [place for place, one in zip(places, standings, strict=True) if not one.ended]
    ended = [place for place, one in zip(places, standings, strict=True) if one.ended]
    pen.dots(held, how)
    pen.crosses(ended, replace(how, size=size * 0.8))
    return tuple(
        Spot(one.id, x, y, named(one.title, one.day, _told(one))) for one, (x, y) in zip(standings, places, strict=True)
    )


def _told(one: Standing) -> str:
    days = count(one.days, "day", "days")
    return f"no longer held after {days}" if one.ended else f"still held after {days}"


def _said(level: PowerLevel) -> str:
    return f"{level.holding} of {level.n} hold" if level.n else "none"


def _marks(end: float) -> tuple[Mark, ...]:
    """Return the finest months that have room, from the handshake on."""
    step = next((one for one in MONTHS if end / (one * MONTH) <= MOST_MARKS), MONTHS[-1])
    numbers = range(0, int(end / MONTH) + 1, step)
    return tuple(Mark(number * MONTH, count(number, "month", "months") if number else "0") for number in numbers)


POWER = Drawing(
    lambda report: report.power,
    lambda part: not part.standings,
    draw_power,
    lambda part: rows_height(len(part.levels), TALL) + BELOW,
)
