"""How an agreement feels now, less how it felt then."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from negojournal.analysis.insight.estimate import Estimate
from negojournal.analysis.insight.sieve import Use
from negojournal.domain.identity import NegotiationId
from negojournal.domain.outcome import Outcome


@dataclass(frozen=True, slots=True)
class Revisit:
    """Hold one negotiation's scores then and at its last follow-up, for each outcome that has both.

    `same` tells whether both rest on the same questionnaire; where they don't, it is drawn hollow and left out of
    every number.
    """

    id: NegotiationId
    title: str
    day: date
    looked_on: date
    then: Mapping[Outcome, float]
    now: Mapping[Outcome, float]
    same: bool


@dataclass(frozen=True, slots=True)
class Hindsight:
    """Hold revisits in order of time, and for each outcome the median of now less then."""

    revisits: tuple[Revisit, ...]
    outcomes: Mapping[Outcome, Estimate]
    use: Use
