"""Cases: what comparisons read of the latest negotiations, and a count of them all by area and counterpart."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TypeAlias

from sqlalchemy import ColumnElement, and_, func, select

from negojournal.domain.agreement import FollowUp
from negojournal.domain.case import Case, Look
from negojournal.domain.filter import Filter
from negojournal.domain.negotiation import Negotiation, Status, name_key
from negojournal.domain.outcome import DIMENSIONS
from negojournal.domain.prediction import was_sealed_before
from negojournal.domain.preparation import Preparation
from negojournal.domain.review import Assessment, Review
from negojournal.domain.territory import Encounter
from negojournal.storage.engine import Database
from negojournal.storage.loading import read_rows, records_of
from negojournal.storage.mapping import NEGOTIATION
from negojournal.storage.part import TEXT, Values, table_of
from negojournal.storage.person import used_names
from negojournal.storage.row.agreement import AgreementRow, CommitmentRow
from negojournal.storage.row.negotiation import DodgeRow, FollowUpRow, OfferRow
from negojournal.storage.row.preparation import ExchangeRow, PreparationRow, TermRow
from negojournal.storage.row.review import AnswerRow, PracticeRow, ReviewRow, TrapRow
from negojournal.storage.selection import conditions_by_row

_n = NEGOTIATION.c

READ = (
    *(PreparationRow, TermRow, ExchangeRow, ReviewRow, PracticeRow, TrapRow, AnswerRow),
    *(OfferRow, AgreementRow, CommitmentRow, FollowUpRow, DodgeRow),
)
"""Whose tables a case is read from; what else there is stays where it is."""

SHARED = ("id", "title", "status", "area", "channel", "method", "power", "offers", "dodge", "currency")
PLANNED = ("frame", "terms", "exchanges", "expected", "chance")
"""Fields of a case that a record, or its plan, has under the same name."""

Score: TypeAlias = Callable[[Assessment], Mapping[str, float | None]]
"""Gives the score of each dimension of an assessment."""


class Cases:
    """Answer what comparisons ask about many records."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def latest(self, wanted: Filter, score: Score, limit: int = 500) -> tuple[Case, ...]:
        """Return the latest negotiations that were held or dodged, in order of time."""
        newest = select(_n.position).where(*_had(wanted)).order_by(_n.position.desc()).limit(limit)
        with self._database.reading() as connection:
            rows = read_rows(connection, NEGOTIATION, _n.position.in_(connection.scalars(newest).all()))
            records = records_of(connection, rows, map(table_of, READ))
        return tuple(_case(row, record, score) for row, record in zip(rows, records, strict=True))

    def encounters(self, wanted: Filter) -> tuple[Encounter, ...]:
        """Count the negotiations that were held or dodged by area and counterpart; one with two counts for each."""
        # Those with the same names are counted first, so that names are looked up once for all of them.
        counts = (func.count().label("n"), func.count(_n.overall).label("rated"), func.min(_n.position).label("one"))
        same = select(_n.area, *counts).where(*_had(wanted)).group_by(_n.names, _n.area).subquery().c
        with_ = and_(TEXT.c.negotiation == same.one, TEXT.c.field == "counterparts")
        met = select(same.area, TEXT.c.key, func.sum(same.n), func.sum(same.rated)).outerjoin(TEXT, with_)
        counted = met.group_by(same.area, TEXT.c.key)
        with self._database.reading() as connection:
            names = {name_key(name): name for name in used_names(connection, "counterparts")}
            rows = connection.execute(counted).all()
        return tuple(Encounter(area, names.get(key), n, rated) for area, key, n, rated in rows)


def _had(wanted: Filter) -> tuple[ColumnElement[bool], ...]:
    return (_n.status != Status.PLANNED, *conditions_by_row(wanted))


def _case(row: Values, record: Negotiation, score: Score) -> Case:
    plan, review = record.preparation or Preparation(), record.review or Review()
    rated = row["questionnaire"] is not None
    return Case(
        **{name: getattr(record, name) for name in SHARED},
        **{name: getattr(plan, name) for name in PLANNED},
        day=record.held_at.day,
        counterparts=tuple(row["names"]),
        outcome=review.outcome,
        questionnaire=row["questionnaire"],
        scores={name: row[name] for name in DIMENSIONS} if rated else {},
        practices=review.practices,
        traps=tuple(mark.key for mark in review.traps),
        prepared=record.preparation is not None,
        sealed=was_sealed_before(plan, record.held_at),
        trust_before=plan.trust,
        trust_after=review.trust,
        commitments=record.agreement.commitments if record.agreement else (),
        looks=tuple(_looks(record.follow_ups, score)),
    )


def _looks(follow_ups: Iterable[FollowUp], score: Score) -> Iterator[Look]:
    for one in follow_ups:
        if one.done_on:
            yield Look(one.done_on, one.holds, score(one.assessment) if one.assessment else {})
