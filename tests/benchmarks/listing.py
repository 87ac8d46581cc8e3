"""How long a page of the list takes: found by words, at any depth, in any order."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from negojournal.domain.filter import Filter, Order, SortKey
from negojournal.domain.summary import Cursor, Page, Summary
from negojournal.storage.page import LINE
from tests.benchmarks.journal import Bench
from tests.benchmarks.measure import Row, Timed, seconds, slowest

TIMES = 25
LIMIT = 100
DEPTH = 50_000
SEARCHES = {"one word": "budget", "a two-letter prefix": "bu"}


def search_rows(many: Bench) -> Iterator[Row]:
    """Yield the rows of the search as one types."""
    for name, words in SEARCHES.items():
        yield Row(
            what=f"the first page for {name} (“{words}”)",
            floor="the bare FTS5 statement for its lines",
            bound=3,
            measured=found(many, words),
            floored=seconds(_bare_search(many, words), TIMES),
        )


def page_rows(many: Bench) -> Iterator[Row]:
    """Yield the rows of pages by each order, the first and deep down, in the slower direction."""
    first = listed(many)
    for key in SortKey:
        for depth in (0, DEPTH):
            orders = (Order(key, descending) for descending in (True, False))
            yield Row(
                what=f"a page by {key.value}, {depth:,} down",
                floor="the first page by date",
                bound=2,
                measured=slowest(*(seconds(_page(many, order, depth), TIMES) for order in orders)),
                floored=first,
            )


def found(bench: Bench, words: str) -> Timed:
    """Return the time to find the first page of what holds some words."""
    return seconds(partial(bench.journal.lists.page, Filter(search=words), limit=LIMIT), TIMES)


def listed(bench: Bench) -> Timed:
    """Return the time to list the first page by date."""
    return seconds(_page(bench, Order(), 0), TIMES)


def _page(bench: Bench, order: Order, depth: int) -> Callable[[], Page[Summary]]:
    after: Cursor | None = None
    if depth:
        after = bench.journal.lists.page(Filter(), order, limit=depth).following
    return partial(bench.journal.lists.page, Filter(), order, after, LIMIT)


def _bare_search(bench: Bench, words: str) -> Callable[[], object]:
    """Return what reads the lines that the page shows, and makes nothing of them."""
    columns = ", ".join(f"negotiation.{column.name}" for column in LINE)
    statement = (
        f"SELECT {columns} FROM search JOIN negotiation ON negotiation.position = search.rowid "
        "WHERE search MATCH ? AND negotiation.deleted_at IS NULL ORDER BY search.rowid DESC LIMIT ?"
    )
    return lambda: bench.bare.execute(statement, (f'"{words}"*', LIMIT)).fetchall()
