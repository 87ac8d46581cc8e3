"""Pages by key: each begins where the last one ended, so that the thousandth costs what the first does.

A page is walked in stages, each a walk down one index: what is left of the last value, the values beyond it, and
the records without a value, which come last in either direction. Ties follow the date, newest first.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto
from functools import lru_cache
from typing import Any

from sqlalchemy import BindParameter, ColumnElement, Connection, Row, Select, bindparam, null, select, type_coerce
from sqlalchemy.types import NULLTYPE

from negojournal.domain.filter import Filter, Order, SortKey
from negojournal.domain.summary import Cursor
from negojournal.storage import position, search
from negojournal.storage.line import COLUMNS
from negojournal.storage.mapping import NEGOTIATION
from negojournal.storage.selection import Conditions, conditions_among, conditions_of_match

_n = NEGOTIATION.c

LINE = tuple(type_coerce(_n[name], NULLTYPE).label(name) for name in COLUMNS)
"""What a line of a list shows, as it stands in the file: made into values by SQLAlchemy, it took twice the time."""

SORT_COLUMNS = {SortKey.TITLE: "title_key", SortKey.COUNTERPARTS: "counterparts_key"}
"""Columns that differ from their sort key in name."""

Statement = Select[Any]

QUERY: BindParameter[str] = bindparam("query")
VALUE: BindParameter[Any] = bindparam("value")
PLACE: BindParameter[int] = bindparam("place")
COUNT: BindParameter[int] = bindparam("count")


class Begun(Enum):
    """Say where a page begins: at the top, within what has a value, or among the records without one."""

    NOWHERE = auto()
    AMONG_VALUES = auto()
    AFTER_VALUES = auto()


@dataclass(frozen=True, slots=True)
class Mark:
    """Hold where a page ended: the value it was sorted by, and the position."""

    value: str | float | None
    position: int


def read_page(
    connection: Connection, wanted: Filter, order: Order, after: Cursor | None, limit: int
) -> tuple[Sequence[Row[Any]], Cursor | None]:
    """Return the lines of a page, and where the next begins, or None at the end."""
    mark = Mark(*json.loads(after)) if after is not None else None
    query = search.query_of(wanted.search)
    given = {"query": query, "value": mark and mark.value, "place": _place(mark, wanted, order)}
    lines: list[Row[Any]] = []
    for stage in _stages(replace(wanted, search=""), query is not None, order, _begun(mark)):
        lines += connection.execute(stage, given | {"count": limit + 1 - len(lines)}).all()
        if len(lines) > limit:
            last = lines[limit - 1]
            return lines[:limit], Cursor(json.dumps(last[:2]))
    return lines, None


def _begun(mark: Mark | None) -> Begun:
    if mark is None:
        return Begun.NOWHERE
    return Begun.AFTER_VALUES if mark.value is None else Begun.AMONG_VALUES


def _place(mark: Mark | None, wanted: Filter, order: Order) -> int:
    """Return the position beyond which a page by date begins: the mark, or the end of the period where it sets out."""
    if mark is not None:
        return mark.position
    if order.descending:
        return position.end_of(wanted.until) if wanted.until else position.LAST
    return position.start_of(wanted.since) - 1 if wanted.since else position.BEFORE


@lru_cache(maxsize=32)
def _stages(wanted: Filter, is_found: bool, order: Order, begun: Begun) -> tuple[Statement, ...]:  # noqa: FBT001 - a key
    """Return the statements of a page, made once for each kind of list: making them takes as long as executing them."""
    if order.key is SortKey.HELD_AT:
        # Of two bounds on one side SQLite takes the first, the period's, and would walk from there to each page.
        beyond = replace(wanted, until=None) if order.descending else replace(wanted, since=None)
        walk = _by_match(beyond) if is_found else _by_date(beyond)
        return (_onwards(walk, search.SEARCH.c.rowid if is_found else _n.position, order),)
    found = (search.matching(QUERY),) if is_found else ()
    return tuple(stage.limit(COUNT) for stage in _by_value(conditions_among(wanted, *found), order, begun))


def _by_date(wanted: Filter) -> Statement:
    return select(null().label("value"), _n.position, *LINE).where(*conditions_among(wanted))


def _by_match(wanted: Filter) -> Statement:
    """Walk the index of words, whose rows are in order of time, so that not every match has to be found."""
    matched = select(null().label("value"), _n.position, *LINE).select_from(search.SEARCH)
    matched = matched.join(NEGOTIATION, _n.position == search.SEARCH.c.rowid)
    return matched.where(search.matches(QUERY), *conditions_of_match(wanted))


def _onwards(walk: Statement, place: ColumnElement[int], order: Order) -> Statement:
    if order.descending:
        return walk.where(place < PLACE).order_by(place.desc()).limit(COUNT)
    return walk.where(place > PLACE).order_by(place).limit(COUNT)


def _by_value(conditions: Conditions, order: Order, begun: Begun) -> Iterator[Statement]:
    column = _n[SORT_COLUMNS.get(order.key, order.key.value)]
    whole = select(column.label("value"), _n.position, *LINE).where(*conditions)
    newest = _n.position.desc()
    older = (_n.position < PLACE,)
    if begun is Begun.NOWHERE:
        yield _beyond(whole, column, column.is_not(None), order)
    elif begun is Begun.AMONG_VALUES:
        yield whole.where(column == VALUE, *older).order_by(newest)
        yield _beyond(whole, column, column < VALUE if order.descending else column > VALUE, order)
    left = older if begun is Begun.AFTER_VALUES else ()
    yield whole.where(column.is_(None), *left).order_by(newest)


def _beyond(whole: Statement, column: ColumnElement[Any], condition: ColumnElement[bool], order: Order) -> Statement:
    return whole.where(condition).order_by(column.desc() if order.descending else column, _n.position.desc())
