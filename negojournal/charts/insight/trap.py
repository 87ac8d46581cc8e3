"""Draw how often each trap was fallen into."""

from __future__ import annotations

from typing import TYPE_CHECKING

from negojournal.analysis.insight.frequency import TrapCount, Traps
from negojournal.charts.frame import Box, Frame, Spot
from negojournal.charts.insight.row import Row, draw_rows, rows_height
from negojournal.charts.insight.sheet import Drawing
from negojournal.charts.style import Lettering
from negojournal.charts.ticks import short_month

if TYPE_CHECKING:
    from negojournal.charts.pen import Pen

THICK = 0.5
"""Height of a bar, in rows."""

NUMBERS = 2.5
"""Room for the number behind a bar, in sizes of the running text."""


def draw_traps(pen: Pen, box: Box, part: Traps) -> tuple[Spot, ...]:
    """Draw a bar for each trap; the darker end of it lies among the latest negotiations."""
    style = pen.style
    rows = draw_rows(pen, box, [Row(one.label, _said(one, part.recent_of)) for one in part.counts])
    numbers = style.body * NUMBERS
    frame = Frame(rows.box.inset(right=numbers), 0, max(one.n for one in part.counts))
    high = min(rows.pitch * THICK, style.body * 1.2)
    for at, one in enumerate(part.counts[: rows.shown]):
        top = rows.y(at) - high / 2
        whole = Box(rows.box.left, top, frame.x(one.n) - rows.box.left, high)
        pen.bar(whole, style.shade)
        pen.bar(whole.inset(left=frame.x(one.n - one.recent) - rows.box.left), style.text)
        how = Lettering(style.small, down="center_baseline")
        pen.write(whole.right + style.body * 0.5, rows.y(at), f"{one.n:,}", how)
    return ()


def _said(one: TrapCount, recent_of: int) -> str:
    return f"last {short_month(one.last)} {one.last.year}, {one.recent} of latest {recent_of}"


TRAPS = Drawing(
    lambda report: report.traps,
    lambda part: not part.counts,
    draw_traps,
    lambda part: rows_height(len(part.counts)),
)
