"""Labels that keep clear of each other."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from negojournal.charts.frame import Box

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
    """Hold a text that stands beside a place, to its right or to its left, in a row counted from 0."""

    text: str
    at: float
    row: int
    leftwards: bool = False


@dataclass(frozen=True, slots=True)
class Room:
    """Hold what labels may take: rows above each other, the edges left and right, and the gap between labels."""

    rows: int
    left: float
    right: float
    gap: float


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


@dataclass(frozen=True, slots=True)
class Tag:
    """Hold a short text that belongs to a ring, and the middle of the ring."""

    text: str
    x: float
    y: float


def tagged(tags: Sequence[Tag], area: Box, radius: float, height: float, measure: Measure) -> tuple[Tag, ...]:
    """Return tags with the middle of their texts: beside, above or below their rings, clear of rings and each other.

    One with no room inside the area is left out.
    """
    taken = [Box(tag.x - radius, tag.y - radius, 2 * radius, 2 * radius) for tag in tags]
    placed: list[Tag] = []
    for tag in tags:
        wide = measure(tag.text)
        aside, away = radius + wide / 2, radius + height / 2
        spots = [(aside, 0.0), (-aside, 0.0), (0.0, -away), (0.0, away)]
        boxes = [Box(tag.x + x - wide / 2, tag.y + y - height / 2, wide, height) for x, y in spots]
        found = next((box for box in boxes if area.holds(box) and not any(box.meets(one) for one in taken)), None)
        if found is not None:
            taken.append(found)
            placed.append(Tag(tag.text, found.left + wide / 2, found.top + height / 2))
    return tuple(placed)


def flagged(labels: Sequence[Label], room: Room, measure: Measure) -> tuple[Placed, ...]:
    """Return labels beside lines that rise to them, in rows counted upwards; none crosses a label or a line.

    Labels come in order of their places. Each stands to the right of its line in the lowest row that has room up to
    the next label and the next line; otherwise to its left, in the highest; otherwise it is cut, or left out.
    """
    placed: list[Placed] = []
    walls = [room.right + room.gap] * room.rows
    for label in reversed(labels):
        one = _beside(label, walls, room, measure)
        if one is None:
            continue
        placed.append(one)
        walls = [min(wall, _wall(one, row, room, measure)) for row, wall in enumerate(walls)]
    return tuple(reversed(placed))


def _wall(one: Placed, row: int, room: Room, measure: Measure) -> float:
    """Return where labels further left have to end in a row: before a label in it, and before a line through it."""
    if one.leftwards and row >= one.row:
        return one.at - measure(one.text) - room.gap
    return one.at if row <= one.row else float("inf")


def _beside(label: Label, walls: Sequence[float], room: Room, measure: Measure) -> Placed | None:
    rows, wide = range(room.rows), measure(label.text) + room.gap
    right = next((row for row in rows if label.at + wide <= walls[row]), None)
    if right is not None:
        return Placed(label.text, label.at, right)
    left = next((row for row in reversed(rows) if label.at <= walls[row] and label.at - wide >= room.left), None)
    if left is not None:
        return Placed(label.text, label.at, left, leftwards=True)
    widest = max(rows, key=lambda row: walls[row], default=None)
    text = "" if widest is None else fitted(label.text, walls[widest] - room.gap - label.at, measure)
    return Placed(text, label.at, widest) if text and widest is not None else None
