"""Sort SQLite's failures by result code and say each in one sentence: what happened, what is safe, what to do."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.exc import DBAPIError
from sqlcipher3 import dbapi2 as driver

from negojournal.errors import (
    CorruptError,
    EncryptedError,
    FullError,
    LockedError,
    MovedError,
    NotJournalError,
    ReadOnlyError,
    StorageError,
    UnreachableError,
    WrongPassphraseError,
)
from negojournal.storage.header import PLAIN, first_page, is_encrypted
from negojournal.storage.refusal import kind_of

_LOCKED = (
    LockedError,
    "Another program is using {path}; what was kept before is safe, so close the other program and try again.",
)
_FULL = (FullError, "There is no room left to write {path}; what was kept before is safe, so make room and try again.")
_READ_ONLY = (
    ReadOnlyError,
    "{path} or its folder can’t be written; what was kept before is safe, so allow writing there and try again.",
)
_GONE = (
    UnreachableError,
    "{path} can’t be opened and was left as it is; check that it is there and that you may read it, and try again.",
)
_MOVED = (
    MovedError,
    "{path} was moved, deleted or replaced while it was open; nothing more is written, so put it back and try again.",
)
_REFUSED = (
    UnreachableError,
    "The disk, maybe full or gone, refused to read or write {path}; nothing is half written, so mend it and try again.",
)
_OTHER = (
    NotJournalError,
    "{path} is not a journal, or its beginning is damaged; it was left as it is, so choose another file.",
)
_ENCRYPTED = (
    EncryptedError,
    "{path} is encrypted and was left as it is; give its passphrase and try again.",
)
_WRONG = (
    WrongPassphraseError,
    "This passphrase doesn’t open {path}; it was left as it is, so try again, or use a backup if it may be damaged.",
)
_OPEN = (
    WrongPassphraseError,
    "{path} is not encrypted, so no passphrase opens it; leave the passphrase out and try again.",
)
_DAMAGED = (
    CorruptError,
    "{path} is damaged; it was left as it is and will not be written to, so keep a copy and use a backup.",
)

Failure = tuple[type[StorageError], str]

BY_RESULT_CODE: Mapping[int, Failure] = {
    driver.SQLITE_BUSY: _LOCKED,
    driver.SQLITE_LOCKED: _LOCKED,
    driver.SQLITE_PROTOCOL: _LOCKED,
    driver.SQLITE_FULL: _FULL,
    driver.SQLITE_READONLY: _READ_ONLY,
    driver.SQLITE_PERM: _READ_ONLY,
    driver.SQLITE_CANTOPEN: _GONE,
    driver.SQLITE_NOLFS: _REFUSED,
    driver.SQLITE_IOERR: _REFUSED,
    driver.SQLITE_NOTADB: _OTHER,
    driver.SQLITE_CORRUPT: _DAMAGED,
    driver.SQLITE_FORMAT: _DAMAGED,
}
"""The world's faults; every other code is a fault of ours."""

BY_MESSAGE: Mapping[str, int] = {
    "database is locked": driver.SQLITE_BUSY,
    "database or disk is full": driver.SQLITE_FULL,
    "attempt to write a readonly database": driver.SQLITE_READONLY,
    "unable to open database file": driver.SQLITE_CANTOPEN,
    "disk I/O error": driver.SQLITE_IOERR,
    "file is not a database": driver.SQLITE_NOTADB,
    "database disk image is malformed": driver.SQLITE_CORRUPT,
}
"""SQLite's own words for a result code: the driver's errors in a backup carry nothing else."""

BY_KIND: Mapping[type[StorageError], Failure] = {kind: (kind, said) for kind, said in (_READ_ONLY, _FULL, _GONE)}
"""What is said when the system refuses to make or open a file."""

PRIMARY = 0xFF
"""The bits of an extended result code that sort it."""


def failure_of(error: Exception, path: Path) -> StorageError | None:
    """Return the world's fault behind a driver's error, or None where the fault is ours."""
    cause = error.orig if isinstance(error, DBAPIError) else error
    code = getattr(cause, "sqlite_errorcode", BY_MESSAGE.get(str(cause)))
    return None if code is None else _made(BY_RESULT_CODE.get(code & PRIMARY), path)


def refusal_of(error: OSError, path: Path) -> StorageError:
    """Return what to say when the system refuses to make a file."""
    kind, sentence = BY_KIND[kind_of(error)]
    return kind(path, sentence.format(path=path))


def damage_of(path: Path) -> CorruptError:
    """Return what to say of a file whose content contradicts itself."""
    kind, sentence = _DAMAGED
    return kind(path, sentence.format(path=path))


def lock_of(path: Path) -> LockedError:
    """Return what to say of a file that another program has open."""
    kind, sentence = _LOCKED
    return kind(path, sentence.format(path=path))


def absence_of(path: Path) -> MovedError:
    """Return what to say of a file that is no longer where it was opened."""
    kind, sentence = _MOVED
    return kind(path, sentence.format(path=path))


def stranger_of(path: Path) -> NotJournalError:
    """Return what to say of a file that is something else."""
    kind, sentence = _OTHER
    return kind(path, sentence.format(path=path))


def unreadable_of(path: Path, *, with_passphrase: bool) -> StorageError:
    """Return what to say of a file that isn't a database to the driver, which has the same word for a wrong key.

    Ask it only of a file that didn't open, for it is read.
    """
    sentences: Failure = _OTHER
    if is_encrypted(path):
        sentences = _WRONG if with_passphrase else _ENCRYPTED
    elif with_passphrase and first_page(path).startswith(PLAIN):
        sentences = _OPEN
    kind, sentence = sentences
    return kind(path, sentence.format(path=path))


@contextmanager
def translated(path: Path) -> Iterator[None]:
    """Raise the world's faults as errors with a sentence; let ours pass."""
    try:
        yield
    except (DBAPIError, driver.Error) as error:
        failure = failure_of(error, path)
        if failure is None:
            raise
        raise failure from error


def _made(failure: Failure | None, path: Path) -> StorageError | None:
    if failure is None:
        return None
    kind, sentence = failure
    return kind(path, sentence.format(path=path))
