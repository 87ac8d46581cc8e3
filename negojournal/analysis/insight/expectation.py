"""Scores expected before, less scores felt after."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from negojournal.analysis.insight.estimate import Estimate
from negojournal.analysis.insight.sieve import Use
from negojournal.domain.identity import NegotiationId
from negojournal.domain.outcome import Outcome


@dataclass(frozen=True, slots=True)
class Gap:
    """Hold expected less felt of one negotiation, in points, for each outcome that has both."""

    id: NegotiationId
    title: str
    day: date
    gaps: Mapping[Outcome, float]


@dataclass(frozen=True, slots=True)
class Expectation:
    """Hold sealed predictions in order of time, and for each outcome the median of expected less felt."""

    gaps: tuple[Gap, ...]
    outcomes: Mapping[Outcome, Estimate]
    use: Use
