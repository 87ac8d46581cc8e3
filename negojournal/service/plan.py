"""Use cases of plans: a new one, one that goes on from an earlier negotiation, and the review that it becomes."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from negojournal.domain.advice import advice_on
from negojournal.domain.identity import NegotiationId
from negojournal.domain.moment import Moment, now, today
from negojournal.domain.negotiation import Negotiation, Status
from negojournal.domain.prediction import sealed
from negojournal.domain.summary import Chain
from negojournal.errors import Problem
from negojournal.exchange.calendar import LARGEST_INVITATION, invitation_from
from negojournal.service.file import content_of, read_from
from negojournal.service.holding import Holding
from negojournal.service.record import Records
from negojournal.service.typed import TypedPlan, record_from_typed


class Plans:
    """Give out plans that aren't kept yet; the records keep them."""

    def __init__(self, holding: Holding, records: Records) -> None:
        self._lists = holding.store.lists
        self._records = records

    def new(self, held_at: Moment | None = None) -> Negotiation:
        """Return an empty plan, for some time today unless another is given."""
        return self._records.new(Status.PLANNED, held_at or Moment(today().isoformat()))

    def following(self, record: NegotiationId) -> Negotiation:
        """Return a plan that goes on from a negotiation, with the same people and about the same."""
        before = self._records.get(record)
        kept = {name: getattr(before, name) for name in ("title", "counterparts", "area", "currency", "tags")}
        return replace(self.new(), follows=before.id, **kept)

    def as_review(self, plan: Negotiation) -> Negotiation:
        """Return the review that a plan becomes: held by now at the latest, its prediction sealed."""
        here = self._records.new().held_at
        is_ahead = plan.held_at.day > here.day or (plan.held_at.instant is not None and plan.held_at.instant > now())
        held = replace(plan, status=Status.HELD, held_at=here if is_ahead else plan.held_at)
        return sealed(held, plan, now())

    def invitation(self, path: Path) -> Negotiation:
        """Return a plan with the title, time and people of a calendar invitation.

        Raises StorageError's children, and FormatError for a file that is none.
        """
        invited = read_from(str(path), invitation_from, content_of(path, LARGEST_INVITATION))
        return replace(self.new(invited.held_at), title=invited.title, counterparts=invited.people)

    def from_typed(self, typed: TypedPlan) -> Negotiation:
        """Return the plan that was typed on one line.

        Raises InvalidError naming what can't be read, and NotFoundError where there is no negotiation to follow.
        """
        follows = self._records.resolve(typed.follows) if typed.follows is not None else None
        return replace(record_from_typed(typed, self.new()), follows=follows)

    def chain(self, record: NegotiationId) -> Chain:
        """Return what a negotiation follows, and what follows it, over every step."""
        return self._lists.chain(record)

    def advice(self, record: Negotiation) -> tuple[Problem, ...]:
        """Return what is worth a second look in a plan or an agreement; none of it is refused."""
        return advice_on(record)
