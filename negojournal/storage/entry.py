"""The user's own choices beside those that ship."""

from __future__ import annotations

from dataclasses import asdict, fields

from sqlalchemy import delete, insert, select

from negojournal.domain.catalog import Entry, EntryKind
from negojournal.storage.engine import Database
from negojournal.storage.part import table_of
from negojournal.storage.row.journal import EntryRow

ENTRY = table_of(EntryRow)


class Entries:
    """Keep the user's areas, traps, practices, purposes and questions."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self) -> tuple[Entry, ...]:
        """Return every entry, by kind in the order it was given."""
        columns = (ENTRY.c[field.name] for field in fields(Entry))
        with self._database.reading() as connection:
            rows = connection.execute(select(*columns).order_by(ENTRY.c.kind, ENTRY.c.ordinal))
            return tuple(Entry(*row) for row in rows)

    def replace(self, kind: EntryKind, entries: tuple[Entry, ...]) -> None:
        """Keep these entries of a kind and no others."""
        rows = [{**asdict(entry), "ordinal": ordinal} for ordinal, entry in enumerate(entries, 1)]
        with self._database.writing() as connection:
            connection.execute(delete(ENTRY).where(ENTRY.c.kind == kind))
            if rows:
                connection.execute(insert(ENTRY), rows)
