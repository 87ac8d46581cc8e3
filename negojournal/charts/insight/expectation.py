"""Draw scores expected before less scores felt after, in order of time."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from typing import TYPE_CHECKING

from negojournal.analysis.insight.estimate import Estimate
from negojournal.analysis.insight.estimate import estimate_words as told
from negojournal.analysis.insight.expectation import Expectation, Gap
from negojournal.analysis.phrase import change
from negojournal.charts.flag import ROW, Flag, draw_flags, flag_rows
from negojournal.charts.frame import Box, Frame, Spot
from negojournal.charts.insight.plane import DOT, named
from negojournal.charts.insight.row import Row, draw_rows, rows_height
from negojournal.charts.insight.scale import differences, draw_up
from negojournal.charts.insight.sheet import Drawing
from negojournal.charts.label import label_of
from negojournal.charts.style import LEADING, MARKERS, Dot, Stroke
from negojournal.charts.ticks import Stop, build_ticks
from negojournal.domain.outcome import Outcome

if TYPE_CHECKING:
    from negojournal.charts.pen import Pen

TALL = 6.4
"""The greatest height of a strip, in sizes of the running text."""

BELOW = 2.8
"""Height of the words under the strips, in sizes of the running text."""

FILL = 0.8
"""The part of its height that a strip uses."""

LEAST_SLOTS = 10
LEAST_REACH = 2.0


def draw_expectation(pen: Pen, box: Box, part: Expectation) -> tuple[Spot, ...]:
    """Draw a strip for each outcome: above its line more was expected, below it more was felt."""
    style = pen.style
    rows = [Row(label_of(key), estimate_words(one), key) for key, one in part.outcomes.items()]
    below = style.body * BELOW
    above = style.body * ROW * flag_rows(part.milestones)
    placed = draw_rows(pen, box.inset(top=above, bottom=below), rows, most=TALL)
    reach = max([LEAST_REACH, *(abs(gap) for one in part.gaps for gap in one.gaps.values())])
    end = max(len(part.gaps), LEAST_SLOTS) + 0.5
    days = [one.day for one in part.gaps]
    spots: tuple[Spot, ...] = ()
    numbers = style.body * 2.2
    for at, outcome in enumerate(list(part.outcomes)[: placed.shown]):
        top = placed.y(at) - placed.pitch * FILL / 2
        plot = Box(placed.box.left + numbers, top, placed.box.width - numbers, placed.pitch * FILL)
        spots += _draw_strip(pen, Frame(plot, 0.5, end, low=-reach, high=reach), outcome, part.gaps)
    across = Frame(placed.box.inset(left=numbers), 0.5, end)
    _draw_dates(pen, across, part.gaps)
    flags = [Flag(bisect_left(days, one.on) + 0.5, one) for one in part.milestones]
    draw_flags(pen, across, flags, flag_rows(part.milestones))
    words = "above the line: expected more than was felt; below: felt more than expected"
    pen.write(box.left, placed.box.bottom + style.small * LEADING * 2, words, style.aside)
    return spots


def estimate_words(one: Estimate) -> str:
    """Return a median of differences with its interval: +0.3 [−0.2, 0.8]; or how many more it takes."""
    if one.value is None:
        return f"needs {one.needed} more"
    return told(one.value, one.interval) if one.interval else change(one.value, 1)


def _draw_strip(pen: Pen, frame: Frame, outcome: Outcome, gaps: tuple[Gap, ...]) -> tuple[Spot, ...]:
    style, plot = pen.style, frame.box
    marks = differences(frame.high)
    draw_up(pen, frame, [mark for mark in marks if mark.value in {0, *_ends(frame, [m.value for m in marks])}])
    pen.line(((plot.left, frame.y(0)), (plot.right, frame.y(0))), Stroke(style.body * 0.09, style.muted))
    found = [(slot, one, one.gaps[outcome]) for slot, one in enumerate(gaps, start=1) if outcome in one.gaps]
    places = [(frame.x(slot), frame.y(gap)) for slot, _, gap in found]
    look = style.dimensions[outcome]
    marker, factor = MARKERS[look.shape]
    pen.dots(places, Dot(style.body * DOT * factor, look.colour, marker))
    return tuple(
        Spot(one.id, x, y, named(one.title, one.day, f"{label_of(outcome)} expected less felt {change(gap, 1)}"))
        for (_, one, gap), (x, y) in zip(found, places, strict=True)
    )


def _ends(frame: Frame, values: list[float]) -> tuple[float, ...]:
    """Return the outermost marks inside a strip."""
    inside = [value for value in values if abs(value) <= frame.high]
    return (inside[0], inside[-1])


def _draw_dates(pen: Pen, frame: Frame, gaps: tuple[Gap, ...]) -> None:
    style = pen.style
    stops = [Stop(float(slot), one.day) for slot, one in enumerate(gaps, start=1)]
    how = replace(style.aside, across="center")
    for tick in build_ticks(stops, frame, pen.measure(style.small), overhang=style.body):
        pen.write(frame.x(tick.x), frame.box.bottom + style.small, tick.text, how)


EXPECTATION = Drawing(
    lambda report: report.expectation,
    lambda part: not part.gaps,
    draw_expectation,
    lambda part: rows_height(len(part.outcomes), TALL) + BELOW + ROW * flag_rows(part.milestones),
)
