"""A chart of insights as a whole: its name, what can be said, and the drawing where there is something to draw."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

from negojournal.analysis.insight.report import InsightReport
from negojournal.charts.frame import Box, Spot
from negojournal.charts.placing import fitted, wrapped
from negojournal.charts.style import LEADING, PRINT_SIZE, Lettering
from negojournal.charts.table import Line, Table

if TYPE_CHECKING:
    from negojournal.charts.pen import Pen

P = TypeVar("P")

HEAD = 4.2
"""Height of a name and a finding of two lines, in sizes of the running text."""

MOST_LINES = 3
"""The most lines that a finding takes above a chart."""


@dataclass(frozen=True, slots=True)
class Drawing(Generic[P]):
    """Hold how one part of a report is found, whether it is empty, and how it is drawn.

    `height` is what the drawing takes when it isn't squeezed, in sizes of the running text.
    """

    part: Callable[[InsightReport], P]
    is_empty: Callable[[P], bool]
    draw: Callable[[Pen, Box, P], tuple[Spot, ...]]
    height: Callable[[P], float]


def draw_sheet(
    pen: Pen, box: Box, report: InsightReport, *, key: str, title: str, drawing: Drawing[P]
) -> tuple[Spot, ...]:
    """Draw a chart under its name and its finding; without data the finding stands alone."""
    style = pen.style
    pen.write(box.left, box.top + style.body, title, Lettering(bold=True))
    y = box.top + style.body * LEADING + style.small
    for line in _lines(pen, finding_of(report, key), box.width):
        pen.write(box.left, y, line, style.aside)
        y += style.small * LEADING
    part = drawing.part(report)
    if drawing.is_empty(part):
        return ()
    return drawing.draw(pen, box.inset(top=y - box.top), part)


def _lines(pen: Pen, text: str, width: float) -> tuple[str, ...]:
    """Return a text in at most a few lines."""
    measure = pen.measure(pen.style.small)
    lines = wrapped(text, width, measure)
    if len(lines) <= MOST_LINES:
        return lines
    last = fitted(" ".join(lines[MOST_LINES - 1 :]), width, measure)
    return (*lines[: MOST_LINES - 1], last)


def sheet_height(report: InsightReport, *, drawing: Drawing[P]) -> float:
    """Return the points that a chart takes on paper, with its name and its finding."""
    part = drawing.part(report)
    return PRINT_SIZE * (HEAD if drawing.is_empty(part) else HEAD + drawing.height(part))


def finding_of(report: InsightReport, key: str) -> str:
    """Return the one sentence that a chart is told with."""
    return next(iter(report.words[key].remarks), "")


def table_of(report: InsightReport, key: str) -> Table:
    """Return a chart as a table; a line that stands for a negotiation leads to it."""
    words = report.words[key]
    ids = words.ids or (None,) * len(words.rows)
    return Table(words.header, tuple(Line(cells, id_) for cells, id_ in zip(words.rows, ids, strict=True)))
