"""Hold a journal's file alone, and let another take its place."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Any

from negojournal.domain.passphrase import Passphrase
from negojournal.storage.connection import connect
from negojournal.storage.disk import settle_folder
from negojournal.storage.failure import lock_of, refusal_of, translated
from negojournal.storage.header import PLAIN, first_page
from negojournal.storage.place import Place

REPLACES_OPEN_FILES = os.name != "nt"
"""Windows lets no file take the place of one that is open."""

CHUNK = bytes(1 << 20)


@contextmanager
def held(path: Path, passphrase: Passphrase | None) -> Iterator[Any]:
    """Give the driver's connection to a file that no other can read, write or open as a journal until it is left.

    Nothing waits beside the file then: SQLite would write the log of a file that was replaced into the one that took
    its place. Raises LockedError while any other program has the journal open, or has just replaced its file.
    """
    place = Place(path)
    place.note_file()
    with translated(path), closing(connect(path, "rw", passphrase)) as connection:
        connection.execute("PRAGMA temp_store = MEMORY")
        # This fails while others have the file open, and leaves no log behind; the lock comes a moment later.
        connection.execute("PRAGMA journal_mode = DELETE")
        connection.execute("PRAGMA locking_mode = EXCLUSIVE")
        connection.execute("BEGIN EXCLUSIVE")
        mode = connection.execute("PRAGMA main.journal_mode").fetchone()[0]
        connection.execute("COMMIT")
        # Who waited for a lock may have got that of a file whose place another has taken meanwhile.
        if mode != "delete" or not place.has_file():
            raise lock_of(path)
        yield connection


def put_in_place(part: Path, path: Path, holder: Any = None) -> None:  # noqa: ANN401 - the driver has no types
    """Let a finished file take the place of another, for good; `holder` is the connection that holds the other.

    Where an encrypted file takes the place of one that anybody can read, that one is overwritten, as far as the disk
    writes where it is told to: its name is gone, and what is written in it would stay on the disk.
    """
    try:
        if not REPLACES_OPEN_FILES:
            _replace_closed(part, path, holder)
            return
        # Opened once and for all: to close what was opened only for a look would let go of the holder's lock.
        descriptor = os.open(path, os.O_RDWR)
        try:
            is_laid_open = os.read(descriptor, len(PLAIN)) == PLAIN and not first_page(part).startswith(PLAIN)
            part.replace(path)
            if settle_folder(path.parent) and is_laid_open:
                _wipe(descriptor)
        finally:
            os.close(descriptor)
    except OSError as error:
        raise refusal_of(error, path) from error


def _replace_closed(part: Path, path: Path, holder: Any) -> None:  # noqa: ANN401 - the driver has no types
    """Replace a file that nobody may have open; what was written since it was let go would be lost."""
    before = _state(path)
    if holder is not None:
        holder.close()
    if _state(path) != before:
        raise lock_of(path)
    try:
        part.replace(path)
    except PermissionError as error:
        raise lock_of(path) from error


def _state(path: Path) -> tuple[int, int]:
    found = path.stat()
    return found.st_size, found.st_mtime_ns


def _wipe(descriptor: int) -> None:
    with suppress(OSError):
        found = os.fstat(descriptor)
        if found.st_nlink:  # somebody keeps it by another name
            return
        os.lseek(descriptor, 0, os.SEEK_SET)
        for start in range(0, found.st_size, len(CHUNK)):
            os.write(descriptor, CHUNK[: found.st_size - start])
        os.fsync(descriptor)
