"""Give a journal and its copies another passphrase, a first one, or none: whole new files beside the old ones.

All of them are there, checked and on the disk before the journal's takes its place, and the copies' follow. So what an
interruption leaves can be told by what opens the journal: a file beside a copy that opens likewise is whole and takes
the copy's place; any other is taken away.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from sqlcipher3 import dbapi2 as driver

from negojournal.domain.passphrase import Passphrase
from negojournal.domain.progress import Progress
from negojournal.errors import FullError, StorageError
from negojournal.storage.beside import part_of, side_files
from negojournal.storage.conversion import Meter, convert, is_whole
from negojournal.storage.disk import settle_folder
from negojournal.storage.header import is_plain
from negojournal.storage.hold import held, put_in_place
from negojournal.storage.probe import looking

Keys = tuple[Passphrase | None, Passphrase | None]
"""What opens a file, and what is to open it; None is nothing at all."""


def rekey(path: Path, keys: Keys, copies: Sequence[Path] = (), progress: Progress | None = None) -> tuple[Path, ...]:
    """Write a journal that nobody has open, and its copies, anew; return the copies that stay as they were.

    Raises WrongPassphraseError, LockedError while a program has the journal open, FullError, and what `progress`
    raises; the journal and its copies are then as they were.
    """
    path = path.resolve()  # what took the place of a link would leave the file behind it as it was
    with looking(path, keys[0]):
        pass
    meter = Meter((path, *copies), progress)
    with held(path, keys[0]) as journal, _taken_away(path, copies):
        convert(journal, path, keys[1], meter)
        unread = {copy for copy in copies if not _convert_copy(copy, keys, meter)}
        for folder in {copy.parent for copy in copies}:
            settle_folder(folder)
        put_in_place(part_of(path), path, journal)
    return tuple(copy for copy in copies if copy in unread or not _finish(copy))


def settle(path: Path, passphrase: Passphrase | None, copies: Sequence[Path]) -> tuple[Path, ...]:
    """Finish what an interruption left beside an open journal and its copies.

    Returns the copies that anybody can read although the journal is encrypted, and that can't be encrypted.
    """
    with suppress(OSError):
        part_of(path.resolve()).unlink(missing_ok=True)
    for copy in copies:
        if part_of(copy).exists() and not (is_whole(part_of(copy), passphrase) and _finish(copy)):
            _take_away(copy)
    if passphrase is None:
        return ()
    return tuple(copy for copy in copies if is_plain(copy) and not _encrypted_now(copy, passphrase))


@contextmanager
def _taken_away(path: Path, copies: Sequence[Path]) -> Iterator[None]:
    """Leave nothing behind where the journal's new file didn't take its place."""
    try:
        yield
    except BaseException:
        if part_of(path).exists():
            for one in (path, *copies):
                _take_away(one)
        raise


def _take_away(path: Path) -> None:
    with suppress(OSError):
        part_of(path).unlink(missing_ok=True)


def _convert_copy(copy: Path, keys: Keys, meter: Meter) -> bool:
    """Tell whether a copy opens as is wanted, or will once its new file takes its place."""
    old, new = keys
    try:
        with looking(copy, old) as source:
            convert(source, copy, new, meter)
    except (StorageError, driver.Error) as error:  # another program's file can be anything, whatever its name
        _take_away(copy)
        if isinstance(error, FullError):
            raise
        return _opens(copy, new)
    return True


def _encrypted_now(copy: Path, passphrase: Passphrase) -> bool:
    try:
        return _convert_copy(copy, (None, passphrase), Meter((), None)) and _finish(copy)
    except FullError:
        return False


def _finish(copy: Path) -> bool:
    """Let the new file of a copy take its place; tell whether the copy is as it should be."""
    if not part_of(copy).exists():
        return True
    try:
        for beside in side_files(copy):
            beside.unlink(missing_ok=True)
        put_in_place(part_of(copy), copy)
    except (OSError, StorageError):
        return False
    return True


def _opens(path: Path, passphrase: Passphrase | None) -> bool:
    try:
        with looking(path, passphrase):
            return True
    except StorageError:
        return False
