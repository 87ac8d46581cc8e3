"""What was dodged, and what it might have been worth."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from negojournal.analysis.insight.sieve import Use
from negojournal.domain.identity import NegotiationId


@dataclass(frozen=True, slots=True)
class Missed:
    """Hold one negotiation that was not held; `worth` is the user's own guess."""

    id: NegotiationId
    title: str
    day: date
    worth: Decimal | None
    currency: str | None


@dataclass(frozen=True, slots=True)
class Worth:
    """Hold the sum of n guesses in one currency; None is no currency."""

    currency: str | None
    n: int
    total: Decimal


@dataclass(frozen=True, slots=True)
class Dodged:
    """Hold what was dodged in order of time, and what it was worth, the currency with most guesses first."""

    missed: tuple[Missed, ...]
    worths: tuple[Worth, ...]
    unpriced: int
    use: Use
