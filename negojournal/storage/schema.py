"""The schema of a journal: made at once when new, migrated when behind."""

from __future__ import annotations

from functools import cache

from sqlalchemy import Connection, insert, select, text
from sqlalchemy.dialects import sqlite
from sqlalchemy.schema import CreateIndex, CreateTable

from negojournal.storage import aggregate, search
from negojournal.storage.engine import BeforeMigration, Database, let_pass
from negojournal.storage.mapping import NEGOTIATION, PARTS
from negojournal.storage.part import table_of
from negojournal.storage.revision import APPLICATION_ID, HEAD
from negojournal.storage.row.journal import DraftRow, EntryRow, MilestoneRow, NoteRow, revision_table


def settle_schema(database: Database, before_migration: BeforeMigration = let_pass) -> None:
    """Make the schema of a blank file, or bring an old one up to date, which what is called before may refuse."""
    with database.reading() as connection:
        revision = revision_of(connection)
    if revision is None:
        with database.writing() as connection:
            _create(connection)
    elif revision != HEAD:
        # Alembic takes 0.3 s to load, which only the first start after an update has to spare.
        from negojournal.storage.upgrade import upgrade  # noqa: PLC0415

        before_migration(database.path, database.passphrase)
        with database.rebuilding() as connection:
            upgrade(connection)


def revision_of(connection: Connection) -> str | None:
    """Return the revision of the schema, or None where there is no schema at all."""
    if not connection.scalar(text("SELECT count(*) FROM sqlite_master")):
        return None
    return connection.scalar(select(revision_table.c.version_num))


@cache
def statements() -> tuple[str, ...]:
    """Return what makes the schema of a new journal."""
    dialect = sqlite.dialect()
    own = (table_of(row) for row in (MilestoneRow, DraftRow, EntryRow, NoteRow))
    tables = (revision_table, *own, NEGOTIATION, *PARTS, aggregate.TALLY, aggregate.FREQUENCY)
    made = [str(CreateTable(table).compile(dialect=dialect)) for table in tables]
    indexes = (index for table in tables for index in sorted(table.indexes, key=lambda one: str(one.name)))
    indexed = (str(CreateIndex(index).compile(dialect=dialect)) for index in indexes)
    return (*made, *indexed, search.CREATE, *aggregate.triggers())


def _create(connection: Connection) -> None:
    if revision_of(connection) is not None:
        return
    for statement in (f"PRAGMA application_id = {APPLICATION_ID}", *statements()):
        connection.exec_driver_sql(statement)
    connection.execute(insert(revision_table).values(version_num=HEAD))
