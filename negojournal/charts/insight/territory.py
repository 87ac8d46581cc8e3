"""Draw the map of area and counterpart, and where nothing is ever reviewed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from math import sqrt
from typing import TYPE_CHECKING

from negojournal.analysis.insight.territory import Field, Territory
from negojournal.charts.frame import Box, Spot
from negojournal.charts.insight.row import Row, Rows, draw_grid, draw_rows, rows_height
from negojournal.charts.insight.sheet import Drawing
from negojournal.charts.placing import fitted, wrapped
from negojournal.charts.style import LEADING, Dot, Fill, Lettering

if TYPE_CHECKING:
    from negojournal.charts.pen import Pen

LINES = 3
"""Lines that the name of an area may take."""

TALL = 2.2
"""The greatest height of a row, in sizes of the running text."""

HEAD, BELOW = 4.4, 2.0
"""Height of the words above and below the rows, in sizes of the running text."""

THOUSAND = 1000

NUMBER = 0.85
"""Size of the number in a mark, beside small text."""

LARGEST = 2.0
"""The widest mark of a number that is short, in sizes of the running text."""

SMALLEST = 0.2
"""The mark of an empty field, in sizes of the running text."""


def draw_territory(pen: Pen, box: Box, part: Territory) -> tuple[Spot, ...]:
    """Draw a mark for each pair, as large as its negotiations are many: filled if rated, a ring if never."""
    style = pen.style
    head, below = style.body * HEAD, style.body * BELOW
    rows = draw_rows(
        pen, box.inset(top=head, bottom=below), [Row(name) for name in part.counterparts], most=TALL, names=0.2
    )
    draw_grid(pen, rows)
    wide = rows.box.width / max(len(part.areas), 1)
    for column, name in enumerate(part.areas):
        _write_area(pen, rows.box.left + (column + 0.5) * wide, box.top + head, wide, name)
    most = max((field.negotiations for field in part.fields), default=1)
    for field in part.fields:
        if field.row < rows.shown:
            _draw_field(pen, rows, wide, most, field)
    words = "The number of negotiations; ○ none of them rated, · no negotiation"
    pen.write(box.left, rows.box.bottom + style.small * LEADING, words, style.aside)
    return ()


def _write_area(pen: Pen, x: float, bottom: float, wide: float, name: str) -> None:
    """Write the name of a column in lines that end above the rows."""
    small = pen.style.small
    measure, room = pen.measure(small), wide - small * 0.2
    lines: Sequence[str] = [fitted(line, room, measure) for line in wrapped(name, room, measure)[:LINES]]
    for number, line in enumerate(reversed(lines)):
        y = bottom - small * (0.6 + number * LEADING)
        pen.write(x, y, line, replace(pen.style.aside, across="center"))


def _draw_field(pen: Pen, rows: Rows, wide: float, most: int, field: Field) -> None:
    style = pen.style
    x, y = rows.box.left + (field.column + 0.5) * wide, rows.y(field.row)
    if not field.negotiations:
        pen.dots(((x, y),), Dot(style.body * SMALLEST, style.muted))
        return
    number = short_number(field.negotiations)
    lettering = Lettering(style.small * NUMBER, across="center", down="center_baseline")
    least = pen.measure(style.small * NUMBER)(number) + style.small
    size = max(style.body * LARGEST * sqrt(field.negotiations / most), least)
    rated = field.rated > 0
    pen.dots(((x, y),), Dot(size, style.text, fill=Fill.FULL if rated else Fill.NONE))
    pen.write(x, y, number, replace(lettering, colour=style.ground if rated else style.text))


def short_number(n: int) -> str:
    """Return a number that has room in a mark; thousands are rounded, as the table has them whole."""
    return f"{n}" if n < THOUSAND else f"{n / THOUSAND:.0f}k"


TERRITORY = Drawing(
    lambda report: report.territory,
    lambda part: not part.fields,
    draw_territory,
    lambda part: rows_height(len(part.counterparts), TALL) + HEAD + BELOW,
)
