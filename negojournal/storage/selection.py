"""The filter as conditions, the same for every statement."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

from sqlalchemy import ColumnElement, Select, and_, case, false, intersect, select, true

from negojournal.domain.filter import Filter
from negojournal.domain.negotiation import name_key
from negojournal.storage import position, search
from negojournal.storage.mapping import NEGOTIATION
from negojournal.storage.part import TEXT, table_of
from negojournal.storage.row.review import TrapRow

BINNED = NEGOTIATION.alias("binned")
TRAP = table_of(TrapRow)

Conditions: TypeAlias = tuple[ColumnElement[bool], ...]
Positions: TypeAlias = Select[tuple[int]]


def conditions(wanted: Filter) -> Conditions:
    """Return the conditions on the row of a negotiation that a filter stands for."""
    query = search.query_of(wanted.search)
    return conditions_among(wanted, *((search.matching(query),) if query else ()))


def conditions_among(wanted: Filter, *found: Positions) -> Conditions:
    """Return those for all of a filter but its words, on the negotiations that are in what was found."""
    period = _period(wanted, NEGOTIATION.c.position)
    return (_bin(wanted), *_columns(wanted), *period, *_among(*_lists(wanted), *found))


def conditions_of_match(wanted: Filter) -> Conditions:
    """Return those for all of a filter but its words, on a match of the search joined to its negotiation.

    The period is asked of the match, the rest in a case that no index can answer: so the matches are walked and
    their negotiations looked up. The other way round, each negotiation would be searched for the words.
    """
    rest = case((and_(*conditions_among(wanted)), true()), else_=false())
    return (*_period(wanted, search.SEARCH.c.rowid), rest)


def conditions_by_row(wanted: Filter) -> Conditions:
    """Return the conditions of a filter, for what is read of whole rows.

    A range of positions keeps SQLite from walking an index and looking up each row; a second one would hide the first.
    """
    whole = () if wanted.since or wanted.until else (NEGOTIATION.c.position > position.BEFORE,)
    return (*whole, *conditions(wanted))


def named(field: str, names: tuple[str, ...]) -> Select[tuple[int]]:
    """Return the statement for the negotiations with one of some names in a list of texts."""
    keys = [name_key(name) for name in names]
    return select(TEXT.c.negotiation).where(TEXT.c.field == field, TEXT.c.key.in_(keys))


def _bin(wanted: Filter) -> ColumnElement[bool]:
    if wanted.binned:
        # The bin is small and has an index; asked this way, SQLite begins there.
        return NEGOTIATION.c.position.in_(select(BINNED.c.position).where(BINNED.c.deleted_at.is_not(None)))
    return NEGOTIATION.c.deleted_at.is_(None)


def _columns(wanted: Filter) -> Iterator[ColumnElement[bool]]:
    for name in ("area", "method", "outcome", "status"):
        value = getattr(wanted, name)
        if value is not None:
            yield NEGOTIATION.c[name] == value


def _period(wanted: Filter, place: ColumnElement[int]) -> Iterator[ColumnElement[bool]]:
    if wanted.since is not None:
        yield place >= position.start_of(wanted.since)
    if wanted.until is not None:
        yield place < position.end_of(wanted.until)


def _lists(wanted: Filter) -> Iterator[Positions]:
    for field, name in (("counterparts", wanted.counterpart), ("tags", wanted.tag)):
        if name is not None:
            yield named(field, (name,))
    if wanted.trap is not None:
        yield select(TRAP.c.negotiation).where(TRAP.c.key == wanted.trap)


def _among(*lists: Positions) -> Iterator[ColumnElement[bool]]:
    """Yield that a negotiation is in all lists.

    They are one condition: of two, SQLite would look up every pair of their rows in an index that ends in positions.
    """
    if lists:
        yield NEGOTIATION.c.position.in_(intersect(*lists) if len(lists) > 1 else lists[0])
