"""Bands of many scores, counted by the database: what only SQLite's dates and whole-number division speak."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from itertools import accumulate, groupby
from operator import itemgetter
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, String, func, select, type_coerce

from negojournal.domain.filter import EVERYTHING, Filter
from negojournal.domain.summary import Band, Period
from negojournal.storage import position
from negojournal.storage.aggregate import FREQUENCY
from negojournal.storage.mapping import NEGOTIATION
from negojournal.storage.selection import conditions

_n = NEGOTIATION.c
_often = FREQUENCY.c

_DAYS: Mapping[Period, Callable[[Any], date]] = {Period.WEEK: position.day_from, Period.MONTH: date.fromisoformat}
"""The first day of a week or month, from what it is grouped by."""


def day_number(place: ColumnElement[int]) -> ColumnElement[int]:
    """Return the number of the day of a position; number 0, the first day of the year 1, is a Monday."""
    return place.bitwise_rshift(position.SHIFT) // position.DAY_SECONDS


def read_bands(
    connection: Connection, wanted: Filter, questionnaire: str, dimension: str, period: Period
) -> tuple[Band, ...]:
    """Return the quartiles of each week or month, in order of time, interpolated between the scores beside them."""
    # Of months, what was counted on saving is read: grouping 80,000 reviews took ten times as long.
    is_kept = wanted == EVERYTHING and period is Period.MONTH
    counted = _kept(questionnaire, dimension) if is_kept else _counted(wanted, questionnaire, dimension, period)
    day = _DAYS[period]
    return tuple(_band(day(start), rows) for start, rows in groupby(connection.execute(counted).all(), itemgetter(0)))


def _kept(questionnaire: str, dimension: str) -> Select[Any]:
    """Return the statement for how often each score occurs in each month."""
    kept = select(type_coerce(_often.month, String), _often.score, _often.n)
    of = (_often.questionnaire == questionnaire, _often.dimension == dimension)
    return kept.where(*of).order_by(_often.month, _often.score)


def _counted(wanted: Filter, questionnaire: str, dimension: str, period: Period) -> Select[Any]:
    score = _n[dimension]
    start = _start(period)
    scored = (_n.questionnaire == questionnaire, score.is_not(None), *conditions(wanted))
    counts = select(start.label("start"), score.label("score"), func.count()).where(*scored)
    return counts.group_by("start", "score").order_by("start", "score")


def _start(period: Period) -> ColumnElement[int] | ColumnElement[str]:
    """Return what positions are grouped by: the number of a Monday, or the text of the first of a month."""
    number = day_number(_n.position)
    if period is Period.WEEK:
        return number - number % 7
    return func.strftime("%Y-%m-01", number + position.FIRST_JULIAN_DAY, type_=String)


def _band(start: date, rows: Iterable[tuple[object, float, int]]) -> Band:
    """Return the band of scores that come in order, each with how often it occurs."""
    often = tuple(rows)
    scores = tuple(score for _, score, _ in often)
    up_to = tuple(accumulate(n for _, _, n in often))

    def quartile(number: int) -> float:
        rank, rest = divmod((up_to[-1] - 1) * number, 4)
        lower, upper = (scores[bisect_right(up_to, one)] for one in (rank, rank + (rest > 0)))
        return lower + (upper - lower) * rest / 4

    return Band(start, up_to[-1], quartile(1), quartile(2), quartile(3))
