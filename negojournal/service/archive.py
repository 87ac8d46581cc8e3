"""Write one state of a journal into the folders that keep its backups."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from negojournal.domain.progress import Progress
from negojournal.domain.retention import BackupKind
from negojournal.errors import JournalError, UnreachableError
from negojournal.service.backup_folder import Backup, clear_out, found_at, new_backup, own_folder
from negojournal.service.file import made_folder
from negojournal.service.second_folder import second_folder

if TYPE_CHECKING:
    from negojournal.storage.backup import Source

Tell = Callable[[str], object]
"""Told in one or two sentences what stands in the way of a backup that the work goes on without."""


def write_backups(
    source: Source, journal: Path, kind: BackupKind, tell: Tell, progress: Progress | None = None
) -> Backup:
    """Write a backup into the journal's folder, and into the second one where that can be; return the first.

    Raises StorageError's children when there is none in the journal's folder.
    """
    made = write_backup(source, journal, own_folder(journal), kind, progress)
    try:
        if (second := reachable_second(journal)) is not None:
            write_backup(source, journal, second, kind, progress)
    except JournalError as error:
        tell(second_sentence(error))
    return made


def write_backup(
    source: Source, journal: Path, folder: Path, kind: BackupKind, progress: Progress | None = None
) -> Backup:
    """Write a backup into one folder, and take away those that are no longer needed."""
    made_folder(folder)
    target = new_backup(folder, journal, source.at, kind)
    source.copy_to(target, progress)
    clear_out(folder, journal)
    return found_at(target, source.at, kind)


def reachable_second(journal: Path) -> Path | None:
    """Return the second folder, None where none is chosen; raise UnreachableError when it isn't there.

    It isn't made anew: where a disk was plugged in, there would be a folder instead of the disk.
    """
    folder = second_folder(journal)
    if folder is not None and not folder.is_dir():
        raise UnreachableError(folder, f"{folder} isn’t there; connect its disk, or choose another folder.")
    return folder


def second_sentence(error: JournalError) -> str:
    """Return what to say when the second folder didn't get a backup."""
    return f"The second folder for backups didn’t get one: {error}"
