"""Draw the four outcomes beside each other, and the latest review above them while there are few."""

from __future__ import annotations

from typing import TYPE_CHECKING

from negojournal.analysis.report import TrendReport
from negojournal.charts.frame import Box, Spot
from negojournal.charts.panel import build_panel
from negojournal.charts.profile import build_profile, is_shown
from negojournal.charts.strip import draw_profile
from negojournal.charts.trend import LARGE, SMALL, draw_trend
from negojournal.domain.outcome import Outcome

if TYPE_CHECKING:
    from negojournal.charts.pen import Pen

COLUMNS = 2
GUTTER = 18.0
STRIP = 11.5
"""Height of the latest review, in sizes of its text."""


def draw_overview(pen: Pen, box: Box, report: TrendReport) -> tuple[Spot, ...]:
    """Draw the small multiples into a box."""
    spots: tuple[Spot, ...] = ()
    if is_shown(report):
        high = pen.style.body * STRIP
        spots = draw_profile(pen, Box(box.left, box.top, box.width, high), build_profile(report))
        box = box.inset(top=high + GUTTER)
    rows = len(Outcome) // COLUMNS
    wide, high = (box.width - GUTTER) / COLUMNS, (box.height - GUTTER) / rows
    for at, outcome in enumerate(Outcome):
        row, column = divmod(at, COLUMNS)
        cell = Box(box.left + column * (wide + GUTTER), box.top + row * (high + GUTTER), wide, high)
        spots += draw_trend(pen, cell, build_panel(report, outcome), SMALL)
    return spots


def draw_small(pen: Pen, box: Box, report: TrendReport, key: str) -> tuple[Spot, ...]:
    """Draw one dimension as it stands among others."""
    return draw_trend(pen, box, build_panel(report, key), SMALL)


def draw_large(pen: Pen, box: Box, report: TrendReport, key: str) -> tuple[Spot, ...]:
    """Draw one dimension on its own."""
    return draw_trend(pen, box, build_panel(report, key), LARGE)


def draw_latest(pen: Pen, box: Box, report: TrendReport) -> tuple[Spot, ...]:
    """Draw the latest review."""
    return draw_profile(pen, box, build_profile(report))
