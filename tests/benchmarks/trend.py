"""How long the trends of everything take."""

from __future__ import annotations

from collections.abc import Iterator

from tests.benchmarks.journal import Bench
from tests.benchmarks.measure import Row, Timed, seconds


def trend_rows(few: Bench, many: Bench) -> Iterator[Row]:
    """Yield the row of trends."""
    yield Row(
        what="trends of everything at 100,000",
        floor="trends at 1,000",
        bound=3,
        measured=_computed(many),
        floored=_computed(few),
    )


def _computed(bench: Bench) -> Timed:
    return seconds(bench.journal.trends.report, 3)
