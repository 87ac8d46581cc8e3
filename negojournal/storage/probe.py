"""Look at a file before anything may write to it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from negojournal.domain.passphrase import Passphrase
from negojournal.errors import NewerError, NotJournalError, UnreachableError
from negojournal.storage.connection import look_into
from negojournal.storage.failure import damage_of, refusal_of, stranger_of, translated, unreadable_of
from negojournal.storage.place import is_waiting
from negojournal.storage.revision import APPLICATION_ID, REVISIONS

PRIVATE = 0o600


def prepare_file(path: Path, passphrase: Passphrase | None = None) -> None:
    """Make sure that a file is a journal, or blank, or new; raise the StorageError that says why it isn't."""
    try:
        if not path.parent.is_dir():
            raise UnreachableError(path, f"There is no folder {path.parent}; choose one that exists.")
        if path.is_dir():
            raise UnreachableError(path, f"{path} is a folder; name a file in it.")
        if path.exists() and (path.stat().st_size or not path.is_file()):
            check_journal(path, passphrase)
        elif is_waiting(path):
            # SQLite would delete what waits beside a file without content; it may belong to one that was moved.
            raise damage_of(path)
        elif not path.exists():
            _make(path, passphrase)
        if path.stat().st_nlink > 1:
            # What is written under one name lies in a log that has that name, and is lost to the other.
            sentence = f"{path} has a second name (a hard link), so changes could be lost; copy it, and open the copy."
            raise UnreachableError(path, sentence)
    except OSError as error:
        raise refusal_of(error, path) from error


def check_journal(path: Path, passphrase: Passphrase | None) -> None:
    """Make sure that a file is a journal of a known revision, or blank; raise the StorageError that says why not."""
    with looking(path, passphrase) as connection:
        number = _one(connection, "PRAGMA application_id")
        tables = _one(connection, "SELECT count(*) FROM sqlite_master")
        blank = number == tables == 0 and (_one(connection, "PRAGMA page_count") or not path.stat().st_size)
        if blank:
            return
        if number != APPLICATION_ID:
            raise stranger_of(path)
        if not _one(connection, "SELECT count(*) FROM sqlite_master WHERE name = 'alembic_version'"):
            raise damage_of(path)
        if _one(connection, "SELECT version_num FROM alembic_version") not in REVISIONS:
            sentence = (
                f"{path} was written by a newer version of this program; it was left as it is, so update and try again."
            )
            raise NewerError(path, sentence)


@contextmanager
def looking(path: Path, passphrase: Passphrase | None) -> Iterator[Any]:
    """Give a connection of the driver that reads a file, and let go of it.

    The file is neither written to nor locked. Raises the StorageError that says what the file is, or that the
    passphrase isn't the right one.
    """
    if path.exists() and not path.is_file():
        raise stranger_of(path)
    with translated(path), closing(look_into(path, passphrase)) as connection:
        try:
            with translated(path):
                connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        except NotJournalError as error:
            if passphrase is not None and _is_key_of(path, passphrase):
                raise damage_of(path) from error
            raise unreadable_of(path, with_passphrase=passphrase is not None) from error
        yield connection


def _is_key_of(path: Path, passphrase: Passphrase) -> bool:
    """Tell whether a passphrase is the right one all the same: then it is the file that is broken."""
    from negojournal.storage.wreck.image import is_key_of  # noqa: PLC0415 - seldom wanted

    return is_key_of(path, passphrase)


def _make(path: Path, passphrase: Passphrase | None) -> None:
    try:
        os.close(os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL, PRIVATE))
    except FileExistsError:
        check_journal(path, passphrase)


def _one(connection: Any, question: str) -> Any:  # noqa: ANN401 - the driver has no types
    row = connection.execute(question).fetchone()
    return row[0] if row else None
