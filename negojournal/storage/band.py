"""Bands of many scores, computed by the database: what only SQLite's dates and whole-number division speak."""

from __future__ import annotations

from datetime import date

from sqlalchemy import CTE, ColumnElement, Connection, Float, String, case, cast, func, select

from negojournal.domain.filter import Filter
from negojournal.domain.summary import Band, Period
from negojournal.storage import position
from negojournal.storage.mapping import NEGOTIATION
from negojournal.storage.selection import conditions

_n = NEGOTIATION.c

FIRST_JULIAN_DAY = 1_721_425.5
"""The day that SQLite's dates give to the first day of the year 1."""


def day_number(place: ColumnElement[int]) -> ColumnElement[int]:
    """Return the number of the day of a position; number 0, the first day of the year 1, is a Monday."""
    return place.bitwise_rshift(position.SHIFT) // position.DAY_SECONDS


def read_bands(
    connection: Connection, wanted: Filter, questionnaire: str, dimension: str, period: Period
) -> tuple[Band, ...]:
    """Return the quartiles of each week or month, in order of time, interpolated between the scores beside them.

    Equal scores are counted first, and ranks are read off the running counts; so sorting stays small.
    """
    counted = _counted(wanted, questionnaire, dimension, period)
    start, score, n = counted.c.start, counted.c.score, counted.c.n
    up_to = func.sum(n).over(partition_by=start, order_by=score)
    total = func.sum(n).over(partition_by=start)
    labelled = ((up_to - n).label("below"), up_to.label("up_to"), total.label("total"))
    ranked = select(start, score, *labelled).cte("ranked")
    quartiles = (_quartile(ranked, number) for number in (1, 2, 3))
    bands = select(ranked.c.start, func.max(ranked.c.total), *quartiles).group_by(ranked.c.start)
    rows = connection.execute(bands.order_by(ranked.c.start))
    return tuple(Band(date.fromisoformat(start), *rest) for start, *rest in rows)


def _counted(wanted: Filter, questionnaire: str, dimension: str, period: Period) -> CTE:
    score = _n[dimension]
    start = _start(period)
    scored = (_n.questionnaire == questionnaire, score.is_not(None), *conditions(wanted))
    counts = select(start.label("start"), score.label("score"), func.count().label("n")).where(*scored)
    return counts.group_by(start, score).cte("counted")


def _start(period: Period) -> ColumnElement[str]:
    number = day_number(_n.position)
    if period is Period.WEEK:
        return func.date(number - number % 7 + FIRST_JULIAN_DAY, type_=String)
    return func.strftime("%Y-%m-01", number + FIRST_JULIAN_DAY, type_=String)


def _quartile(ranked: CTE, number: int) -> ColumnElement[float]:
    """Return the value at a quarter, half or three quarters of the way from the least score to the greatest."""
    quarters = (ranked.c.total - 1) * number
    rank, rest = quarters // 4, quarters % 4
    lower, upper = (_at(ranked, one) for one in (rank, rank + case((rest > 0, 1), else_=0)))
    return lower + (upper - lower) * cast(func.max(rest), Float) / 4


def _at(ranked: CTE, rank: ColumnElement[int]) -> ColumnElement[float]:
    """Return the score at a rank, counted from 0."""
    return func.max(case((ranked.c.below <= rank, case((rank < ranked.c.up_to, ranked.c.score)))))
