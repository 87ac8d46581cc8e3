"""A chart as pixels, made on any thread: the window only has to paint them."""

from __future__ import annotations

from dataclasses import dataclass

from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from negojournal.analysis.report import TrendReport
from negojournal.charts.frame import Box, Spot
from negojournal.charts.pen import POINTS_PER_INCH, Pen
from negojournal.charts.registry import Draw
from negojournal.charts.style import ChartStyle


@dataclass(frozen=True, slots=True)
class Picture:
    """Hold pixels as RGBA bytes, `ratio` of them to a point, and where reviews stand in points."""

    width: int
    height: int
    ratio: float
    pixels: bytes
    spots: tuple[Spot, ...]


@dataclass(frozen=True, slots=True)
class Canvas:
    """Hold the size of a picture in points, and how many pixels a point has."""

    width: float
    height: float
    ratio: float = 1.0


def draw_picture(draw: Draw, report: TrendReport, style: ChartStyle, canvas: Canvas) -> Picture:
    """Draw a report and return the picture."""
    figure = build_figure(canvas.width, canvas.height, canvas.ratio)
    agg = FigureCanvasAgg(figure)
    spots = draw(Pen(figure, style), Box(0, 0, canvas.width, canvas.height), report)
    agg.draw()  # type: ignore[no-untyped-call]
    width, height = agg.get_width_height()
    return Picture(width, height, canvas.ratio, bytes(agg.buffer_rgba()), spots)  # type: ignore[no-untyped-call]


def build_figure(width: float, height: float, ratio: float) -> Figure:
    """Return an empty figure of a size in points."""
    return Figure(figsize=(width / POINTS_PER_INCH, height / POINTS_PER_INCH), dpi=POINTS_PER_INCH * ratio)
