"""What the ladder of offers tells: how large each step was, and what was given without return."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from negojournal.domain.agreement import Offer
from negojournal.domain.negotiation import name_key
from negojournal.domain.preparation import Side


@dataclass(frozen=True, slots=True)
class Step:
    """Hold one offer by its number in the record, from 0.

    `change` is how far it is from that side's offer before. A `gift` is a second move in a row of one side towards
    the other, with nothing in between.
    """

    number: int
    by: Side
    value: Decimal | None
    change: Decimal | None = None
    gift: bool = False


@dataclass(frozen=True, slots=True)
class Ladder:
    """Hold the steps on one term, under the name that it was first given."""

    term: str | None
    steps: tuple[Step, ...]


def ladders_of(offers: Iterable[Offer]) -> tuple[Ladder, ...]:
    """Return the ladder of each term, in the order in which the terms came up; names count as for counterparts."""
    by_term: dict[str, list[tuple[int, Offer]]] = {}
    for number, offer in enumerate(offers):
        by_term.setdefault(name_key(offer.term or ""), []).append((number, offer))
    return tuple(Ladder(listed[0][1].term, _steps(listed)) for listed in by_term.values())


def _steps(offers: list[tuple[int, Offer]]) -> tuple[Step, ...]:
    begun = _first_values(offers)
    latest: dict[Side, Decimal] = {}
    steps: list[Step] = []
    for number, offer in offers:
        before = latest.get(offer.by)
        change = None if offer.value is None or before is None else offer.value - before
        again = bool(steps) and steps[-1].by is offer.by
        steps.append(Step(number, offer.by, offer.value, change, again and _gives(change, offer.by, begun)))
        if offer.value is not None:
            latest[offer.by] = offer.value
    return tuple(steps)


def _first_values(offers: list[tuple[int, Offer]]) -> dict[Side, Decimal]:
    begun: dict[Side, Decimal] = {}
    for _, offer in offers:
        if offer.value is not None:
            begun.setdefault(offer.by, offer.value)
    return begun


def _gives(change: Decimal | None, by: Side, begun: dict[Side, Decimal]) -> bool:
    """Tell whether a step goes towards the other side; where they never named a value, any step does."""
    if not change:
        return False
    other = begun.get(Side.THEM if by is Side.ME else Side.ME)
    distance = Decimal(0) if other is None else other - begun[by]
    return not distance or (change > 0) is (distance > 0)
