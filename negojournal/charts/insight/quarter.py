"""Draw how it was done beside what came of it, in four named quarters."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from negojournal.analysis.insight.quarter import HALF, Quarter, Quarters
from negojournal.charts.frame import Box, Frame, Spot
from negojournal.charts.insight.plane import DOT, HEIGHT, Side, draw_plane, draw_points, named
from negojournal.charts.insight.scale import PERCENTS, Mark, percent
from negojournal.charts.insight.sheet import Drawing
from negojournal.charts.style import Dot, Lettering, Stroke

if TYPE_CHECKING:
    from negojournal.charts.pen import Pen

RESULTS = (Mark(-0.25, "below"), *PERCENTS[:1], *PERCENTS[2:3], *PERCENTS[4:], Mark(1.25, "beyond"))
"""The range captured from bottom line (0) to goal (1); what lies beyond either stands at the edge."""

ROOM = 0.12
"""For the names of the quarters above and below the points."""

LOW, HIGH = RESULTS[0].value, RESULTS[-1].value

CORNERS = {
    Quarter.LUCKY: ("left", "top"),
    Quarter.EARNED: ("right", "top"),
    Quarter.DESERVED: ("left", "bottom"),
    Quarter.UNLUCKY: ("right", "bottom"),
}


def draw_quarters(pen: Pen, box: Box, part: Quarters) -> tuple[Spot, ...]:
    """Draw a point for each negotiation, and the name of each quarter with its count in its corner."""
    frame = draw_plane(pen, box, Side(PERCENTS, "practices done well"), Side(RESULTS, "range captured", ROOM))
    plot, cross = frame.box, Stroke(pen.style.body * 0.09, pen.style.muted)
    x, y = frame.x(HALF), frame.y(HALF)
    pen.line(((x, plot.top), (x, plot.bottom)), cross)
    pen.line(((plot.left, y), (plot.right, y)), cross)
    for quarter in Quarter:
        _name(pen, frame, quarter, part.count(quarter))
    places = [(frame.x(one.process), frame.y(min(max(one.result, LOW), HIGH))) for one in part.points]
    said = [f"{percent(one.process)} of practices done well, {percent(one.result)} of the range" for one in part.points]
    spots = [(one.id, named(one.title, one.day, words)) for one, words in zip(part.points, said, strict=True)]
    return draw_points(pen, places, spots, Dot(pen.style.body * DOT, pen.style.text))


def _name(pen: Pen, frame: Frame, quarter: Quarter, n: int) -> None:
    side, edge = CORNERS[quarter]
    size, plot = pen.style.body, frame.box
    x = plot.left + size * 0.5 if side == "left" else plot.right - size * 0.5
    y = plot.top + size * 1.2 if edge == "top" else plot.bottom - size * 0.5
    how = replace(Lettering(bold=True, clear=True), across=side)
    pen.write(x, y, f"{quarter.capitalize()} {n}", how)


QUARTERS = Drawing(
    lambda report: report.quarters,
    lambda part: not part.points,
    draw_quarters,
    lambda _part: HEIGHT,
)
