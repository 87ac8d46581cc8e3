"""Pages by key: each begins where the last one ended, so that the thousandth costs what the first does.

A page is walked in stages, each a walk down one index: what is left of the last value, the values beyond it, and
the records without a value, which come last in either direction. Ties follow the date, newest first.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, null, select

from negojournal.domain.filter import Filter, Order, SortKey
from negojournal.domain.scoring import SCORED
from negojournal.domain.summary import Cursor, Summary
from negojournal.storage import position, search
from negojournal.storage.mapping import NEGOTIATION
from negojournal.storage.selection import conditions, conditions_of_match

_n = NEGOTIATION.c

LINE = (_n.id, _n.title, _n.held_at, _n.status, _n.area, _n.outcome, _n.names, *(_n[key] for key in SCORED))
"""What a line of a list shows; before it stand the value it is sorted by, and its position."""

SORT_COLUMNS = {SortKey.TITLE: "title_key", SortKey.COUNTERPARTS: "counterparts_key"}
"""Columns that differ from their sort key in name."""

Line = Row[Any]
Statement = Select[Any]


@dataclass(frozen=True, slots=True)
class Mark:
    """Hold where a page ended: the value it was sorted by, and the position."""

    value: str | float | None
    position: int


def read_page(
    connection: Connection, wanted: Filter, order: Order, after: Cursor | None, limit: int
) -> tuple[Sequence[Line], Cursor | None]:
    """Return the lines of a page, and where the next begins, or None at the end."""
    mark = Mark(*json.loads(after)) if after is not None else None
    lines: list[Line] = []
    for stage in _stages(wanted, order, mark):
        lines += connection.execute(stage.limit(limit + 1 - len(lines)))
        if len(lines) > limit:
            last = lines[limit - 1]
            return lines[:limit], Cursor(json.dumps(last[:2]))
    return lines, None


def summary_from(line: Line) -> Summary:
    """Return the summary of a line."""
    id_, title, held_at, status, area, outcome, names, *scores = tuple(line)[2:]
    return Summary(id_, title, held_at, status, tuple(names), area, outcome, dict(zip(SCORED, scores, strict=True)))


def _stages(wanted: Filter, order: Order, mark: Mark | None) -> Iterator[Statement]:
    if order.key is SortKey.HELD_AT:
        yield _by_date(wanted, mark, descending=order.descending)
        return
    column = _n[SORT_COLUMNS.get(order.key, order.key.value)]
    whole = select(column.label("value"), _n.position, *LINE).where(*conditions(wanted))
    newest = _n.position.desc()
    older = (_n.position < mark.position,) if mark else ()
    if mark is None:
        yield _beyond(whole, column, column.is_not(None), descending=order.descending)
    elif mark.value is not None:
        yield whole.where(column == mark.value, *older).order_by(newest)
        beyond = column < mark.value if order.descending else column > mark.value
        yield _beyond(whole, column, beyond, descending=order.descending)
        older = ()
    yield whole.where(column.is_(None), *older).order_by(newest)


def _beyond(
    whole: Statement, column: ColumnElement[object], condition: ColumnElement[bool], *, descending: bool
) -> Statement:
    return whole.where(condition).order_by(column.desc() if descending else column, _n.position.desc())


def _by_date(wanted: Filter, mark: Mark | None, *, descending: bool) -> Statement:
    place: ColumnElement[int] = _n.position
    whole = select(null().label("value"), _n.position, *LINE)
    query = search.query_of(wanted.search)
    if query:
        # Walked from the index of words, whose rows are in order of time, so that not every match has to be found.
        place = search.SEARCH.c.rowid
        whole = whole.select_from(search.SEARCH).join(NEGOTIATION, _n.position == place)
        whole = whole.where(search.matches(query), *conditions_of_match(wanted))
    else:
        whole = whole.where(*conditions(wanted))
    if descending:
        return whole.where(place < (mark.position if mark else position.LAST)).order_by(place.desc())
    return whole.where(place > (mark.position if mark else position.BEFORE)).order_by(place)
