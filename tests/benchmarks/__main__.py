"""Measure every bound on speed: `python -m tests.benchmarks`, or `make bench`.

Each is a ratio to a floor that is measured in the same run, because times alone mean nothing on shared machines.
The table goes to the terminal and to bench.json; the exit status is 1 when a bound is missed.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from tests.benchmarks.growth import growth_rows
from tests.benchmarks.journal import Bench, benches
from tests.benchmarks.listing import page_rows, search_rows
from tests.benchmarks.measure import Row, result_of
from tests.benchmarks.report import head, line_of, write_json
from tests.benchmarks.saving import saving_rows
from tests.benchmarks.start import start_rows
from tests.benchmarks.trend import trend_rows

OUTPUT = Path("bench.json")


def main() -> int:
    """Measure, say what was found, and return the exit status."""
    results = []
    with benches() as (few, many):
        _say(head())
        for row in _rows(few, many):
            results.append(result_of(row))
            _say(line_of(results[-1]))
    write_json(results, OUTPUT)
    _say(f"Written to {OUTPUT}.")
    return 0 if all(result.is_kept for result in results) else 1


def _rows(few: Bench, many: Bench) -> Iterator[Row]:
    yield from start_rows(many)
    yield from saving_rows(many)
    yield from search_rows(many)
    yield from page_rows(many)
    yield from trend_rows(few, many)
    yield from growth_rows(few, many)


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
