"""How long a full review takes to save, beside its rows written by hand."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from itertools import count

from sqlcipher3 import dbapi2 as driver

from negojournal.domain.identity import new_uuid
from negojournal.domain.negotiation import Negotiation
from negojournal.storage.mapping import PARTS, rows_of, texts_in
from tests.benchmarks.journal import Bench
from tests.benchmarks.measure import Row, Timed, seconds
from tests.builders import build_full_record

TIMES = 20

Lines = list[dict[str, object]]


def saving_rows(many: Bench) -> Iterator[Row]:
    """Yield the row of saving, measured when the copy that the first write of a day sets off is made."""
    write = _writer(many)
    many.journal.backups.finish()
    yield Row(
        what="a full review saved, 100,000 in the journal",
        floor="its rows by hand, in one transaction",
        bound=5,
        measured=saved(many),
        floored=seconds(write, TIMES),
    )


def saved(bench: Bench) -> Timed:
    """Return the time to save another full review."""
    return seconds(lambda: bench.journal.records.save(_another(bench)), TIMES)


def _another(bench: Bench) -> Negotiation:
    new = bench.journal.records.new()
    return replace(build_full_record(), id=new.id, held_at=new.held_at)


def _writer(bench: Bench) -> Callable[[], None]:
    """Return what writes the rows that the service has written of a full review, each time at a new place."""
    record = _another(bench)
    bench.journal.records.save(record)
    tables = [(_insertion(table, lines[0]), lines) for table, lines in _lines_of(bench, record).items() if lines]
    text = "\n".join(texts_in(rows_of(record, 0)))
    places = count(bench.bare.execute("SELECT max(position) + 1 FROM negotiation").fetchone()[0])

    def write() -> None:
        place = next(places)
        own = {"position": place, "negotiation": place, "id": new_uuid()}
        bench.bare.execute("BEGIN IMMEDIATE")
        for insertion, lines in tables:
            bench.bare.executemany(insertion, [line | own for line in lines])
        bench.bare.execute("INSERT INTO search (rowid, text) VALUES (?, ?)", (place, text))
        bench.bare.execute("COMMIT")

    return write


def _lines_of(bench: Bench, record: Negotiation) -> dict[str, Lines]:
    """Return the rows of a record as they stand in the file, by table."""
    with closing(driver.connect(str(bench.path))) as reading:
        reading.row_factory = driver.Row
        (own,) = reading.execute("SELECT * FROM negotiation WHERE id = ?", (record.id,)).fetchall()
        found = {"negotiation": [dict(own)]}
        for table in PARTS:
            lines = reading.execute(f"SELECT * FROM {table.name} WHERE negotiation = ?", (own["position"],))
            found[table.name] = [dict(line) for line in lines]
    return found


def _insertion(table: str, line: dict[str, object]) -> str:
    columns, values = (", ".join(form.format(name) for name in line) for form in ('"{}"', ":{}"))
    return f"INSERT INTO {table} ({columns}) VALUES ({values})"
