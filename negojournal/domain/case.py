"""What comparisons read of a negotiation instead of the whole record."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from negojournal.domain.agreement import Commitment, Dodge, Offer
from negojournal.domain.identity import NegotiationId
from negojournal.domain.negotiation import Channel, Status
from negojournal.domain.outcome import PerOutcome
from negojournal.domain.preparation import Exchange, Frame, Method, Term
from negojournal.domain.review import PracticeMark, Result


@dataclass(frozen=True, slots=True)
class Look:
    """Hold a follow-up that was done; `scores` are those of its quick ratings by outcome."""

    done_on: date
    holds: bool | None
    scores: Mapping[str, float | None] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Case:
    """Hold one negotiation that was held or dodged, without its texts.

    `scores` has a value or None for every dimension, empty where it isn't rated. `prepared` tells whether there is a
    plan, `sealed` whether it was closed before the meeting. Trust is 1–7.
    """

    id: NegotiationId
    title: str
    day: date
    status: Status
    counterparts: tuple[str, ...] = ()
    area: str | None = None
    channel: Channel | None = None
    method: Method | None = None
    power: int | None = None
    outcome: Result | None = None
    questionnaire: str | None = None
    scores: Mapping[str, float | None] = field(default_factory=dict)
    practices: Mapping[str, PracticeMark] = field(default_factory=dict)
    traps: tuple[str, ...] = ()
    prepared: bool = False
    sealed: bool = False
    frame: Frame | None = None
    terms: tuple[Term, ...] = ()
    exchanges: tuple[Exchange, ...] = ()
    expected: PerOutcome[float] = field(default_factory=PerOutcome)
    chance: float | None = None
    trust_before: int | None = None
    trust_after: int | None = None
    offers: tuple[Offer, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    looks: tuple[Look, ...] = ()
    dodge: Dodge | None = None
    currency: str | None = None
