"""What holds of every journal, whatever was done to it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from negojournal.domain.filter import Filter
from negojournal.domain.identity import NegotiationId
from negojournal.domain.negotiation import Negotiation
from negojournal.domain.passphrase import Passphrase
from negojournal.paths import resource_folder
from negojournal.service.journal import Journal, open_journal

Content = Mapping[NegotiationId, Negotiation]


def opened(path: Path, passphrase: Passphrase | None = None) -> Journal:
    """Open a journal as the program does."""
    return open_journal(path, resource_folder(), None, passphrase)


def unsound(journal: Journal) -> Iterator[str]:
    """Say what contradicts itself in an open journal."""
    with journal._store._database.reading() as connection:
        for check in ("integrity_check", "foreign_key_check"):
            found = [tuple(row) for row in connection.exec_driver_sql(f"PRAGMA {check}")]
            if found not in ([], [("ok",)]):
                yield f"{check}: {found}"
        indexed = set(connection.exec_driver_sql("SELECT rowid FROM search").scalars())
        kept = set(connection.exec_driver_sql("SELECT position FROM negotiation").scalars())
    if indexed != kept:
        yield f"the search index and the records differ at {sorted(indexed ^ kept)}"


def content_of(journal: Journal) -> Content:
    """Return every record, the bin left out, without the moment at which it was changed last."""
    return {record.id: without_stamp(record) for record in journal._store.records.walk(Filter())}


def without_stamp(record: Negotiation) -> Negotiation:
    """Return a record as it was given to the journal, which stamps it with the moment."""
    return replace(record, updated_at=record.created_at)


def looked_at(path: Path, passphrase: Passphrase | None = None) -> tuple[Content, tuple[str, ...]]:
    """Open a journal, and return what is in it and what contradicts itself."""
    with closing(opened(path, passphrase)) as journal:
        return content_of(journal), tuple(unsound(journal))
