"""A filter as it is typed on the command line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from negojournal.domain.catalog import Catalog, EntryKind
from negojournal.domain.filter import Filter
from negojournal.domain.plain import sentence, shown
from negojournal.errors import InvalidError, Problem

DAY = "should be a date such as 2026-02-28"


@dataclass(frozen=True, slots=True)
class Query:
    """Hold what was typed: days as text, which may be wrong, and an area that may not exist."""

    search: str = ""
    counterpart: str | None = None
    area: str | None = None
    since: str | None = None
    until: str | None = None


def filter_from(query: Query, catalog: Catalog) -> Filter:
    """Return the filter that a query means; raises InvalidError naming what can't be read."""
    if problems := tuple(_problems(query, catalog)):
        raise InvalidError(problems)
    return Filter(
        search=query.search,
        counterpart=query.counterpart,
        area=query.area,
        since=date.fromisoformat(query.since) if query.since is not None else None,
        until=date.fromisoformat(query.until) if query.until is not None else None,
    )


def _problems(query: Query, catalog: Catalog) -> Iterator[Problem]:
    if query.area is not None and not catalog.knows(EntryKind.AREA, query.area):
        known = ", ".join(entry.key for entry in catalog.of(EntryKind.AREA, hidden=True))
        yield Problem("area", sentence("area", f"should be one of {known}, not {shown(query.area)}"))
    for name, text in (("since", query.since), ("until", query.until)):
        if text is not None and not _is_day(text):
            yield Problem(name, sentence(name, f"{DAY}, not {shown(text)}"))


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return re.fullmatch(r"\d{4}-\d{2}-\d{2}", text, re.ASCII) is not None
