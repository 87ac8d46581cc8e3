"""Look a journal over: is all of it sound, and is there a backup."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from negojournal.domain.passphrase import Passphrase
from negojournal.domain.retention import BackupKind
from negojournal.errors import JournalError
from negojournal.service.archive import reachable_second
from negojournal.service.backup_folder import Backup, BackupState, inspected, listed
from negojournal.service.sync_folder import sync_service


@dataclass(frozen=True, slots=True)
class Check:
    """Hold what was found: how many negotiations, what is wrong, what is worth knowing, and the newest good backup."""

    records: int
    faults: tuple[str, ...]
    hints: tuple[str, ...]
    newest: Backup | None


def check_journal(path: Path, passphrase: Passphrase | None) -> Check:
    """Look a journal over without writing to it; raise the StorageError that says why it isn't one."""
    from negojournal.storage.backup import opened  # noqa: PLC0415 - the database loads in 0.3 s
    from negojournal.storage.soundness import faults  # noqa: PLC0415 - as above

    found = faults(path, passphrase)
    with opened(path, passphrase) as source:
        records = source.records()
    useless: list[str] = []
    newest = None
    for backup in _made(path):
        seen = inspected(backup, passphrase)
        if seen.state is BackupState.WHOLE:
            newest = seen
            break
        useless.append(f"The backup {backup.path} can’t be used: it is {WORDS[seen.state or BackupState.UNREADABLE]}.")
    return Check(records, (*found, *useless), tuple(_hints(path)), newest)


WORDS = {
    BackupState.WHOLE: "whole",
    BackupState.LOCKED: "encrypted with another passphrase",
    BackupState.DAMAGED: "damaged",
    BackupState.NEWER: "from a newer version of this program",
    BackupState.UNREADABLE: "not readable",
}


def _made(path: Path) -> Iterator[Backup]:
    return (one for one in listed(path) if one.kind is not BackupKind.RESTORE)


def _hints(path: Path) -> Iterator[str]:
    if service := sync_service(path):
        yield f"{service} keeps the journal’s folder; keep the journal elsewhere, and backups there instead."
    try:
        reachable_second(path)
    except JournalError as error:
        yield f"The second folder for backups is out of reach: {error}"
