"""Draw what was dodged, and what it might have been worth."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from negojournal.analysis.insight.dodged import Dodged, Missed
from negojournal.charts.frame import Box, Frame, Spot
from negojournal.charts.insight.plane import DOT, named
from negojournal.charts.insight.row import Row, draw_grid, draw_rows, rows_height
from negojournal.charts.insight.sheet import Drawing
from negojournal.charts.style import Dot, Fill, Stroke
from negojournal.charts.ticks import short_month
from negojournal.charts.words import UNTITLED, one_line

if TYPE_CHECKING:
    from negojournal.charts.pen import Pen

UNPRICED = "no guess"

NAMES = 0.5
"""The widest that titles may be beside the drawing."""


def draw_dodged(pen: Pen, box: Box, part: Dodged) -> tuple[Spot, ...]:
    """Draw a row for each, the latest first: as long as its worth in the currency that was guessed in most often."""
    latest = part.missed[::-1]
    rows = draw_rows(pen, box, [_row(one) for one in latest], names=NAMES)
    draw_grid(pen, rows)
    currency = part.worths[0].currency if part.worths else None
    drawn = [float(one.worth) if one.worth is not None and one.currency == currency else 0.0 for one in latest]
    frame = Frame(rows.box, 0, max(*drawn, 0.0) or 1.0)
    spots: list[Spot] = []
    for at, one in enumerate(latest[: rows.shown]):
        size, y = pen.style.body * DOT, rows.y(at)
        x = frame.x(max(drawn[at], 0.0))
        pen.line(((rows.box.left, y), (x, y)), Stroke(size * 0.4, pen.style.text))
        pen.dots(((x, y),), Dot(size, pen.style.text, fill=Fill.FULL if drawn[at] > 0 else Fill.NONE))
        spots.append(Spot(one.id, x, y, named(one.title, one.day, worth_words(one))))
    return tuple(spots)


def _row(one: Missed) -> Row:
    return Row(one_line(one.title) or UNTITLED, f"{short_month(one.day)} {one.day.year}, {worth_words(one)}")


def worth_words(one: Missed) -> str:
    """Return a guess: 12,000 EUR; or that there is none."""
    return amount_words(one.worth, one.currency) if one.worth is not None else UNPRICED


def amount_words(amount: Decimal, currency: str | None) -> str:
    """Return an amount with its currency."""
    return f"{amount:,.10g} {currency or ''}".rstrip() if amount % 1 else f"{amount:,.0f} {currency or ''}".rstrip()


DODGED = Drawing(
    lambda report: report.dodged,
    lambda part: not part.missed,
    draw_dodged,
    lambda part: rows_height(len(part.missed)),
)
