"""One negotiation is one record: what was prepared, how it was reviewed, what was agreed, what came later."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from negojournal.domain.agreement import Agreement, Dodge, FollowUp, Offer
from negojournal.domain.identity import MilestoneId, NegotiationId
from negojournal.domain.moment import Moment
from negojournal.domain.preparation import Method, Preparation
from negojournal.domain.review import Review


class Status(StrEnum):
    """Say how far a negotiation has come."""

    PLANNED = "planned"
    HELD = "held"
    DODGED = "dodged"


class Channel(StrEnum):
    """Name the way the two sides spoke."""

    IN_PERSON = "in-person"
    VIDEO = "video"
    PHONE = "phone"
    EMAIL = "email"
    CHAT = "chat"
    HALLWAY = "hallway"


POWER_WORDS = {
    -2: "they were much stronger",
    -1: "they were stronger",
    0: "even",
    1: "I was stronger",
    2: "I was much stronger",
}
"""What each power of a negotiation says."""


@dataclass(frozen=True, slots=True)
class Negotiation:
    """Hold everything recorded about one negotiation.

    `power` runs from −2 (they were much stronger) to 2 (I was); `currency` is the ISO 4217 code of every
    amount.
    """

    id: NegotiationId
    title: str
    held_at: Moment
    created_at: Moment
    updated_at: Moment
    status: Status = Status.HELD
    counterparts: tuple[str, ...] = ()
    area: str | None = None
    channel: Channel | None = None
    method: Method | None = None
    power: int | None = None
    duration_minutes: int | None = None
    follows: NegotiationId | None = None
    purposes: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    preparation: Preparation | None = None
    review: Review | None = None
    agreement: Agreement | None = None
    offers: tuple[Offer, ...] = ()
    dodge: Dodge | None = None
    currency: str | None = None
    follow_ups: tuple[FollowUp, ...] = ()


@dataclass(frozen=True, slots=True)
class Milestone:
    """Hold a dated event on the time line of every chart: a course, coaching, a book."""

    id: MilestoneId
    on: date
    title: str
    note: str | None = None


def name_key(name: str) -> str:
    """Return the form by which names are compared: without case and surrounding or doubled space."""
    return " ".join(name.split()).casefold()
