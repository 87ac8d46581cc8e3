"""Use cases of lists, calendar and completion."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from negojournal.domain.filter import Filter, Order
from negojournal.domain.negotiation import Negotiation
from negojournal.domain.summary import Cursor, Intention, Page, Summary, Tally
from negojournal.service.holding import Holding
from negojournal.service.query import Query, filter_from

PAGE = 100


class Listing:
    """Give out what lists show, computed by the database."""

    def __init__(self, holding: Holding) -> None:
        self._holding = holding
        self._lists = holding.store.lists

    def filter_from(self, query: Query) -> Filter:
        """Return the filter that a typed query means; raises InvalidError."""
        return filter_from(query, self._holding.catalog)

    def page(
        self, chosen: Filter, order: Order | None = None, after: Cursor | None = None, limit: int = PAGE
    ) -> Page[Summary]:
        """Return one page of a list, newest first unless ordered otherwise, and where the next begins."""
        return self._lists.page(chosen, order or Order(), after, limit)

    def tally(self, chosen: Filter) -> Tally:
        """Return how many negotiations pass a filter, and how many of them are rated."""
        return self._lists.tally(chosen)

    def days(self, chosen: Filter, year: int) -> Mapping[date, int]:
        """Return how many negotiations were held on each day of a year that has any."""
        return self._lists.days(chosen, year)

    def years(self, chosen: Filter | None = None) -> tuple[int, ...]:
        """Return the years in which any was held, newest first."""
        return self._lists.years(chosen or Filter())

    def counterparts(self) -> tuple[str, ...]:
        """Return every counterpart's name, most used first."""
        return self._lists.names()

    def tags(self) -> tuple[str, ...]:
        """Return every tag, most used first."""
        return self._lists.tags()

    def last_intention(self, record: Negotiation) -> Intention | None:
        """Return what was intended last for the same area or a counterpart before this record was held."""
        if record.area is None and not record.counterparts:
            return None
        return self._lists.last_intention(record.area, record.counterparts, record.held_at)
