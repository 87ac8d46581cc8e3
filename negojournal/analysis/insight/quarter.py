"""How it was done beside what came of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from negojournal.analysis.insight.sieve import Use
from negojournal.domain.identity import NegotiationId

HALF = 0.5
"""Where quarters meet: half of the practices done well, half of the range captured."""


class Quarter(StrEnum):
    """Name what a result was, seen beside how it was worked for."""

    EARNED = "earned"
    UNLUCKY = "unlucky"
    LUCKY = "lucky"
    DESERVED = "deserved"


@dataclass(frozen=True, slots=True)
class Placed:
    """Hold one negotiation: `process` is the share of practices done well, 0–1, `result` that of the range captured.

    1 of the range is the goal, 0 the bottom line; it may lie beyond either.
    """

    id: NegotiationId
    title: str
    day: date
    process: float
    result: float
    quarter: Quarter


@dataclass(frozen=True, slots=True)
class Quarters:
    """Hold the negotiations in order of time."""

    points: tuple[Placed, ...]
    use: Use

    def count(self, quarter: Quarter) -> int:
        """Return how many negotiations lie in a quarter."""
        return sum(point.quarter is quarter for point in self.points)
