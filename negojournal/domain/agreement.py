"""What was agreed, and what becomes of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from negojournal.domain.preparation import Side
from negojournal.domain.review import Assessment


@dataclass(frozen=True, slots=True)
class Informed:
    """Hold which stakeholder was informed, and when."""

    stakeholder: str
    on: date | None = None


@dataclass(frozen=True, slots=True)
class Commitment:
    """Hold a promise of one side."""

    owner: Side
    what: str
    due_on: date | None = None
    done_on: date | None = None
    broken: bool = False


@dataclass(frozen=True, slots=True)
class Agreement:
    """Hold how an agreement was written down, confirmed, told and thanked for."""

    documented_on: date | None = None
    confirmed_on: date | None = None
    informed: tuple[Informed, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    thanked_on: date | None = None
    thanked_by: str | None = None


@dataclass(frozen=True, slots=True)
class Offer:
    """Hold one step of the ladder of offers."""

    by: Side
    term: str | None = None
    value: Decimal | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Dodge:
    """Hold what a negotiation that was not held might have been worth, in the record's currency, and why."""

    worth: Decimal | None = None
    why: str | None = None


@dataclass(frozen=True, slots=True)
class FollowUp:
    """Hold a later look at the agreement."""

    due_on: date | None = None
    done_on: date | None = None
    holds: bool | None = None
    assessment: Assessment | None = None
    note: str | None = None
