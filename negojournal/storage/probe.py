"""Look at a file before anything may write to it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from negojournal.errors import NewerError, UnreachableError
from negojournal.storage.engine import connect
from negojournal.storage.failure import damage_of, refusal_of, stranger_of, translated
from negojournal.storage.schema import APPLICATION_ID, REVISIONS

PRIVATE = 0o600


def prepare_file(path: Path) -> None:
    """Make sure that a file is a journal, or blank, or new; raise the StorageError that says why it isn't.

    The file is neither written to nor locked: SQLite is told that it can't change, unless changes wait beside it.
    """
    try:
        if not path.parent.is_dir():
            raise UnreachableError(path, f"There is no folder {path.parent}; choose one that exists.")
        if path.is_dir():
            raise UnreachableError(path, f"{path} is a folder; name a file in it.")
        if not path.exists():
            _make(path)
        elif path.stat().st_size:
            _check(path)
        elif _waiting(path):
            raise damage_of(path)
    except OSError as error:
        raise refusal_of(error, path) from error


def _make(path: Path) -> None:
    try:
        os.close(os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL, PRIVATE))
    except FileExistsError:
        _check(path)


def _check(path: Path) -> None:
    with _looking(path) as connection:
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


def _waiting(path: Path) -> bool:
    beside = path.with_name(f"{path.name}-wal")
    return beside.exists() and beside.stat().st_size > 0


@contextmanager
def _looking(path: Path) -> Iterator[Any]:
    mode = "ro" if _waiting(path) else "ro&immutable=1"
    with translated(path), closing(connect(path, mode)) as connection:
        yield connection


def _one(connection: Any, question: str) -> Any:  # noqa: ANN401 - the driver has no types
    row = connection.execute(question).fetchone()
    return row[0] if row else None
