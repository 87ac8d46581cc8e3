"""The words along the edges of a drawing, and the faint lines that belong to them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from math import ceil, floor
from typing import TYPE_CHECKING, TypeVar

from negojournal.charts.frame import Frame, Place
from negojournal.charts.style import FINE, LEADING, Stroke

if TYPE_CHECKING:
    from negojournal.charts.pen import Pen

Thing = TypeVar("Thing")

STEPS = (0.1, 0.25, 0.5, 1, 2, 3)
"""How far apart the marks of a scale of differences may be, in points of a rating."""

MOST_MARKS = 3
"""The most marks on each side of 0."""


STEP = 0.85
"""How far apart points stand that would lie on each other, in their widths."""


@dataclass(frozen=True, slots=True)
class Mark:
    """Hold a value on a scale and what is written there."""

    value: float
    words: str


def percent(share: float) -> str:
    """Return a share as 40%."""
    return f"{share:.0%}".replace("-", "−")


PERCENTS = tuple(Mark(value, percent(value)) for value in (0, 0.25, 0.5, 0.75, 1))


def differences(reach: float) -> tuple[Mark, ...]:
    """Return the marks of a scale of differences that reaches so far to either side of 0."""
    step = next((one for one in STEPS if reach / one <= MOST_MARKS), STEPS[-1])
    most = max(ceil(reach / step - 1e-9), 1)
    return tuple(Mark(number * step, _signed(number * step)) for number in range(-most, most + 1))


def draw_across(pen: Pen, frame: Frame, marks: Sequence[Mark]) -> None:
    """Write marks under a frame, each on a faint upright line."""
    style, box = pen.style, frame.box
    for mark in marks:
        x = frame.x(mark.value)
        pen.line(((x, box.top), (x, box.bottom)), Stroke(style.body * FINE, style.hairline))
        pen.write(x, box.bottom + style.small * LEADING, mark.words, replace(style.aside, across="center"))


def draw_up(pen: Pen, frame: Frame, marks: Sequence[Mark]) -> None:
    """Write marks to the left of a frame, each on a faint level line."""
    style, box = pen.style, frame.box
    for mark in marks:
        y = frame.y(mark.value)
        pen.line(((box.left, y), (box.right, y)), Stroke(style.body * FINE, style.hairline))
        how = replace(style.aside, across="right", down="center_baseline")
        pen.write(box.left - style.body * 0.46, y, mark.words, how)


def parted(places: Sequence[Place], gap: float, *, upright: int = 1) -> tuple[Place, ...]:
    """Return places side by side that would lie on each other, at most `upright` of them above each other."""
    groups: dict[tuple[int, int], list[int]] = {}
    for at, (x, y) in enumerate(places):
        groups.setdefault((floor(x / gap), floor(y / gap)), []).append(at)
    moved = list(places)
    for group in groups.values():
        columns = [group[at : at + upright] for at in range(0, len(group), upright)]
        for aside, column in _shifts(columns, gap):
            for up, at in _shifts(column, gap):
                moved[at] = (places[at][0] + aside, places[at][1] + up)
    return tuple(moved)


def _shifts(things: Sequence[Thing], gap: float) -> Iterator[tuple[float, Thing]]:
    """Yield things with how far each is moved so that all stand around the middle."""
    middle = (len(things) - 1) / 2
    return ((gap * STEP * (number - middle), one) for number, one in enumerate(things))


def _signed(value: float) -> str:
    words = f"{abs(value):g}"
    return f"+{words}" if value > 0 else f"−{words}" if value < 0 else "0"
