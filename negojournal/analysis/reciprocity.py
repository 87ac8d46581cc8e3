"""What passed between the user and one counterpart: trust before and after, favours given and returned."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from negojournal.domain.case import Case
from negojournal.domain.identity import NegotiationId
from negojournal.domain.ladder import ladders_of
from negojournal.domain.preparation import Side
from negojournal.domain.review import Result


@dataclass(frozen=True, slots=True)
class Trust:
    """Hold the trust in a counterpart around one negotiation, 1–7, None where it wasn't noted."""

    id: NegotiationId
    title: str
    day: date
    before: int | None
    after: int | None


@dataclass(frozen=True, slots=True)
class Giving:
    """Count what one side gave: items that changed hands in an agreement, and steps made without return."""

    items: int = 0
    gifts: int = 0


def trust_of(cases: Iterable[Case]) -> tuple[Trust, ...]:
    """Return the trust noted, in order of the cases; negotiations in which none was noted are left out."""
    return tuple(
        Trust(case.id, case.title, case.day, case.trust_before, case.trust_after)
        for case in cases
        if case.trust_before is not None or case.trust_after is not None
    )


def giving_of(cases: Iterable[Case], side: Side) -> Giving:
    """Count what one side gave; what was to change hands counts only where there was an agreement."""
    listed = tuple(cases)
    agreed = (case for case in listed if case.outcome is Result.AGREEMENT)
    items = sum(one.included and one.giver is side for case in agreed for one in case.exchanges)
    steps = (step for case in listed for ladder in ladders_of(case.offers) for step in ladder.steps)
    return Giving(items, sum(step.gift and step.by is side for step in steps))
