"""What charts read: the latest scores, how many there are, and bands of many."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, date, datetime
from itertools import groupby
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, and_, func, or_, select, type_coerce
from sqlalchemy.types import NULLTYPE

from negojournal.domain.filter import EVERYTHING, Filter
from negojournal.domain.moment import Moment
from negojournal.domain.outcome import DIMENSIONS
from negojournal.domain.review import Answers
from negojournal.domain.scoring import SCORED
from negojournal.domain.summary import ScoredReview, Tally
from negojournal.storage import position
from negojournal.storage.aggregate import FREQUENCY, TALLY
from negojournal.storage.mapping import NEGOTIATION
from negojournal.storage.part import table_of
from negojournal.storage.row.review import AnswerRow
from negojournal.storage.selection import conditions, conditions_by_row

ANSWER = table_of(AnswerRow)
_n = NEGOTIATION.c


COLUMNS = (
    _n.position,
    _n.id,
    _n.title,
    *(type_coerce(column, NULLTYPE).label(column.name) for column in (_n.held_at, _n.created_at)),
    *(_n[key] for key in SCORED),
)
"""What is read of a scored review; its moments as their texts, which few of them are asked for."""

Conditions = tuple[ColumnElement[bool], ...]


def read_scored(connection: Connection, wanted: Filter, questionnaire: str, limit: int) -> tuple[ScoredReview, ...]:
    """Return the reviews with the latest `limit` scores of each dimension, in order of time."""
    latest = tuple(_latest(connection, wanted, questionnaire, limit))
    answers = _answers(connection, [row.position for row in latest])
    return tuple(
        ScoredReview(row.id, row.title, position.day_of(row.position), _scores(row), answers[row.position])
        for row in latest
    )


def read_counts(connection: Connection, wanted: Filter) -> Mapping[str, Mapping[str, int]]:
    """Count the scores of each questionnaire that has any by dimension."""
    rows = connection.execute(_summed() if wanted == EVERYTHING else _counted(wanted))
    return {key: dict(zip(DIMENSIONS, counts, strict=True)) for key, *counts in rows if any(counts)}


def read_tally(connection: Connection, wanted: Filter) -> Tally:
    """Count negotiations, and those that are rated."""
    if wanted == EVERYTHING:
        counted = select(func.sum(TALLY.c.negotiations), func.sum(TALLY.c.rated))
    else:
        counted = select(func.count(), func.count(_n.overall)).where(*conditions_by_row(wanted))
    negotiations, rated = connection.execute(counted).one()
    return Tally(negotiations or 0, rated or 0)


def read_span(connection: Connection, wanted: Filter, questionnaire: str) -> tuple[date, date] | None:
    """Return the first and the last day with a score."""
    scored = (_n.questionnaire == questionnaire, _n.overall.is_not(None), *conditions(wanted))
    # Asked for one at a time, each is the end of an index; both at once would be a walk through it.
    ends = (select(end(_n.position)).where(*scored).scalar_subquery() for end in (func.min, func.max))
    first, last = connection.execute(select(*ends)).one()
    return None if first is None else (position.day_of(first), position.day_of(last))


def _counted(wanted: Filter) -> Select[Any]:
    counted = select(_n.questionnaire, *(func.count(_n[key]) for key in DIMENSIONS))
    return counted.where(_n.questionnaire.is_not(None), *conditions(wanted)).group_by(_n.questionnaire)


def _summed() -> Select[Any]:
    often = FREQUENCY.c
    sums = (func.coalesce(func.sum(often.n).filter(often.dimension == key), 0) for key in DIMENSIONS)
    return select(often.questionnaire, *sums).group_by(often.questionnaire)


def _latest(connection: Connection, wanted: Filter, questionnaire: str, limit: int) -> Iterator[Row[Any]]:
    """Yield the rows in order of `held_at`, ties by `created_at`: the position orders all but what shares a second."""
    chosen = (_n.questionnaire == questionnaire, *conditions(wanted))
    floors = _floors(connection, chosen, limit)
    recent = or_(*(and_(_n[key].is_not(None), _n.position >= floor) for key, floor in floors.items()))
    # The lowest floor says no more than they do, but where in the index to begin.
    latest = select(*COLUMNS).where(*chosen, _n.position >= min(floors.values()), recent).order_by(_n.position)
    for _, together in groupby(connection.execute(latest).all(), key=lambda row: position.this_second(row.position)):
        rows = list(together)
        yield from sorted(rows, key=_order) if len(rows) > 1 else rows


def _scores(row: Row[Any]) -> Mapping[str, float | None]:
    return dict(zip(SCORED, row[-len(SCORED) :], strict=True))


def _answers(connection: Connection, places: Sequence[int]) -> Mapping[int, Answers]:
    answers: dict[int, dict[str, int | None]] = {place: {} for place in places}
    given = select(ANSWER.c.negotiation, ANSWER.c.item, ANSWER.c.rating)
    given = given.where(ANSWER.c.negotiation.in_(places), ANSWER.c.occasion == 0)
    for place, item, rating in connection.execute(given).all():
        answers[place][item] = rating
    return answers


def _floors(connection: Connection, chosen: Conditions, limit: int) -> Mapping[str, int]:
    """Return, for each dimension, the first position of the second of its latest but `limit` score."""
    newest = select(_n.position).where(*chosen).order_by(_n.position.desc()).limit(1).offset(limit - 1)
    floors = select(*(newest.where(_n[key].is_not(None)).scalar_subquery() for key in DIMENSIONS))
    found = zip(DIMENSIONS, connection.execute(floors).one(), strict=True)
    return {key: position.BEFORE if place is None else position.this_second(place) for key, place in found}


def _order(row: Row[Any]) -> tuple[datetime, datetime]:
    created_at = Moment(row.created_at)
    return Moment(row.held_at).wall, created_at.instant or created_at.wall.replace(tzinfo=UTC)
