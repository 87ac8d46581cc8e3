"""A filter as it is typed on the command line."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from negojournal.domain.catalog import Catalog, EntryKind
from negojournal.domain.filter import Filter
from negojournal.domain.plain import plain_of, value_from
from negojournal.domain.validation import unknown_choice
from negojournal.errors import InvalidError, Problem


@dataclass(frozen=True, slots=True)
class Query:
    """Hold what was typed for parts of a filter: days as text, which may be wrong, and an area that may not exist."""

    search: str = ""
    counterpart: str | None = None
    area: str | None = None
    since: str | None = None
    until: str | None = None


def filter_from(query: Query, catalog: Catalog) -> Filter:
    """Return the filter that a query means; raises InvalidError naming what can't be read."""
    problems = tuple(_unknown_area(query, catalog))
    try:
        chosen = value_from(Filter, plain_of(query))
    except InvalidError as error:
        raise InvalidError((*problems, *error.problems)) from error
    if problems:
        raise InvalidError(problems)
    return chosen


def _unknown_area(query: Query, catalog: Catalog) -> Iterator[Problem]:
    if query.area is not None and not catalog.knows(EntryKind.AREA, query.area):
        yield unknown_choice("area", query.area, (entry.key for entry in catalog.of(EntryKind.AREA, hidden=True)))
