"""How much slower the everyday things get from 1,000 reviews to 100,000."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from tests.benchmarks.journal import Bench
from tests.benchmarks.listing import SEARCHES, found, listed
from tests.benchmarks.measure import Row, Timed
from tests.benchmarks.saving import saved


def growth_rows(few: Bench, many: Bench) -> Iterator[Row]:
    """Yield the rows of growth."""
    everyday: dict[str, Callable[[Bench], Timed]] = {
        "saving": saved,
        **{f"finding {name}": partial(found, words=words) for name, words in SEARCHES.items()},
        "a page": listed,
    }
    for what, timed in everyday.items():
        yield Row(f"growth of {what}", "the same at 1,000", 1.5, timed(many), timed(few))
