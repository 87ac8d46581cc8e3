"""Where a journal's backups are: a folder beside it, a second one of the user's choice, and what was kept aside."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from pathlib import Path

from negojournal.domain.moment import now
from negojournal.domain.passphrase import Passphrase
from negojournal.domain.retention import (
    BackupKind,
    Stamp,
    aside_name,
    aside_stamp,
    aside_start,
    backup_name,
    backup_stamp,
    dropped,
)
from negojournal.errors import CorruptError, EncryptedError, JournalError, NewerError, StorageError
from negojournal.service.file import failure_of
from negojournal.service.second_folder import second_folder
from negojournal.storage.beside import parts_in
from negojournal.storage.header import is_encrypted

ABANDONED = 3600
"""After how many seconds what was to become a backup, and never was finished, is taken away."""


class BackupState(StrEnum):
    """Name what was found out by looking into a backup."""

    WHOLE = "whole"
    LOCKED = "locked"
    DAMAGED = "damaged"
    NEWER = "newer"
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True)
class Backup:
    """Hold what is known of a backup; `records` and `state` only after looking into it.

    `made_at` is the time on the wall, `size` in bytes; `is_second` tells that it is in the second folder.
    """

    path: Path
    made_at: datetime
    kind: BackupKind
    size: int
    is_second: bool = False
    records: int | None = None
    state: BackupState | None = None


def stem_of(journal: Path) -> str:
    """Return how the names of a journal's backups begin; “journal” and “journal.db” are two, so one has a dot."""
    real = journal.resolve()
    if real.suffix == ".db":
        return real.stem
    return real.name if real.suffix else f"{real.name}."


def own_folder(journal: Path) -> Path:
    """Return the folder of a journal's backups; it need not exist yet."""
    return journal.resolve().with_name(f"{stem_of(journal)}-backups")


def listed(journal: Path) -> tuple[Backup, ...]:
    """Return all backups of a journal, newest first, as their names tell; nothing is opened."""
    stem = stem_of(journal)
    found = [*_asides(journal), *_in_folder(own_folder(journal), stem)]
    with suppress(JournalError):
        if (second := second_folder(journal)) is not None:
            found += _in_folder(second, stem, is_second=True)
    return tuple(sorted(found, key=lambda one: (one.made_at, not one.is_second), reverse=True))


def inspected(backup: Backup, passphrase: Passphrase | None) -> Backup:
    """Return a backup with how many negotiations it holds, or why that can't be told."""
    from negojournal.storage.backup import opened  # noqa: PLC0415 - the database loads in 0.3 s

    try:
        with opened(backup.path, passphrase if is_encrypted(backup.path) else None) as source:
            return replace(backup, records=source.records(), state=BackupState.WHOLE)
    except StorageError as error:
        return replace(backup, state=_state_of(error))


def has_daily(folder: Path, journal: Path, day: date) -> bool:
    """Tell whether a folder has the daily backup of a day."""
    found = _in_folder(folder, stem_of(journal))
    return any(one.kind is BackupKind.DAILY and one.made_at.date() == day for one in found)


def found_at(file: Path, at: datetime, kind: BackupKind = BackupKind.MANUAL) -> Backup:
    """Return a backup that holds what the journal was at an instant."""
    return Backup(file, _wall(at), kind, file.stat().st_size)


def new_backup(folder: Path, journal: Path, at: datetime, kind: BackupKind) -> Path:
    """Return the name for a backup of what the journal was at an instant; none that is there has it."""
    stem = stem_of(journal)
    return _free(folder, at, lambda moment: backup_name(stem, Stamp(moment, kind)))


def new_aside(journal: Path) -> Path:
    """Return the name that the present file gets when another takes its place now."""
    stem = stem_of(journal)
    return _free(journal.resolve().parent, now(), lambda moment: aside_name(stem, moment))


def clear_out(folder: Path, journal: Path) -> None:
    """Take away the backups in a folder that are no longer needed, and what never became one, or a journal."""
    found = {Stamp(one.made_at, one.kind): one.path for one in _in_folder(folder, stem_of(journal))}
    unneeded = [found[stamp] for stamp in dropped(found, _wall(now()))]
    with suppress(OSError):
        abandoned = [part for part in unfinished(journal) if now().timestamp() - part.stat().st_mtime > ABANDONED]
        for one in (*unneeded, *abandoned):
            one.unlink(missing_ok=True)


def unfinished(journal: Path) -> Iterator[Path]:
    """Yield what was to become the journal, a file kept aside or a backup, and has not yet, or never did."""
    real, stem = journal.resolve(), stem_of(journal)
    places = [(real.parent, f"{real.name}."), (real.parent, aside_start(stem)), (own_folder(real), f"{stem}-")]
    with suppress(JournalError):
        if (second := second_folder(real)) is not None:
            places.append((second, f"{stem}-"))
    for folder, start in places:
        with suppress(OSError):
            yield from parts_in(folder, start)


def _in_folder(folder: Path, stem: str, *, is_second: bool = False) -> Iterator[Backup]:
    for file in _files(folder):
        if (stamp := backup_stamp(stem, file.name)) is not None:
            yield from _found(file, stamp, is_second=is_second)


def _asides(journal: Path) -> Iterator[Backup]:
    for file in _files(journal.resolve().parent):
        if (stamp := aside_stamp(stem_of(journal), file.name)) is not None:
            yield from _found(file, stamp)


def _files(folder: Path) -> tuple[Path, ...]:
    try:
        return tuple(folder.iterdir())
    except OSError:
        return ()


def _found(file: Path, stamp: Stamp, *, is_second: bool = False) -> Iterator[Backup]:
    with suppress(OSError):
        yield Backup(file, stamp.made_at, stamp.kind, file.stat().st_size, is_second)


def _free(folder: Path, at: datetime, name: Callable[[datetime], str]) -> Path:
    """Return a name that no file has; raise the StorageError that says why there can be none, as for one too long."""
    moment = _wall(at)
    try:
        while (folder / name(moment)).exists():
            moment += timedelta(seconds=1)
    except OSError as error:
        raise failure_of(folder / name(moment), error) from error
    return folder / name(moment)


def _state_of(error: StorageError) -> BackupState:
    kinds = ((EncryptedError, BackupState.LOCKED), (NewerError, BackupState.NEWER), (CorruptError, BackupState.DAMAGED))
    return next((state for kind, state in kinds if isinstance(error, kind)), BackupState.UNREADABLE)


def _wall(at: datetime) -> datetime:
    return at.astimezone().replace(tzinfo=None, microsecond=0)
