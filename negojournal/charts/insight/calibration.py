"""Draw the chances given before beside how often the goal was reached."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from negojournal.analysis.insight.calibration import Calibration
from negojournal.charts.frame import Box, Frame, Spot
from negojournal.charts.insight.plane import DOT, HEIGHT, Side, draw_plane, draw_points, named
from negojournal.charts.insight.scale import PERCENTS, percent
from negojournal.charts.insight.sheet import Drawing
from negojournal.charts.style import LEADING, Dot, Fill, Lettering, Stroke

if TYPE_CHECKING:
    from negojournal.charts.pen import Pen

OUTCOMES = {True: "reached", False: "not reached"}


def draw_calibration(pen: Pen, box: Box, part: Calibration) -> tuple[Spot, ...]:
    """Draw each prediction at the top or the bottom, and from 10 on the line that should follow the diagonal."""
    style = pen.style
    frame = draw_plane(pen, box, Side(PERCENTS, "chance given before"), Side(PERCENTS, "goal reached"))
    ends = ((frame.x(0), frame.y(0)), (frame.x(1), frame.y(1)))
    pen.line(ends, Stroke(style.body * 0.07, style.muted, dashed=True))
    how = replace(style.aside, across="right", clear=True)
    pen.write(frame.x(0.8), frame.y(0.8) - style.small * 0.2, "as often as predicted", how)
    places = [(frame.x(one.chance), frame.y(1.0 if one.reached else 0.0)) for one in part.forecasts]
    said = [f"{percent(one.chance)} given, {OUTCOMES[one.reached]}" for one in part.forecasts]
    spots = [(one.id, named(one.title, one.day, words)) for one, words in zip(part.forecasts, said, strict=True)]
    shown = draw_points(pen, places, spots, Dot(style.body * DOT, style.muted, fill=Fill.NONE))
    _draw_line(pen, frame, part)
    return shown


def _draw_line(pen: Pen, frame: Frame, part: Calibration) -> None:
    style = pen.style
    places = [(frame.x(one.chance), frame.y(one.reached)) for one in part.bins]
    pen.line(places, Stroke(style.body * 0.17, style.text))
    pen.dots(places, Dot(style.body * DOT * 1.3, style.text))
    how = Lettering(style.small, style.text, across="center", clear=True)
    for one, (x, y) in zip(part.bins, places, strict=True):
        below = y + style.small * LEADING * 1.1
        pen.write(x, below if below < frame.box.bottom else y - style.small, f"{percent(one.reached)} of {one.n}", how)


CALIBRATION = Drawing(
    lambda report: report.calibration,
    lambda part: not part.forecasts,
    draw_calibration,
    lambda _part: HEIGHT,
)
