"""Notes beside the negotiations."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import delete, insert, select, true

from negojournal.domain.negotiation import name_key
from negojournal.domain.note import Note, Subject
from negojournal.storage.engine import Database
from negojournal.storage.part import table_of
from negojournal.storage.row.journal import NoteRow

NOTE = table_of(NoteRow)
_COLUMNS = (NOTE.c.subject, NOTE.c.label, NOTE.c.text)


class Notes:
    """Keep notes, of a subject one for each key; keys are compared as names are."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self, subject: Subject | None = None) -> tuple[Note, ...]:
        """Return every note, or those of a subject, in order of their keys."""
        wanted = true() if subject is None else NOTE.c.subject == subject
        with self._database.reading() as connection:
            rows = connection.execute(select(*_COLUMNS).where(wanted).order_by(NOTE.c.subject, NOTE.c.key))
            return tuple(Note(*row) for row in rows)

    def get(self, subject: Subject, key: str) -> Note | None:
        """Return a note, or None."""
        with self._database.reading() as connection:
            same = (NOTE.c.subject == subject, NOTE.c.key == name_key(key))
            row = connection.execute(select(*_COLUMNS).where(*same)).one_or_none()
            return Note(*row) if row else None

    def save(self, note: Note) -> None:
        """Keep a note in place of the one with its subject and key."""
        self.save_many((note,))

    def save_many(self, notes: Iterable[Note]) -> None:
        """Keep all notes or none."""
        with self._database.writing() as connection:
            for note in notes:
                key = name_key(note.key)
                connection.execute(delete(NOTE).where(NOTE.c.subject == note.subject, NOTE.c.key == key))
                row = {"subject": note.subject, "key": key, "label": note.key, "text": note.text}
                connection.execute(insert(NOTE).values(row))

    def delete(self, subject: Subject, key: str) -> None:
        """Delete a note for good, if it is there."""
        with self._database.writing() as connection:
            connection.execute(delete(NOTE).where(NOTE.c.subject == subject, NOTE.c.key == name_key(key)))
