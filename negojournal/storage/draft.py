"""What is being typed and not yet kept."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import delete, insert, select

from negojournal.storage.engine import Database
from negojournal.storage.part import table_of
from negojournal.storage.row.journal import DraftRow

DRAFT = table_of(DraftRow)


class Drafts:
    """Keep drafts as texts whose meaning others know."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self) -> Mapping[str, str]:
        """Return every draft by its key."""
        with self._database.reading() as connection:
            rows = connection.execute(select(DRAFT.c.key, DRAFT.c.text).order_by(DRAFT.c.key))
            return dict(rows.all())

    def get(self, key: str) -> str | None:
        """Return a draft, or None."""
        return self.all().get(key)

    def put(self, key: str, text: str) -> None:
        """Keep a draft in place of the one with its key."""
        with self._database.writing() as connection:
            connection.execute(delete(DRAFT).where(DRAFT.c.key == key))
            connection.execute(insert(DRAFT).values(key=key, text=text))

    def drop(self, key: str) -> None:
        """Drop a draft, if it is there."""
        with self._database.writing() as connection:
            connection.execute(delete(DRAFT).where(DRAFT.c.key == key))
