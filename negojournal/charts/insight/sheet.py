"""A chart of insights as a whole: its name, what can be said, and the drawing where there is something to draw."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

from negojournal.analysis.insight.report import InsightReport
from negojournal.charts.frame import Box, Spot
from negojournal.charts.placing import wrapped
from negojournal.charts.style import LEADING, Lettering
from negojournal.charts.table import Line, Table

if TYPE_CHECKING:
    from negojournal.charts.pen import Pen

P = TypeVar("P")

MOST_LINES = 3
"""The most lines that a finding takes above a chart."""


@dataclass(frozen=True, slots=True)
class Drawing(Generic[P]):
    """Hold how one part of a report is found, and drawn where it isn't empty."""

    part: Callable[[InsightReport], P]
    is_empty: Callable[[P], bool]
    draw: Callable[[Pen, Box, P], tuple[Spot, ...]]


def draw_sheet(
    pen: Pen, box: Box, report: InsightReport, *, key: str, title: str, drawing: Drawing[P]
) -> tuple[Spot, ...]:
    """Draw a chart under its name and its finding; without data the finding stands alone."""
    style = pen.style
    pen.write(box.left, box.top + style.body, title, Lettering(bold=True))
    y = box.top + style.body * LEADING + style.small
    for line in wrapped(finding_of(report, key), box.width, pen.measure(style.small))[:MOST_LINES]:
        pen.write(box.left, y, line, style.aside)
        y += style.small * LEADING
    part = drawing.part(report)
    if drawing.is_empty(part):
        return ()
    return drawing.draw(pen, box.inset(top=y - box.top), part)


def finding_of(report: InsightReport, key: str) -> str:
    """Return the one sentence that a chart is told with."""
    return next(iter(report.words[key].remarks), "")


def table_of(report: InsightReport, key: str) -> Table:
    """Return a chart as a table."""
    words = report.words[key]
    return Table(words.header, tuple(Line(cells) for cells in words.rows))
