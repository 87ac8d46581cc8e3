"""The range captured beside how the result felt."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from negojournal.analysis.insight.sieve import Use
from negojournal.domain.identity import NegotiationId


@dataclass(frozen=True, slots=True)
class Pairing:
    """Hold one negotiation: `captured` is the share of the range (1 goal, 0 bottom line), `felt` the score (1–7)."""

    id: NegotiationId
    title: str
    day: date
    captured: float
    felt: float


@dataclass(frozen=True, slots=True)
class Captured:
    """Hold the negotiations in order of time, beside the instrumental score of one questionnaire.

    From 5 on there are medians, and negotiations that lie above the one and below the other: `felt_more` felt better
    than usual though less than usual was captured, `felt_less` the reverse.
    """

    points: tuple[Pairing, ...]
    median_captured: float | None
    median_felt: float | None
    felt_more: tuple[NegotiationId, ...]
    felt_less: tuple[NegotiationId, ...]
    use: Use
