"""Draw how promises were kept, on both sides of the table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING

from negojournal.analysis.insight.promise import Promises, share_kept
from negojournal.charts.frame import Box, Place, Spot
from negojournal.charts.insight.row import Row, Rows, draw_rows, rows_height
from negojournal.charts.insight.scale import percent
from negojournal.charts.insight.sheet import Drawing
from negojournal.charts.style import LEADING, Dot, Fill, Lettering
from negojournal.domain.preparation import Side
from negojournal.domain.promise import Kept

if TYPE_CHECKING:
    from negojournal.charts.pen import Pen

SIDES = {Side.ME: "You promised", Side.THEM: "They promised"}

DOT, PITCH = 0.62, 1.0
"""Width of a mark and distance from mark to mark, in sizes of the running text."""

TALL = 2.2
"""The greatest height of a row, in sizes of the running text."""

HEAD, BELOW = 3.0, 2.2
"""Height of the words above and below the rows, in sizes of the running text."""

GUTTER = 1.5
"""Between the two sides, in sizes of the running text."""


@dataclass(frozen=True, slots=True)
class Fate:
    """Hold what became of promises: the word for it, the field that counts it, how it is drawn; no fill is a cross."""

    words: str
    field: str
    fill: Fill | None
    size: float = DOT


FATES = (
    Fate("kept", "kept", Fill.FULL),
    Fate("kept late", "kept_late", Fill.HALF),
    Fate("late", "open_late", Fill.NONE),
    Fate("broken", "broken", None, DOT * 0.8),
    Fate("not due", "left_out", Fill.FULL, DOT * 0.45),
)


def draw_promises(pen: Pen, box: Box, part: Promises) -> tuple[Spot, ...]:
    """Draw a mark for each promise: yours to the left, theirs to the right, a row for each counterpart."""
    style = pen.style
    head, below = style.body * HEAD, style.body * BELOW
    rows = draw_rows(
        pen, box.inset(top=head, bottom=below), [Row(one.counterpart) for one in part.counterparts], most=TALL
    )
    wide = (rows.box.width - style.body * GUTTER) / len(SIDES)
    pitch = _pitch(part, wide, style.body * PITCH)
    for number, (side, words) in enumerate(SIDES.items()):
        left = rows.box.left + number * (wide + style.body * GUTTER)
        _draw_head(pen, Box(left, box.top, wide, head), words, part.sides[side])
        lists = [one.sides[side] for one in part.counterparts[: rows.shown]]
        _draw_side(pen, left, pitch, rows, lists)
    _draw_key(pen, box.left, rows.box.bottom + style.small * LEADING * 1.4)
    return ()


def _pitch(part: Promises, wide: float, wanted: float) -> float:
    """Return the distance from mark to mark at which the longest row has room."""
    longest = max((_total(one.sides[side]) for one in part.counterparts for side in SIDES), default=1)
    return min(wanted, wide / max(longest, 1))


def _total(record: Kept) -> int:
    return sum(getattr(record, fate.field) for fate in FATES)


def _draw_head(pen: Pen, box: Box, words: str, record: Kept) -> None:
    style = pen.style
    share = share_kept(record)
    told = f", {percent(share)}" if share is not None else ""
    pen.write(box.left, box.top + style.small * LEADING, words, Lettering(style.small, style.text, bold=True))
    said = f"{record.kept} kept of {record.due} due{told}"
    pen.write(box.left, box.top + style.small * LEADING * 2, said, style.aside)


def _draw_side(pen: Pen, left: float, pitch: float, rows: Rows, records: Sequence[Kept]) -> None:
    for at, record in enumerate(records):
        counts = [getattr(record, fate.field) for fate in FATES]
        begins = [0, *accumulate(counts)]
        for fate, begin, count in zip(FATES, begins, counts, strict=False):
            draw_fate(pen, [(left + (begin + i + 0.5) * pitch, rows.y(at)) for i in range(count)], fate)


def draw_fate(pen: Pen, places: Sequence[Place], fate: Fate) -> None:
    """Draw promises of one fate."""
    size, colour = pen.style.body * fate.size, pen.style.text
    if fate.fill is None:
        pen.crosses(places, Dot(size, colour))
    else:
        pen.dots(places, Dot(size, colour, fill=fate.fill))


def _draw_key(pen: Pen, x: float, y: float) -> None:
    """Say under the rows what each mark is."""
    style = pen.style
    for fate in FATES:
        draw_fate(pen, [(x + style.small * 0.4, y - style.small * 0.33)], fate)
        pen.write(x + style.small * 1.1, y, fate.words, style.aside)
        x += pen.measure(style.small)(fate.words) + style.small * 2.6


PROMISES = Drawing(
    lambda report: report.promises,
    lambda part: not part.counterparts,
    draw_promises,
    lambda part: rows_height(len(part.counterparts), TALL) + HEAD + BELOW,
)
