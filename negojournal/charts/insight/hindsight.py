"""Draw how agreements felt then, and how they feel now."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from negojournal.analysis.insight.estimate import Estimate
from negojournal.analysis.insight.hindsight import Hindsight, Revisit
from negojournal.analysis.phrase import score_words
from negojournal.charts.frame import SCALE, Box, Frame, Spot
from negojournal.charts.insight.expectation import estimate_words
from negojournal.charts.insight.plane import DOT, named
from negojournal.charts.insight.scale import Mark, draw_up
from negojournal.charts.insight.sheet import Drawing
from negojournal.charts.label import label_of
from negojournal.charts.placing import wrapped
from negojournal.charts.style import FINE, LEADING, MARKERS, Dot, Fill, Lettering, Stroke
from negojournal.domain.outcome import Outcome

if TYPE_CHECKING:
    from negojournal.charts.pen import Pen

HEIGHT = 24.0
"""Height of the panels when they aren't squeezed, in sizes of the running text."""

GUTTER = 2.0
"""Between panels, in sizes of the running text."""

MARKS = tuple(Mark(score, f"{score}") for score in SCALE)
PLAIN = tuple(Mark(score, "") for score in SCALE)


def draw_hindsight(pen: Pen, box: Box, part: Hindsight) -> tuple[Spot, ...]:
    """Draw a panel for each outcome: each line leads from the score then to the score now."""
    style = pen.style
    gutter, numbers = style.body * GUTTER, style.body * 1.3
    outcomes = tuple(part.outcomes)
    wide = (box.width - numbers - gutter * (len(outcomes) - 1)) / len(outcomes)
    spots: tuple[Spot, ...] = ()
    for at, outcome in enumerate(outcomes):
        cell = Box(box.left + numbers + at * (wide + gutter), box.top, wide, box.height)
        _draw_words(pen, cell, outcome, _median_words(part.outcomes[outcome]))
        plot = cell.inset(top=style.body * 2.6, bottom=style.small * LEADING * 5)
        frame = Frame(plot.inset(left=style.body * 0.6, right=style.body * 0.6), 0, 1)
        draw_up(pen, Frame(plot, 0, 1), MARKS if at == 0 else PLAIN)
        spots += _draw_lines(pen, frame, outcome, part.revisits)
    return spots


def _median_words(one: Estimate) -> str:
    return estimate_words(one) if one.value is None else f"median {estimate_words(one)}"


def _draw_words(pen: Pen, cell: Box, outcome: Outcome, said: str) -> None:
    style = pen.style
    pen.mark(cell.left + style.body * 0.42, cell.top + style.body * 1.3, outcome, style.body * 0.78)
    pen.write(cell.left + style.body * 1.25, cell.top + style.body * 1.6, label_of(outcome))
    base = cell.bottom - style.small * LEADING * 4
    pen.write(cell.left, base, "then", style.aside)
    pen.write(cell.right, base, "now", replace(style.aside, across="right"))
    for row, line in enumerate(wrapped(said, cell.width, pen.measure(style.small))[:3], start=1):
        pen.write(cell.left, base + row * style.small * LEADING, line, Lettering(style.small, style.text))


def _draw_lines(pen: Pen, frame: Frame, outcome: Outcome, revisits: tuple[Revisit, ...]) -> tuple[Spot, ...]:
    look, size = pen.style.dimensions[outcome], pen.style.body
    marker, factor = MARKERS[look.shape]
    spots: list[Spot] = []
    for one in revisits:
        if outcome not in one.then:
            continue
        then, now = one.then[outcome], one.now[outcome]
        ends = ((frame.x(0), frame.y(then)), (frame.x(1), frame.y(now)))
        pen.line(ends, Stroke(size * (FINE * 1.5 if one.same else FINE), look.colour, dashed=not one.same))
        pen.dots(ends, Dot(size * DOT * factor, look.colour, marker, Fill.FULL if one.same else Fill.NONE))
        words = named(one.title, one.day, f"{label_of(outcome)} then {score_words(then)}, now {score_words(now)}")
        spots += [Spot(one.id, x, y, words) for x, y in ends]
    return tuple(spots)


HINDSIGHT = Drawing(
    lambda report: report.hindsight,
    lambda part: not part.revisits,
    draw_hindsight,
    lambda _part: HEIGHT,
)
