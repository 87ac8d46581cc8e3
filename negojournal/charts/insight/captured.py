"""Draw the range captured beside how the result felt."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from negojournal.analysis.insight.captured import Captured
from negojournal.analysis.phrase import score_words
from negojournal.charts.frame import SCALE, Box, Frame, Spot
from negojournal.charts.insight.plane import DOT, HEIGHT, Side, draw_plane, draw_points, named
from negojournal.charts.insight.quarter import HIGH, LOW, RESULTS, ROOM
from negojournal.charts.insight.scale import Mark, percent
from negojournal.charts.insight.sheet import Drawing
from negojournal.charts.style import Dot, Lettering, Stroke
from negojournal.domain.outcome import Outcome

if TYPE_CHECKING:
    from negojournal.charts.pen import Pen

FELT = tuple(Mark(score, f"{score}") for score in SCALE)


def draw_captured(pen: Pen, box: Box, part: Captured) -> tuple[Spot, ...]:
    """Draw a point for each negotiation, and from 5 on the medians where feeling and result part company."""
    frame = draw_plane(pen, box, Side(RESULTS, "range captured"), Side(FELT, "how the result felt", ROOM))
    if part.median_captured is not None and part.median_felt is not None:
        _draw_medians(pen, frame, part.median_captured, part.median_felt)
    places = [(frame.x(_held(one.captured)), frame.y(one.felt)) for one in part.points]
    said = [f"{percent(one.captured)} of the range, felt {score_words(one.felt)}" for one in part.points]
    spots = [(one.id, named(one.title, one.day, words)) for one, words in zip(part.points, said, strict=True)]
    look = pen.style.dimensions[Outcome.INSTRUMENTAL]
    return draw_points(pen, places, spots, Dot(pen.style.body * DOT, look.colour))


def _draw_medians(pen: Pen, frame: Frame, captured: float, felt: float) -> None:
    style, plot = pen.style, frame.box
    x, y = frame.x(_held(captured)), frame.y(felt)
    dashed = Stroke(style.body * 0.07, style.muted, dashed=True)
    pen.line(((x, plot.top), (x, plot.bottom)), dashed)
    pen.line(((plot.left, y), (plot.right, y)), dashed)
    how = Lettering(style.small, style.muted, clear=True)
    pen.write(plot.left + style.body * 0.5, plot.top + style.body * 1.1, "captured less, felt better", how)
    right = replace(how, across="right")
    pen.write(plot.right - style.body * 0.5, plot.bottom - style.body * 0.5, "captured more, felt worse", right)


def _held(share: float) -> float:
    return min(max(share, LOW), HIGH)


CAPTURED = Drawing(
    lambda report: report.captured,
    lambda part: not part.points,
    draw_captured,
    lambda _part: HEIGHT,
)
