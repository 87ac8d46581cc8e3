"""Put a finished journal in the place of another one, which is kept aside."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

from negojournal.domain.passphrase import Passphrase
from negojournal.errors import LockedError, StorageError, UnreachableError
from negojournal.storage.backup import Source
from negojournal.storage.beside import side_files
from negojournal.storage.disk import settle_folder
from negojournal.storage.failure import lock_of, refusal_of
from negojournal.storage.hold import held, put_in_place
from negojournal.storage.probe import check_journal, looking
from negojournal.storage.soundness import check_pages

Move = tuple[Path, Path]

SHARED = (510, 0x40000002)
"""How many bytes, from which on, a program locks that has a file open: https://www.sqlite.org/src/file/src/os.h."""

fcntl = import_module("fcntl") if find_spec("fcntl") else None
"""What locks a part of a file; Windows, which has none, renames no file that is open."""


def swap(path: Path, finished: Path, aside: Path, passphrase: Passphrase | None = None) -> bool:
    """Put a finished file in a journal's place; tell whether there was a file to be kept aside.

    `passphrase` opens the present file. One that it doesn't open, or that is damaged or newer, is not written to: it
    goes aside with what stands beside it. Raises the StorageError that says why not, LockedError when another program
    has the journal open; all is then as it was.
    """
    if not _is_sound(path, passphrase):
        with _alone(path):
            moves = [move for move in _moves(path, aside) if move[0].exists()]
            _exchange(path, finished, moves)
        return bool(moves)
    with held(path, passphrase) as connection:
        if aside.exists():  # it is what another program has just put aside
            raise lock_of(path)
        Source(connection, path, passphrase).copy_to(aside)
        put_in_place(finished, path, connection)
    return True


def _is_sound(path: Path, passphrase: Passphrase | None) -> bool:
    if not path.exists():
        return False
    try:
        check_journal(path, passphrase)
        with looking(path, passphrase) as connection:
            check_pages(connection, path)
    except (LockedError, UnreachableError):
        raise
    except StorageError:
        return False
    return True


@contextmanager
def _alone(path: Path) -> Iterator[None]:
    """Hold a file that SQLite can't be asked about by the lock that SQLite would take.

    Raises LockedError while another program has it open, which would delete a log by its name when it is closed.
    """
    try:
        descriptor = os.open(path, os.O_RDWR)
    except OSError:
        yield
        return
    try:
        if fcntl is not None:
            fcntl.lockf(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB, *SHARED)
    except OSError as error:
        os.close(descriptor)
        raise lock_of(path) from error
    try:
        yield
    finally:
        os.close(descriptor)


def _moves(path: Path, aside: Path) -> Iterator[Move]:
    """Yield what goes where: a log that stayed would be played into a file that it doesn't belong to."""
    yield path, aside
    yield from zip(side_files(path), side_files(aside), strict=True)


def _exchange(path: Path, finished: Path, moves: list[Move]) -> None:
    done: list[Move] = []
    try:
        for own, kept in moves:
            _move(own, kept, stays=own == path)
            done.append((own, kept))
        finished.replace(path)
    except OSError as error:
        for own, kept in reversed(done):
            _move_back(own, kept)
        raise refusal_of(error, path) from error
    settle_folder(path.parent)


def _move(own: Path, kept: Path, *, stays: bool) -> None:
    """Move a file aside; the journal's gets a second name, so that there is one at any moment."""
    if not stays:
        own.rename(kept)
        return
    try:
        os.link(own, kept)
    except OSError:
        if kept.exists():
            raise
        own.rename(kept)


def _move_back(own: Path, kept: Path) -> None:
    if own.exists():
        kept.unlink()
    else:
        kept.rename(own)
