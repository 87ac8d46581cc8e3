"""Draw how practices go over time."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from negojournal.analysis.insight.habit import Habit, Habits, Stretch
from negojournal.charts.flag import ROW, Flag, draw_flags, flag_rows
from negojournal.charts.frame import Box, Frame, Spot
from negojournal.charts.insight.row import Row, draw_rows, rows_height
from negojournal.charts.insight.scale import percent
from negojournal.charts.insight.sheet import Drawing
from negojournal.charts.style import FINE, LEADING, Stroke
from negojournal.charts.ticks import Stop, build_ticks

if TYPE_CHECKING:
    from negojournal.charts.pen import Pen

FILL, WIDE = 0.74, 0.7
"""The part of a row's height that a full bar takes, and the part of its slot's width."""

BELOW = 1.8
"""Height of the dates, in sizes of the running text."""

LEAST_SLOTS = 6


def draw_habits(pen: Pen, box: Box, part: Habits) -> tuple[Spot, ...]:
    """Draw a row for each practice: each bar is filled as high as the share done well."""
    style = pen.style
    below = style.body * BELOW
    above = style.body * ROW * flag_rows(part.milestones)
    rows = draw_rows(pen, box.inset(top=above, bottom=below), [Row(one.label, _said(one)) for one in part.habits])
    stretches = part.habits[0].stretches
    frame = Frame(rows.box, 0, max(len(stretches), LEAST_SLOTS))
    for at, habit in enumerate(part.habits[: rows.shown]):
        high = rows.pitch * FILL
        _draw_habit(
            pen, Frame(Box(rows.box.left, rows.y(at) - high / 2, rows.box.width, high), 0, frame.end, 0, 1), habit
        )
    stops = [Stop(slot + 0.5, one.start) for slot, one in enumerate(stretches)]
    how = replace(style.aside, across="center")
    for tick in build_ticks(stops, frame, pen.measure(style.small), overhang=style.body):
        pen.write(frame.x(tick.x), rows.box.bottom + style.small * LEADING, tick.text, how)
    draw_flags(
        pen, frame, [Flag(_place(stretches, one.on), one) for one in part.milestones], flag_rows(part.milestones)
    )
    return ()


def _place(stretches: Sequence[Stretch], day: date) -> float:
    """Return where a day stands between stretches, or within one."""
    slot = bisect_left(stretches, day, key=lambda one: one.end)
    one = stretches[slot]
    within = (day - one.start) / max(one.end - one.start, timedelta(days=1))
    return slot + max(within, 0.0)


def _draw_habit(pen: Pen, frame: Frame, habit: Habit) -> None:
    style, plot = pen.style, frame.box
    pen.line(((plot.left, plot.bottom), (plot.right, plot.bottom)), Stroke(style.body * FINE, style.hairline))
    for slot, one in enumerate(habit.stretches):
        if one.well is None:
            continue
        whole = Box(frame.x(slot + (1 - WIDE) / 2), plot.top, frame.unit * WIDE, plot.height)
        pen.bar(whole, style.hairline)
        pen.bar(whole.inset(top=frame.y(one.well) - plot.top), style.shade)


def _said(habit: Habit) -> str:
    return f"{percent(habit.share)} of {habit.asked}"


HABITS = Drawing(
    lambda report: report.habits,
    lambda part: not part.habits,
    draw_habits,
    lambda part: rows_height(len(part.habits)) + BELOW + ROW * flag_rows(part.milestones),
)
