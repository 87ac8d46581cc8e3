"""Draw one panel of trends, small among others or large on its own."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from negojournal.charts.ending import Ending, build_endings
from negojournal.charts.flag import FLAG_GAP, OVERHANG, draw_flags
from negojournal.charts.frame import SCALE, Box, Frame, Spot
from negojournal.charts.panel import Panel, Range
from negojournal.charts.placing import Tag, fitted, spread, tagged
from negojournal.charts.style import LEADING, MARKERS, Lettering
from negojournal.charts.ticks import build_ticks

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from negojournal.charts.pen import Pen

BAND, CENTRE, LINE, HOLLOW, DOT, RING = range(1, 7)
"""What lies over what."""

DOTS = (0.19, 0.46)
"""The least and the greatest width of a point; between them, points are as wide as reviews stand apart.

These and all lengths below are in sizes of the running text, so that a chart looks alike at any size.
"""

RING_ROOM = 0.38
"""How much wider a ring is than the point in it."""

HEAVY, THIN = 0.17, 0.07

GAP = 0.46
"""Between a line and its words."""


@dataclass(frozen=True, slots=True)
class Detail:
    """Hold how much a panel tells: words or bare numbers, rows for the labels of milestones, steps of the scale."""

    spelled: bool
    rows: int
    scale: tuple[int, ...]


SMALL = Detail(spelled=False, rows=1, scale=(1, 4, 7))
LARGE = Detail(spelled=True, rows=3, scale=SCALE)


def draw_trend(pen: Pen, box: Box, panel: Panel, detail: Detail) -> tuple[Spot, ...]:
    """Draw a panel into a box and return where its reviews stand."""
    endings = build_endings(panel, pen.style, spelled=detail.spelled)
    frame = _frame(pen, box, panel, endings, detail)
    axes = pen.axes(frame)
    axes.set_gid(panel.key)
    _draw_heading(pen, box, panel)
    _draw_scale(pen, frame, detail)
    _draw_dates(pen, frame, panel)
    draw_flags(pen, frame, panel.flags, _rows(panel, detail))
    for one in panel.ranges:
        _draw_range(pen, axes, panel, one)
    _draw_spread(pen, axes, panel)
    _draw_median(pen, axes, panel)
    _draw_recent(pen, axes, panel)
    _draw_points(pen, axes, frame, panel)
    _draw_rings(pen, axes, frame, panel, detail)
    _draw_endings(pen, frame, panel, endings)
    return tuple(Spot(point.id, frame.x(point.x), frame.y(point.score), point.words) for point in panel.points)


def dot_size(frame: Frame, size: float) -> float:
    """Return how wide a point is beside text of a size: smaller where reviews stand closer."""
    least, most = DOTS
    return min(max(frame.unit, least * size), most * size)


def _frame(pen: Pen, box: Box, panel: Panel, endings: tuple[Ending, ...], detail: Detail) -> Frame:
    """Return the frame that headings, labels and dates leave; words beside short lines stand inside it."""
    small, body = pen.style.small, pen.style.body
    wide = max((pen.measure(small, bold=one.bold)(one.text) for one in endings), default=0)
    plot = box.inset(
        left=body * OVERHANG,
        top=(body + small * (1 + _rows(panel, detail))) * LEADING + body * GAP,
        bottom=small * 2,
    )
    free = (panel.end - _end(panel)) / (panel.end - panel.start) * plot.width
    right = max(wide + 2 * body * GAP - max(free - small, 0), small * 2)
    return Frame(plot.inset(right=right), panel.start, panel.end)


def _rows(panel: Panel, detail: Detail) -> int:
    return min(detail.rows, len(panel.flags))


def _end(panel: Panel) -> float:
    """Return the place on the x axis beside which the words for the lines stand."""
    return panel.points[-1].x + 0.5 if panel.points else panel.end


def _draw_heading(pen: Pen, box: Box, panel: Panel) -> None:
    style, size = pen.style, pen.style.body
    left = box.left + size * 1.25
    room = box.right - left
    pen.mark(box.left + size * 0.42, box.top + size * 0.68, panel.key, size * 0.78)
    title = fitted(panel.title, room, pen.measure(size, bold=True))
    pen.write(left, box.top + size, title, Lettering(bold=True))
    subtitle = fitted(panel.subtitle, room, pen.measure(style.small))
    pen.write(left, box.top + size * LEADING + style.small, subtitle, style.aside)


def _draw_scale(pen: Pen, frame: Frame, detail: Detail) -> None:
    how = replace(pen.style.aside, across="right", down="center_baseline")
    for score in detail.scale:
        pen.write(frame.box.left - pen.style.body * GAP, frame.y(score), str(score), how)


def _draw_dates(pen: Pen, frame: Frame, panel: Panel) -> None:
    small = pen.style.small
    how = replace(pen.style.aside, across="center")
    for tick in build_ticks(panel.stops, frame, pen.measure(small), overhang=pen.style.body * OVERHANG):
        pen.write(frame.x(tick.x), frame.box.bottom + small * LEADING, tick.text, how)


def _draw_range(pen: Pen, axes: Axes, panel: Panel, one: Range) -> None:
    colour, size = pen.style.dimensions[panel.key].colour, pen.style.body
    if one.lower:
        axes.fill_between(one.xs, one.lower, one.upper, color=colour, alpha=0.08, linewidth=0, zorder=BAND)
        dashes = (0, (3, 3)) if one.provisional else "-"
        for edge, is_open in ((one.lower, one.open_below), (one.upper, one.open_above)):
            if not is_open:
                axes.plot(one.xs, edge, color=colour, alpha=0.5, linewidth=size * THIN, linestyle=dashes, zorder=BAND)
    axes.plot(one.xs, one.centre, color=colour, alpha=0.7, linewidth=size * THIN, zorder=CENTRE)


def _draw_spread(pen: Pen, axes: Axes, panel: Panel) -> None:
    one = panel.spread
    if one is None:
        return
    colour, size = pen.style.dimensions[panel.key].colour, pen.style.body
    axes.fill_between(one.xs, one.lower, one.upper, color=colour, alpha=0.18, linewidth=0, zorder=BAND)
    axes.plot(one.xs, one.median, color=colour, linewidth=size * HEAVY, solid_joinstyle="round", zorder=LINE)


def _draw_median(pen: Pen, axes: Axes, panel: Panel) -> None:
    if panel.median is None:
        return
    colour, size = pen.style.dimensions[panel.key].colour, pen.style.body
    axes.plot((panel.start, _end(panel)), (panel.median,) * 2, color=colour, linewidth=size * THIN, zorder=CENTRE)


def _draw_recent(pen: Pen, axes: Axes, panel: Panel) -> None:
    if panel.recent is None:
        return
    colour, size = pen.style.dimensions[panel.key].colour, pen.style.body
    axes.plot(
        panel.recent.xs,
        panel.recent.ys,
        color=colour,
        linewidth=size * HEAVY,
        solid_capstyle="round",
        solid_joinstyle="round",
        zorder=LINE,
    )


def _draw_points(pen: Pen, axes: Axes, frame: Frame, panel: Panel) -> None:
    """Draw the reviews: filled those that statistics use, edged in the ground's colour to stand out from lines."""
    look, ground = pen.style.dimensions[panel.key], pen.style.ground
    marker, factor = MARKERS[look.shape]
    size = dot_size(frame, pen.style.body) * factor
    edge = min(size / 5, pen.style.body * THIN)
    for used, fill, rim, order in ((True, look.colour, ground, DOT), (False, ground, look.colour, HOLLOW)):
        chosen = [point for point in panel.points if point.used is used]
        axes.plot(
            [point.x for point in chosen],
            [point.score for point in chosen],
            linestyle="none",
            marker=marker,
            markersize=size + edge if used else size,
            markerfacecolor=fill,
            markeredgecolor=rim,
            markeredgewidth=edge,
            zorder=order,
            clip_on=False,
        )


