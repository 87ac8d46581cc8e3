"""What waits: plans, promises and follow-ups that are open, and reviews that say little yet."""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlalchemy import Select, case, func, null, select, union_all

from negojournal.domain.agenda import Errand, Waiting
from negojournal.domain.identity import NegotiationId
from negojournal.domain.negotiation import Status
from negojournal.domain.questionnaire import QUICK
from negojournal.domain.review import Result
from negojournal.domain.summary import Summary
from negojournal.storage import position
from negojournal.storage.engine import Database
from negojournal.storage.line import summaries_from
from negojournal.storage.mapping import NEGOTIATION
from negojournal.storage.page import LINE
from negojournal.storage.part import TEXT, table_of
from negojournal.storage.row.agreement import CommitmentRow
from negojournal.storage.row.negotiation import FollowUpRow
from negojournal.storage.row.review import ReviewRow
from negojournal.storage.selection import named

COMMITMENT, FOLLOW_UP, REVIEW = map(table_of, (CommitmentRow, FollowUpRow, ReviewRow))
_n = NEGOTIATION.c
_live = _n.deleted_at.is_(None)
_promised = COMMITMENT.c
_later = FOLLOW_UP.c
_unkept = (_promised.done_on.is_(None), _promised.broken.is_(False))
_undone = (_later.done_on.is_(None),)
_planned = (_n.status == Status.PLANNED, _live)

SAID = ("intended", "happened", "why", "keep", "next_time")
"""The four questions of a review; one that answers none of them can be deepened."""

MIDDLE = 4
"""The rating from which a review is the more worth a second look, the further away it is."""


class Waitings:
    """Answer what waits; of more than are asked for, those that are due last, and the soonest of them first."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def plans(self, until: date, most: int) -> tuple[Summary, ...]:
        """Return what is planned up to a day."""
        planned = _lines().where(*_planned, _n.position < position.end_of(until))
        return self._summaries(planned.order_by(_n.position.desc()).limit(most))[::-1]

    def commitments(self, until: date, most: int) -> tuple[Errand, ...]:
        """Return the promises that are open and due up to a day."""
        due = _commitments().where(_promised.due_on <= until).order_by(_promised.due_on.desc(), _n.position.desc())
        return self._errands(Waiting.COMMITMENT, due.limit(most))[::-1]

    def promises(self, name: str) -> tuple[Errand, ...]:
        """Return the promises that are open with a counterpart, those without a date last."""
        # Asked of each promise, since few are open and a counterpart may be met in thousands of negotiations.
        with_ = named("counterparts", (name,)).where(TEXT.c.negotiation == _promised.negotiation).exists()
        return self._errands(
            Waiting.COMMITMENT, _commitments().where(with_).order_by(_promised.due_on.nulls_last(), _n.position)
        )

    def follow_ups(self, until: date, most: int) -> tuple[Errand, ...]:
        """Return the follow-ups that are due up to a day and not done."""
        what = (_later.due_on, _n.id, _n.title, _n.names, _later.ordinal - 1, null(), null())
        due = select(*what).join_from(FOLLOW_UP, NEGOTIATION).where(*_undone, _live, _later.due_on <= until)
        return self._errands(Waiting.FOLLOW_UP, due.order_by(_later.due_on.desc(), _n.position.desc()).limit(most))[
            ::-1
        ]

    def shallow(self, since: date, until: date, most: int) -> tuple[Summary, ...]:
        """Return quick reviews that say nothing yet; first those of an agreement, or rated far from the middle."""
        recent = (
            _n.questionnaire == QUICK,
            _n.position >= position.start_of(since),
            _n.position < position.end_of(until),
        )
        silent = (REVIEW.c[name].is_(None) for name in SAID)
        worth = func.abs(_n.overall - MIDDLE) + case((_n.outcome == Result.AGREEMENT, 1), else_=0)
        lines = _lines().join(REVIEW).where(*recent, _live, _n.status == Status.HELD, *silent)
        return self._summaries(lines.order_by(worth.desc(), _n.position.desc()).limit(most))

    def ids(self) -> tuple[NegotiationId, ...]:
        """Return the records with anything for a calendar: a plan, an open promise, a follow-up that has a date."""
        # Asked as a range, and without sorting out doubles, this stays within the indexes of what is open.
        promised = select(_promised.negotiation).where(*_unkept)
        followed = select(_later.negotiation).where(*_undone, _later.due_on >= date.min)
        planned = select(_n.position).where(*_planned)
        among = _n.position.in_(union_all(planned, promised, followed))
        with self._database.reading() as connection:
            return tuple(connection.scalars(select(_n.id).where(among, _live).order_by(_n.position)))

    def _summaries(self, statement: Select[Any]) -> tuple[Summary, ...]:
        with self._database.reading() as connection:
            return summaries_from(connection.execute(statement))

    def _errands(self, kind: Waiting, statement: Select[Any]) -> tuple[Errand, ...]:
        with self._database.reading() as connection:
            rows = connection.execute(statement).all()
        return tuple(
            Errand(kind, due_on, id_, title, tuple(names), number, owner, what)
            for due_on, id_, title, names, number, owner, what in rows
        )


def _lines() -> Select[Any]:
    return select(null(), _n.position, *LINE).select_from(NEGOTIATION)


def _commitments() -> Select[Any]:
    what = (_promised.due_on, _n.id, _n.title, _n.names, _promised.ordinal - 1, _promised.owner, _promised.what)
    return select(*what).join_from(COMMITMENT, NEGOTIATION).where(*_unkept, _live)
