"""What can be done about a journal that doesn't open: its newest good backup, and all that can still be read of it.

The file itself is read and never written to.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from negojournal.catalog.load import load_catalog
from negojournal.domain.catalog import Catalog, EntryKind
from negojournal.domain.moment import now
from negojournal.domain.passphrase import Passphrase
from negojournal.domain.progress import Progress
from negojournal.domain.retention import BackupKind
from negojournal.errors import FormatError, NotFoundError, NotJournalError, UnreachableError, WrongPassphraseError
from negojournal.service.backup_folder import Backup, BackupState, inspected, listed
from negojournal.service.exchange import WRITERS
from negojournal.service.file import is_encrypted
from negojournal.service.holding import Holding
from negojournal.service.journal import Journal
from negojournal.service.readable import Readable, readable_of

if TYPE_CHECKING:
    from negojournal.storage.store import Store

JOURNAL = ".db"
"""How the name of a new journal ends; of the other endings each is an export."""


@dataclass(frozen=True, slots=True)
class Rescue:
    """Hold what was found: the newest good backup, and what can be read; either may be nothing.

    Where it `is_locked`, there are backups, and a passphrase is needed to look into them.
    """

    path: Path
    passphrase: Passphrase | None
    backup: Backup | None
    readable: Readable
    catalog: Catalog
    is_locked: bool = False

    def write(self, target: Path, progress: Progress | None = None) -> Readable:
        """Write all that can be read into a new journal, which has the same passphrase, or an export that has none.

        Raises NotFoundError when there is nothing, FormatError for a name with another ending, and StorageError's
        children; the broken file isn't touched.
        """
        endings = (JOURNAL, *WRITERS)
        if target.suffix.lower() not in endings:
            raise FormatError(f"“{target.name}” should end with one of {', '.join(endings)}.")
        if self.readable.is_empty:
            raise NotFoundError(f"Nothing of a journal can be read in {self.path}.")
        with suppress(OSError):
            if target.samefile(self.path):
                raise UnreachableError(target, f"{target} is the broken journal itself; name another file.")
        if target.suffix.lower() == JOURNAL:
            self._make_journal(target)
        else:
            self._export(target, progress)
        return self.readable

    def _make_journal(self, target: Path) -> None:
        from negojournal.storage.store import open_store  # noqa: PLC0415 - the database loads in 0.3 s

        if target.exists():
            raise UnreachableError(target, f"{target} is there already; name a new file.")
        try:
            with open_store(target, self.passphrase) as store:
                self._fill(store)
        except BaseException:
            target.unlink(missing_ok=True)
            raise

    def _export(self, target: Path, progress: Progress | None) -> None:
        from negojournal.storage.store import open_store  # noqa: PLC0415 - as above

        with open_store(None) as store:
            self._fill(store)
            Journal(store, self.catalog).exchange.export(target, progress=progress)

    def _fill(self, store: Store) -> None:
        """Put everything into a store that is empty, all or nothing."""
        found = self.readable
        with store.transaction():
            for kind in EntryKind:
                store.entries.replace(kind, tuple(entry for entry in found.entries if entry.kind is kind))
            holding = Holding(store, self.catalog)
            store.records.save_many((one, holding.scores(one)) for one in (*found.records, *found.binned))
            store.records.bin((one.id for one in found.binned), now())
            store.milestones.save_many(found.milestones)
            store.notes.save_many(found.notes)
            for key, text in found.drafts:
                store.drafts.put(key, text)


def look_for_rescue(
    path: Path, passphrase: Passphrase | None, resources: Path, own_folder: Path | None = None
) -> Rescue:
    """Look for a journal's newest good backup and for what can be read of its file, which no one here has open.

    It takes a second for a thousand full records. Raises EncryptedError, WrongPassphraseError where the passphrase
    opens neither, and the error of a file that can't be read.
    """
    catalog = _catalog(resources, own_folder)
    made = _looked_into(path, passphrase)
    backup = next((one for one in made if one.state is BackupState.WHOLE and one.records), None)
    try:
        readable = _readable(path, passphrase, catalog) if path.exists() or not made else Readable()
    except WrongPassphraseError:
        if backup is None or not is_encrypted(backup.path):
            raise
        readable = Readable()
    is_locked = backup is None and any(one.state is BackupState.LOCKED for one in made)
    return Rescue(path, passphrase, backup, readable, catalog, is_locked)


def _looked_into(path: Path, passphrase: Passphrase | None) -> tuple[Backup, ...]:
    """Return the backups, newest first, up to the first that is good; what was kept aside at a restore is none."""
    made: list[Backup] = []
    for one in listed(path):
        if one.kind is not BackupKind.RESTORE:
            made.append(inspected(one, passphrase))
            if made[-1].state is BackupState.WHOLE and made[-1].records:
                break
    return tuple(made)


def _catalog(resources: Path, own_folder: Path | None) -> Catalog:
    try:
        return load_catalog(resources, own_folder)
    except FormatError:
        return load_catalog(resources, None)


def _readable(path: Path, passphrase: Passphrase | None, catalog: Catalog) -> Readable:
    from negojournal.storage.salvage import salvage  # noqa: PLC0415 - the database loads in 0.3 s

    try:
        return readable_of(salvage(path, passphrase), catalog)
    except NotJournalError:
        return Readable()
