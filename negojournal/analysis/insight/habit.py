"""How practices go over time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from negojournal.analysis.insight.sieve import Use


class Span(StrEnum):
    """Name what one mark of a habit stands for."""

    TEN = "ten"
    MONTH = "month"


@dataclass(frozen=True, slots=True)
class Stretch:
    """Hold the `asked` reviews of one span that say how a practice went; `well` is the share done well, 0–1.

    `well` is None where the practice was never relevant or marked.
    """

    start: date
    end: date
    asked: int
    well: float | None


@dataclass(frozen=True, slots=True)
class Habit:
    """Hold one practice over time, oldest span first; `share` is over all of them."""

    key: str
    label: str
    asked: int
    share: float
    stretches: tuple[Stretch, ...]


@dataclass(frozen=True, slots=True)
class Habits:
    """Hold the practices in the catalogue's order; all have the same stretches."""

    span: Span
    habits: tuple[Habit, ...]
    use: Use
