"""How long a file of 10,000 records takes to import, beside its rows written by hand."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import closing
from itertools import count
from pathlib import Path

from sqlcipher3 import dbapi2 as driver

from negojournal.paths import resource_folder
from negojournal.service.journal import Journal, open_journal
from negojournal.service.sample import write_sample
from negojournal.storage.mapping import NEGOTIATION, PARTS, rows_of, texts_in
from tests.benchmarks.journal import TODAY, Bench
from tests.benchmarks.measure import Row, Timed, once

RECORDS = 10_000
SEED = 2
"""Another one than that of the journals that are measured, which have none of these records then."""

Table = tuple[str, list[tuple[object, ...]]]
"""A statement, and what it is given for each row."""


def import_rows(few: Bench) -> Iterator[Row]:
    """Yield the row of importing a journal's export into another journal."""
    folder = few.path.parent
    before, exported = folder / "before.db", folder / "exported.json"
    few.journal.backups.make(before)
    with closing(open_journal(None, resource_folder())) as journal:
        write_sample(journal, RECORDS, SEED, TODAY)
        journal.exchange.export(exported)
    copies = (folder / f"import-{number}.db" for number in count())
    yield Row(
        what=f"{RECORDS:,} records imported",
        floor="their rows by executemany",
        bound=5,
        measured=_imported(before, copies, exported),
        floored=_written(before, copies, _tables(before, next(copies), exported)),
        runs=5,
    )


def _imported(before: Path, copies: Iterator[Path], exported: Path) -> Timed:
    """Return what takes the time of an import into a journal that has none of the records: backup and all."""

    def timed() -> float:
        with closing(_journal(before, next(copies))) as journal:
            return once(lambda: journal.exchange.import_(exported))

    return timed


def _written(before: Path, copies: Iterator[Path], tables: list[Table]) -> Timed:
    """Return what takes the time of the rows alone, in one transaction of a copy of the same journal."""

    def timed() -> float:
        with closing(driver.connect(str(_copied(before, next(copies))), isolation_level=None)) as bare:
            for pragma in ("foreign_keys = ON", "synchronous = FULL", "journal_mode = WAL"):
                bare.execute(f"PRAGMA {pragma}")
            return once(_writer(bare, tables))

    return timed


def _writer(bare: driver.Connection, tables: list[Table]) -> Callable[[], None]:
    def write() -> None:
        bare.execute("BEGIN IMMEDIATE")
        for statement, rows in tables:
            bare.executemany(statement, rows)
        bare.execute("COMMIT")

    return write


def _tables(before: Path, copy: Path, exported: Path) -> list[Table]:
    """Return the rows that an import writes, as they stand in the file, and the texts that are searched."""
    with closing(_journal(before, copy)) as journal:
        _, change = journal.exchange.import_(exported)
        texts = {id_: "\n".join(texts_in(rows_of(journal.records.get(id_), 0))) for id_ in change.saved}
    with closing(driver.connect(str(copy))) as reading:
        places = dict(reading.execute("SELECT position, id FROM negotiation").fetchall())
        found = [(NEGOTIATION.name, "position"), *((table.name, "negotiation") for table in PARTS)]
        tables = []
        for name, key in found:
            cursor = reading.execute(f"SELECT * FROM {name} ORDER BY {key}")
            at = [column[0] for column in cursor.description].index(key)
            rows = [row for row in cursor if places[row[at]] in texts]
            signs = ", ".join("?" * len(cursor.description))
            tables.append((f"INSERT INTO {name} VALUES ({signs})", rows))
    search = [(place, texts[id_]) for place, id_ in places.items() if id_ in texts]
    return [*tables, ("INSERT INTO search (rowid, text) VALUES (?, ?)", search)]


def _journal(before: Path, copy: Path) -> Journal:
    return open_journal(_copied(before, copy), resource_folder())


def _copied(before: Path, copy: Path) -> Path:
    shutil.copyfile(before, copy)
    return copy
