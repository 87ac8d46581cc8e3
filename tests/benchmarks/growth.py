"""How much slower the everyday things get with more reviews."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from tests.benchmarks.journal import Bench
from tests.benchmarks.listing import SEARCHES, found, listed
from tests.benchmarks.measure import Row, Timed
from tests.benchmarks.saving import saved
from tests.benchmarks.start import STARTS, started


def growth_rows(few: Bench, many: Bench) -> Iterator[Row]:
    """Yield the rows of growth from one journal to a larger one."""
    everyday: dict[str, Callable[[Bench], Timed]] = {
        "saving": saved,
        **{f"finding {name}": partial(found, words=words) for name, words in SEARCHES.items()},
        "a page": listed,
    }
    for what, timed in everyday.items():
        yield _row(what, few, many, timed)


def start_growth_rows(few: Bench, many: Bench) -> Iterator[Row]:
    """Yield the rows of how the start grows."""
    for what, script in STARTS.items():
        yield _row(f"the start until {what}", few, many, lambda bench, script=script: started(script, bench.path))


def _row(what: str, few: Bench, many: Bench, timed: Callable[[Bench], Timed]) -> Row:
    return Row(f"growth of {what}", f"the same at {few.count:,}", 1.5, timed(many), timed(few))
