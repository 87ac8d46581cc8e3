"""What waits for the user."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from negojournal.domain.identity import NegotiationId
from negojournal.domain.preparation import Side
from negojournal.domain.summary import Intention


class Waiting(StrEnum):
    """Say what one thing that waits asks for."""

    REVIEW = "review"
    FOLLOW_UP = "follow-up"
    COMMITMENT = "commitment"
    PLAN = "plan"
    STRATEGY = "strategy"
    DEEPEN = "deepen"


WAITING_WORDS = {
    Waiting.REVIEW: "How did it go?",
    Waiting.FOLLOW_UP: "Does it still hold?",
    Waiting.COMMITMENT: "Commitments",
    Waiting.PLAN: "Coming up",
    Waiting.STRATEGY: "Your strategy",
    Waiting.DEEPEN: "Worth a few more lines",
}
"""What stands above the things of each kind."""


@dataclass(frozen=True, slots=True)
class Errand:
    """Hold one thing that waits.

    `number` counts the commitments or follow-ups of the record from 0; `owner` and `what` are those of a commitment.
    A strategy that should be looked at again has no `id`.
    """

    kind: Waiting
    due_on: date | None
    id: NegotiationId | None = None
    title: str = ""
    counterparts: tuple[str, ...] = ()
    number: int | None = None
    owner: Side | None = None
    what: str | None = None


@dataclass(frozen=True, slots=True)
class Agenda:
    """Hold what waits on a day: errands by kind and date, the last intention, and the trap of the month by its key."""

    day: date
    errands: tuple[Errand, ...] = ()
    intention: Intention | None = None
    focus: str | None = None
