"""The one hand that draws: matplotlib in points from the top left corner, in the style of the interface."""

from __future__ import annotations

import warnings
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cache, lru_cache
from typing import Any

from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg, RendererAgg
from matplotlib.font_manager import FontProperties, fontManager
from matplotlib.lines import Line2D
from matplotlib.patches import Rectangle

from negojournal.charts.frame import SCALE, Box, Frame, Place
from negojournal.charts.placing import Measure
from negojournal.charts.plot import Plot
from negojournal.charts.style import FINE, MARKERS, ChartStyle, Dot, Fill, Lettering, Stroke
from negojournal.domain.steering import STEERING

POINTS_PER_INCH = 72

FALLBACKS = ("Noto Sans CJK SC", "Microsoft YaHei", "PingFang SC", "Hiragino Sans", "DejaVu Sans")
"""Fonts for letters that the wanted one lacks; the last comes with matplotlib."""

REGULAR, BOLD = 400, 700
"""Weights that every font has."""

RIM = 0.14
"""Width of the edge of a mark, in sizes of the mark."""

UNSEEN = "\N{ZERO WIDTH NO-BREAK SPACE}"
"""A mark without a shape, over which matplotlib 3.11 stumbles when it writes a PDF."""

RUNNING = Lettering()


class Pen:
    """Draw on one figure in one style."""

    def __init__(self, canvas: FigureCanvasAgg, style: ChartStyle) -> None:
        self.style = style
        self._figure = figure = canvas.figure
        self._families = families_of(style.families)
        self.width, self.height = (inches * POINTS_PER_INCH for inches in figure.get_size_inches())
        figure.set_facecolor(style.ground)

    def write(self, x: float, y: float, text: str, how: Lettering = RUNNING) -> None:
        """Write a text at a place in points."""
        self._figure.text(
            x / self.width,
            1 - y / self.height,
            drawable(text),
            color=how.colour or self.style.text,
            fontproperties=self._font(how.size or self.style.body, bold=how.bold),
            ha=how.across,
            va=how.down,
            parse_math=False,
            bbox={"facecolor": self.style.ground, "linewidth": 0, "pad": 1.0} if how.clear else None,
        )

    def measure(self, size: float, *, bold: bool = False) -> Measure:
        """Return what tells the width of a text in one size and weight."""
        font = self._font(size, bold=bold)
        return lambda text: _width(drawable(text), font, self._figure.dpi)

    def mark(self, x: float, y: float, key: str, size: float) -> None:
        """Draw the mark of a dimension beside a text."""
        look = self.style.dimensions[key]
        marker, factor = MARKERS[look.shape]
        self._add(
            Line2D([], [], marker=marker, markersize=size * factor, color=look.colour, markeredgewidth=0), [(x, y)]
        )

    def dots(self, places: Sequence[Place], how: Dot) -> None:
        """Draw marks at places in points, parted by the ground's colour where they meet."""
        edge = how.size * RIM
        line = Line2D(
            [],
            [],
            linestyle="none",
            marker=how.marker,
            markersize=how.size,
            fillstyle=how.fill.value,
            markerfacecolor=how.colour,
            markerfacecoloralt=self.style.ground,
            markeredgecolor=self.style.ground if how.fill is Fill.FULL else how.colour,
            markeredgewidth=edge,
        )
        self._add(line, places)

    def crosses(self, places: Sequence[Place], how: Dot) -> None:
        """Draw crosses at places in points."""
        width = how.size * RIM * 1.5
        line = Line2D(
            [], [], linestyle="none", marker="x", markersize=how.size, color=how.colour, markeredgewidth=width
        )
        self._add(line, places)

    def line(self, places: Sequence[Place], how: Stroke) -> None:
        """Draw a line through places in points."""
        dashes: Any = (0, (4, 3)) if how.dashed else "-"
        self._add(Line2D([], [], color=how.colour, linewidth=how.width, linestyle=dashes), places)

    def bar(self, box: Box, colour: str) -> None:
        """Fill a box."""
        corner, size = (
            (box.left / self.width, 1 - box.bottom / self.height),
            (box.width / self.width, box.height / self.height),
        )
        self._figure.add_artist(
            Rectangle(corner, *size, facecolor=colour, linewidth=0, transform=self._figure.transFigure)
        )

    def rule(self, x: float, top: float, bottom: float) -> None:
        """Draw an upright dashed line."""
        self.line(((x, top), (x, bottom)), Stroke(self.style.body * FINE, self.style.muted, dashed=True))

    def axes(self, frame: Frame, *, grid: Sequence[float] = SCALE) -> Axes:
        """Return axes that fill a frame: no edge, no ticks, a faint line at each step of the scale."""
        box = frame.box
        left, bottom = box.left / self.width, 1 - box.bottom / self.height
        axes = Plot(self._figure, (left, bottom, box.width / self.width, box.height / self.height))
        self._figure.add_axes(axes)
        axes.set_axis_off()
        axes.set_xlim(frame.start, frame.end)
        axes.set_ylim(frame.low, frame.high)
        axes.hlines(
            grid, frame.start, frame.end, colors=self.style.hairline, linewidths=self.style.body * FINE, zorder=0
        )
        return axes

    def _add(self, line: Line2D, places: Sequence[Place]) -> None:
        line.set_data([x / self.width for x, _ in places], [1 - y / self.height for _, y in places])
        line.set_transform(self._figure.transFigure)
        self._figure.add_artist(line)

    def _font(self, size: float, *, bold: bool) -> FontProperties:
        return _font(self._families, size, BOLD if bold else REGULAR)


def families_of(wanted: Sequence[str]) -> tuple[str, ...]:
    """Return those fonts of a list that can be drawn with, and those that step in for them."""
    known = set(fontManager.get_font_names())
    return tuple(dict.fromkeys(family for family in (*wanted, *FALLBACKS) if family in known))


def drawable(text: str) -> str:
    """Return a text without what no file takes and no font draws."""
    return STEERING.sub("", text).replace(UNSEEN, "")


@contextmanager
def lenient() -> Iterator[None]:
    """Draw an empty box, and no warning, for a letter that no font has."""
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", "Glyph .* missing from font", UserWarning)
        yield


@cache
def _font(families: tuple[str, ...], size: float, weight: int) -> FontProperties:
    return FontProperties(family=list(families), size=size, weight=weight)


@cache
def _renderer(dpi: float) -> RendererAgg:
    return RendererAgg(1, 1, dpi)  # type: ignore[no-untyped-call]


@lru_cache(maxsize=4096)
def _width(text: str, font: FontProperties, dpi: float) -> float:
    """Return how wide a text comes out in points; the same few words are asked for over and over."""
    if not text:
        return 0.0
    measure: Any = _renderer(dpi).get_text_width_height_descent
    return float(measure(text, font, ismath=False)[0]) * POINTS_PER_INCH / dpi
