"""Labels that keep clear of each other."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

ELLIPSIS = "…"
LEAST_LETTERS = 4
"""A label cut shorter than this says nothing and is left out."""

Measure = Callable[[str], float]
"""Tell how wide a text is, in points."""


@dataclass(frozen=True, slots=True)
class Label:
    """Hold a text that wants to stand at a place on a line, in points."""

    text: str
    at: float


@dataclass(frozen=True, slots=True)
class Placed:
    """Hold a text and where it stands: its left edge, and its row counted from 0."""

    text: str
    left: float
    row: int


def spread(places: Sequence[float], gap: float, low: float, high: float) -> tuple[float, ...]:
    """Return places as near as can be to those wanted, at least a gap apart, between low and high.

    Places come in any order and keep it. Where there is no room for all, they are packed from `low` on.
    """
    order = sorted(range(len(places)), key=lambda i: places[i])
    moved = list(places)
    edge = low
    for i in order:
        moved[i] = max(moved[i], edge)
        edge = moved[i] + gap
    edge = max(high, low + gap * (len(places) - 1))
    for i in reversed(order):
        moved[i] = min(moved[i], edge)
        edge = moved[i] - gap
    return tuple(moved)


def fitted(text: str, width: float, measure: Measure) -> str:
    """Return a text cut with an ellipsis to a width; empty where next to nothing of it would be left."""
    if measure(text) <= width:
        return text
    for end in range(len(text) - 1, LEAST_LETTERS - 1, -1):
        short = text[:end].rstrip() + ELLIPSIS
        if measure(short) <= width:
            return short
    return ""


def wrapped(text: str, width: float, measure: Measure) -> tuple[str, ...]:
    """Return a text in lines no wider than a width, broken between words."""
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and measure(longer) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return tuple(lines)


def flagged(labels: Sequence[Label], rows: int, right: float, gap: float, measure: Measure) -> tuple[Placed, ...]:
    """Return labels that stand to the right of lines rising to them, in rows counted upwards.

    Labels come in order of their places. Each takes the lowest row in which it ends before the next label and
    before the line to any higher one; where no row has that room, the roomiest cuts it, or leaves it out.
    """
    placed: list[Placed] = []
    walls = [right + gap] * rows
    for label in reversed(labels):
        wanted = label.at + measure(label.text) + gap
        row = next((r for r in range(rows) if wanted <= walls[r]), max(range(rows), key=lambda r: walls[r]))
        text = fitted(label.text, walls[row] - gap - label.at, measure)
        if text:
            placed.append(Placed(text, label.at, row))
            walls[: row + 1] = [label.at] * (row + 1)
    return tuple(reversed(placed))
