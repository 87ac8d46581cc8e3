"""Draw the latest review as four marks on the scale."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from negojournal.charts.frame import SCALE, Box, Frame, Spot
from negojournal.charts.profile import Profile
from negojournal.charts.style import FINE, LEADING, Lettering

if TYPE_CHECKING:
    from negojournal.charts.pen import Pen

ROW = 1.7
"""Height of a row, in sizes of its text."""


def draw_profile(pen: Pen, box: Box, profile: Profile) -> tuple[Spot, ...]:
    """Draw a profile into a box and return where its marks stand."""
    size, style = pen.style.body, pen.style
    pen.write(box.left, box.top + size, profile.title, Lettering(bold=True))
    names = max((pen.measure(size)(row.label) for row in profile.rows), default=0.0)
    plot = box.inset(left=size * 2.5 + names, top=size * 2.2, right=size * 6, bottom=style.small * 2)
    plot = Box(plot.left, plot.top, plot.width, min(plot.height, size * ROW * max(len(profile.rows), 1)))
    frame = Frame(plot, SCALE[0], SCALE[-1], low=len(profile.rows) - 0.5 if profile.rows else 1, high=-0.5)
    axes = pen.axes(frame, grid=range(len(profile.rows)))
    axes.vlines(SCALE, frame.low, frame.high, colors=style.hairline, linewidths=size * FINE, zorder=0)
    for score in SCALE:
        y = plot.bottom + style.small * LEADING
        pen.write(frame.x(score), y, str(score), replace(style.aside, across="center"))
    return tuple(spot for at in range(len(profile.rows)) for spot in _draw_row(pen, box.left, frame, profile, at))


def _draw_row(pen: Pen, left: float, frame: Frame, profile: Profile, at: int) -> tuple[Spot, ...]:
    row, size, y = profile.rows[at], pen.style.body, frame.y(at)
    rated = row.score is not None
    pen.mark(left + size * 0.5, y, row.key, size * 0.78)
    pen.write(left + size * 1.25, y, row.label, Lettering(down="center_baseline"))
    ink = pen.style.dimensions[row.key].ink if rated else pen.style.muted
    said = Lettering(colour=ink, bold=rated, down="center_baseline")
    pen.write(frame.box.right + size * 1.25, y, row.said, said)
    if row.score is None or profile.id is None:
        return ()
    x = frame.x(row.score)
    pen.mark(x, y, row.key, size * 0.9)
    return (Spot(profile.id, x, y, f"{profile.title}: {row.label} {row.said}"),)