def _draw_rings(pen: Pen, axes: Axes, frame: Frame, panel: Panel, detail: Detail) -> None:
    size = pen.style.body
    ring = dot_size(frame, size) + size * RING_ROOM
    axes.plot(
        [point.x for point in panel.notes],
        [point.score for point in panel.notes],
        linestyle="none",
        marker="o",
        markersize=ring,
        markerfacecolor="none",
        markeredgecolor=pen.style.text,
        markeredgewidth=size * THIN,
        zorder=RING,
        clip_on=False,
    )
    if detail.spelled:
        _draw_numbers(pen, frame, panel, ring / 2 + size * THIN)


def _draw_numbers(pen: Pen, frame: Frame, panel: Panel, radius: float) -> None:
    small, over = pen.style.small, pen.style.body * FLAG_GAP
    how = Lettering(small, bold=True, across="center", down="center_baseline", clear=True)
    tags = [Tag(str(point.number), frame.x(point.x), frame.y(point.score)) for point in panel.notes]
    area = frame.box.inset(top=-over, right=-over, bottom=-over)
    for tag in tagged(tags, area, radius, small, pen.measure(small, bold=True)):
        pen.write(tag.x, tag.y, tag.text, how)


def _draw_endings(pen: Pen, frame: Frame, panel: Panel, endings: tuple[Ending, ...]) -> None:
    small, x = pen.style.small, frame.x(_end(panel)) + pen.style.body * GAP
    wanted = [frame.y(one.score) for one in endings]
    places = spread(wanted, small * LEADING, frame.box.top, frame.box.bottom)
    for one, y in zip(endings, places, strict=True):
        pen.write(x, y, one.text, Lettering(small, one.colour, one.bold, down="center_baseline", clear=True))
