"""Read the rows of a table as records, as its columns are mapped; what can't be read is told by its line."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice

from negojournal.domain.catalog import Catalog, Entry
from negojournal.domain.identity import NegotiationId
from negojournal.domain.negotiation import Negotiation
from negojournal.domain.progress import Progress
from negojournal.errors import InvalidError, Problem
from negojournal.exchange.clerk import Clerk, Fault
from negojournal.exchange.column import ColumnMapping
from negojournal.exchange.sheet import Sheet, rows_of
from negojournal.exchange.table import unled

MOST_FAULTS = 100
"""How many of the cells that can't be read are told."""
BEAT = 500
"""Rows from one report of progress to the next."""


@dataclass(frozen=True, slots=True)
class Transcript:
    """Hold what was read: records with the line of each, new choices, and what could not be read.

    `faults` are the first of `fault_count`; `passed` counts rows that are none, such as totals, and `repeated` rows
    that are equal to an earlier one. `rows` is how many were looked at.
    """

    records: tuple[Negotiation, ...] = ()
    lines: tuple[int, ...] = ()
    entries: tuple[Entry, ...] = ()
    faults: tuple[Fault, ...] = ()
    fault_count: int = 0
    passed: int = 0
    repeated: int = 0
    rows: int = 0

    def problems(self) -> tuple[Problem, ...]:
        """Return what could not be read, the first hundred places and how many there are beside them."""
        told = tuple(Problem(f"line {fault.line}", fault.sentence()) for fault in self.faults)
        rest = self.fault_count - len(told)
        return (*told, Problem("", f"There are {rest:,} more problems in it.")) if rest else told


def transcribe(
    sheet: Sheet,
    mapping: ColumnMapping,
    catalog: Catalog,
    blank: Negotiation,
    *,
    limit: int | None = None,
    progress: Progress | None = None,
) -> Transcript:
    """Return what the rows of a table say, or the first of them; `blank` is a new record of now.

    Raises InvalidError when the columns can't be mapped so, and whatever `progress` raises.
    """
    if problems := mapping.problems():
        raise InvalidError(problems)
    clerk = Clerk(sheet, mapping, catalog, blank)
    records: dict[NegotiationId, tuple[int, Negotiation]] = {}
    faults: list[Fault] = []
    count = passed = repeated = rows = 0
    for rows, row in enumerate(islice(rows_of(sheet), limit), 1):
        if progress and rows % BEAT == 1:
            progress(rows - 1, sheet.rows)
        cells = tuple(map(unled, row.cells))
        found = clerk.record(row.line, cells) if mapping.is_record(cells) else None
        if isinstance(found, Negotiation):
            repeated += found.id in records
            records.setdefault(found.id, (row.line, found))
        elif found is None:
            passed += 1
        else:
            count += len(found)
            faults += found[: MOST_FAULTS - len(faults)]
    lines, kept = tuple(line for line, _ in records.values()), tuple(record for _, record in records.values())
    return Transcript(kept, lines, tuple(clerk.choices.new), tuple(faults), count, passed, repeated, rows)
