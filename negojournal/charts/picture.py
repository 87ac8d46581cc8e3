"""A chart as pixels, made on any thread: the window only has to paint them."""

from __future__ import annotations

from dataclasses import dataclass

from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from negojournal.charts.chart import Draw, R
from negojournal.charts.frame import PADDING, Box, Spot
from negojournal.charts.pen import POINTS_PER_INCH, Pen, lenient
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


def draw_picture(draw: Draw[R], report: R, style: ChartStyle, canvas: Canvas) -> Picture:
    """Draw a report and return the picture."""
    agg = build_canvas(canvas)
    box = Box(PADDING, PADDING, canvas.width - 2 * PADDING, canvas.height - 2 * PADDING)
    with lenient():
        spots = draw(Pen(agg, style), box, report)
        agg.draw()  # type: ignore[no-untyped-call]
    width, height = agg.get_width_height()
    return Picture(width, height, canvas.ratio, bytes(agg.buffer_rgba()), spots)  # type: ignore[no-untyped-call]


def build_canvas(canvas: Canvas) -> FigureCanvasAgg:
    """Return an empty canvas to draw on."""
    size = (canvas.width / POINTS_PER_INCH, canvas.height / POINTS_PER_INCH)
    return FigureCanvasAgg(Figure(figsize=size, dpi=POINTS_PER_INCH * canvas.ratio))
