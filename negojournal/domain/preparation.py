"""What was prepared before the meeting."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from negojournal.domain.moment import Moment
from negojournal.domain.outcome import PerOutcome


class Better(StrEnum):
    """Say which direction of a term is better for me."""

    MORE = "more"
    LESS = "less"


class Side(StrEnum):
    """Name one side of the table."""

    ME = "me"
    THEM = "them"


class Kind(StrEnum):
    """Tell priced items from those that have no price tag."""

    HARD = "hard"
    SOFT = "soft"


class Frame(StrEnum):
    """Say how I mean to see the other side."""

    PARTNER = "partner"
    OPPONENT = "opponent"


class Method(StrEnum):
    """Name the way of negotiating: zero-sum, enlarging the pie, or rules and trust first."""

    COMBATIVE = "combative"
    COOPERATIVE = "cooperative"
    PARTNERSHIP = "partnership"


@dataclass(frozen=True, slots=True)
class Term:
    """Hold the bargaining range of one term and what was agreed."""

    name: str
    unit: str | None = None
    better: Better = Better.MORE
    opening: Decimal | None = None
    goal: Decimal | None = None
    bottom_line: Decimal | None = None
    their_opening: Decimal | None = None
    agreed: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Reason:
    """Hold a reason for them to say no, and what answers it."""

    reason: str
    answer: str | None = None


@dataclass(frozen=True, slots=True)
class Risk:
    """Hold a cause of failure imagined beforehand, its mitigation, and whether it came true."""

    cause: str
    mitigation: str | None = None
    happened: bool | None = None


@dataclass(frozen=True, slots=True)
class Rule:
    """Hold a condition about how to negotiate, and whether it was agreed."""

    text: str
    agreed: bool | None = None


@dataclass(frozen=True, slots=True)
class Exchange:
    """Hold an item that could change hands; amounts are in the record's currency."""

    item: str
    giver: Side
    cost_to_giver: Decimal | None = None
    value_to_receiver: Decimal | None = None
    probability: float = 1.0
    kind: Kind = Kind.HARD
    included: bool = False


@dataclass(frozen=True, slots=True)
class Preparation:
    """Hold a plan: `chance` of reaching the goal is 0–1, `trust` in them 1–7, `expected` scores 1–7."""

    terms: tuple[Term, ...] = ()
    best_alternative: str | None = None
    yes_reasons: tuple[str, ...] = ()
    no_reasons: tuple[Reason, ...] = ()
    risks: tuple[Risk, ...] = ()
    my_position: str | None = None
    my_interests: tuple[str, ...] = ()
    their_position: str | None = None
    their_interests: tuple[str, ...] = ()
    rules: tuple[Rule, ...] = ()
    exchanges: tuple[Exchange, ...] = ()
    frame: Frame | None = None
    method: Method | None = None
    questions: tuple[str, ...] = ()
    stakeholders: tuple[str, ...] = ()
    expected: PerOutcome[float] = field(default_factory=PerOutcome)
    chance: float | None = None
    trust: int | None = None
    their_method: Method | None = None
    stop_rule: str | None = None
    sealed_at: Moment | None = None
