"""Measure every bound on speed: `python -m tests.benchmarks`, or `make bench`.

Each is a ratio to a floor that is measured in the same run, because times alone mean nothing on shared machines.
The table goes to the terminal and to bench.json; the exit status is 1 when a bound is missed. With `--million` it is
measured how start, search, pages and saving grow from 100,000 reviews to 1,000,000, and written to bench-million.json.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from tests.benchmarks.drawing import drawing_rows
from tests.benchmarks.growth import growth_rows, start_growth_rows
from tests.benchmarks.hour import hour_rows
from tests.benchmarks.importing import import_rows
from tests.benchmarks.journal import FEW, MANY, MOST, Bench, benches
from tests.benchmarks.listing import page_rows, search_rows
from tests.benchmarks.measure import Row, result_of
from tests.benchmarks.report import head, line_of, write_json
from tests.benchmarks.saving import saving_rows
from tests.benchmarks.start import start_rows
from tests.benchmarks.trend import trend_rows


def main() -> int:
    """Measure, say what was found, and return the exit status."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description="Measure every bound on speed.")
    parser.add_argument("--million", action="store_true", help="measure the growth to 1,000,000 reviews instead")
    if parser.parse_args().million:
        return _measured((MANY, MOST), _rows_of_growth, Path("bench-million.json"))
    return _measured((FEW, MANY), _rows, Path("bench.json"))


def _rows(few: Bench, many: Bench) -> Iterator[Row]:
    yield from start_rows(many)
    yield from saving_rows(many)
    yield from search_rows(many)
    yield from page_rows(many)
    yield from trend_rows(few, many)
    yield from drawing_rows(many)
    yield from import_rows(few)
    yield from hour_rows(many)
    yield from growth_rows(few, many)


def _rows_of_growth(many: Bench, most: Bench) -> Iterator[Row]:
    yield from start_growth_rows(many, most)
    yield from growth_rows(many, most)


def _measured(counts: tuple[int, int], rows: Callable[[Bench, Bench], Iterator[Row]], output: Path) -> int:
    results = []
    with benches(*counts) as (small, large):
        _say(head())
        for row in rows(small, large):
            results.append(result_of(row))
            _say(line_of(results[-1]))
    write_json(results, output)
    _say(f"Written to {output}.")
    return 0 if all(result.is_kept for result in results) else 1


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
