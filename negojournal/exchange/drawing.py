"""Small drawings for paper, as SVG without a word in it: ranges and bars."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal

from negojournal.domain.preparation import Better, Term
from negojournal.domain.questionnaire import HIGHEST, LOWEST
from negojournal.domain.theme import Palette
from negojournal.exchange.paper import Picture

SCALE = 4
"""Pixels drawn for each that is shown, so that print is sharp where a program draws no vectors."""

RANGE_WIDTH, RANGE_HEIGHT, BAR_HEIGHT = 118, 16, 8

MARGIN = 7.0
"""Room for a mark at the end of a range."""

RANGE_WORDS = "Band: bottom line to goal, better to the right. Ring: my opening; diamond: theirs; dot: agreed."
"""How a range is read."""

Place = Callable[[Decimal], float]
"""Give where a value stands, in pixels from the left."""


def range_picture(term: Term, palette: Palette) -> Picture | None:
    """Draw a bargaining range; None where fewer than two different values are known."""
    given = (term.opening, term.goal, term.bottom_line, term.their_opening, term.agreed)
    values = [value for value in given if value is not None]
    low, high = min(values, default=Decimal(0)), max(values, default=Decimal(0))
    if low == high:
        return None
    start, end = (low, high) if term.better is Better.MORE else (high, low)

    def place(value: Decimal) -> float:
        return MARGIN + float((value - start) / (end - start)) * (RANGE_WIDTH - 2 * MARGIN)

    shapes = (_line(palette), *_band(term, palette, place), *_marks(term, palette, place))
    return _picture(shapes, RANGE_WIDTH, RANGE_HEIGHT)


def score_picture(score: float, colour: str, palette: Palette, width: int) -> Picture:
    """Draw a score on its scale from 1 to 7 as a bar."""
    return bar_picture(0.0, (score - LOWEST) / (HIGHEST - LOWEST), colour, palette, width)


def bar_picture(start: float, end: float, colour: str, palette: Palette, width: int) -> Picture:
    """Draw a bar between two shares of the width, 0 to 1, on a faint ground."""
    left, right = sorted((start * width, end * width))
    ground = _box(0, 2, width, BAR_HEIGHT - 4, palette.hairline)
    return _picture((ground, _box(left, 0, max(right - left, 1.0), BAR_HEIGHT, colour)), width, BAR_HEIGHT)


def _line(palette: Palette) -> str:
    return _box(0, RANGE_HEIGHT / 2 - 0.5, RANGE_WIDTH, 1, palette.hairline)


def _band(term: Term, palette: Palette, place: Place) -> Iterator[str]:
    middle = RANGE_HEIGHT / 2
    if term.bottom_line is not None and term.goal is not None:
        left, right = sorted((place(term.bottom_line), place(term.goal)))
        yield _box(left, middle - 3, right - left, 6, palette.selection)
    for value, colour in ((term.bottom_line, palette.danger), (term.goal, palette.accent)):
        if value is not None:
            yield _box(place(value) - 1, middle - 6, 2, 12, colour)


def _marks(term: Term, palette: Palette, place: Place) -> Iterator[str]:
    middle, thin = RANGE_HEIGHT / 2, f'fill="{palette.window}" stroke-width="1.5"'
    if term.opening is not None:
        yield f'<circle cx="{place(term.opening):.2f}" cy="{middle}" r="3.6" {thin} stroke="{palette.accent}"/>'
    if term.their_opening is not None:
        x = place(term.their_opening)
        path = f"M{x - 4.6:.2f} {middle}L{x:.2f} {middle - 4.6}L{x + 4.6:.2f} {middle}L{x:.2f} {middle + 4.6}Z"
        yield f'<path d="{path}" {thin} stroke="{palette.muted}"/>'
    if term.agreed is not None:
        yield f'<circle cx="{place(term.agreed):.2f}" cy="{middle}" r="4" fill="{palette.text}"/>'


def _box(left: float, top: float, width: float, height: float, colour: str) -> str:
    return f'<rect x="{left:.2f}" y="{top:.2f}" width="{width:.2f}" height="{height:.2f}" fill="{colour}"/>'


def _picture(shapes: Iterable[str], width: int, height: int) -> Picture:
    size = f'width="{width * SCALE}" height="{height * SCALE}" viewBox="0 0 {width} {height}"'
    content = f'<svg xmlns="http://www.w3.org/2000/svg" {size}>{"".join(shapes)}</svg>'
    return Picture(content.encode(), "image/svg+xml", width, height)
