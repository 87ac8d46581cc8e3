"""The journal's file: the door that the service knocks at."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from types import TracebackType

from negojournal.domain.passphrase import Passphrase
from negojournal.domain.progress import Progress
from negojournal.storage.backup import Source, pinned
from negojournal.storage.case import Cases
from negojournal.storage.draft import Drafts
from negojournal.storage.engine import BeforeMigration, Database, Version, let_pass
from negojournal.storage.entry import Entries
from negojournal.storage.listing import Lists
from negojournal.storage.milestone import Milestones
from negojournal.storage.note import Notes
from negojournal.storage.person import People
from negojournal.storage.probe import prepare_file
from negojournal.storage.record import Records
from negojournal.storage.rekey import rekey, settle
from negojournal.storage.schema import settle_schema
from negojournal.storage.waiting import Waitings


class Store:
    """Hold everything that one journal keeps, each subject in a part of its own."""

    def __init__(self, database: Database, path: Path | None) -> None:
        self._database = database
        self.path = path
        self.records = Records(database)
        self.lists = Lists(database)
        self.milestones = Milestones(database)
        self.drafts = Drafts(database)
        self.entries = Entries(database)
        self.notes = Notes(database)
        self.cases = Cases(database)
        self.people = People(database)
        self.waiting = Waitings(database)

    @property
    def is_encrypted(self) -> bool:
        """Tell whether the file needs a passphrase."""
        return self._database.passphrase is not None

    @property
    def passphrase(self) -> Passphrase | None:
        """Return what opens the file, and its copies."""
        return self._database.passphrase

    def pinned(self) -> Source:
        """Hold the present state of the file for reading, whatever is written after; close it."""
        return pinned(self._database.path, self._database.passphrase)

    def away(self) -> AbstractContextManager[None]:
        """Let go of the file, and keep everybody waiting, until it is left."""
        return self._database.away()

    def data_version(self) -> Version:
        """Return what changes when another program has written to the file, or may have.

        Raises UnreachableError when the file was moved, deleted or replaced.
        """
        return self._database.data_version()

    def rekey(
        self, passphrase: Passphrase | None, copies: Sequence[Path] = (), progress: Progress | None = None
    ) -> tuple[Path, ...]:
        """Write the file anew, and its copies, so that this passphrase opens them, or none where it is None.

        Returns the copies that stay as they were. Raises LockedError while another program has the file open;
        whatever is raised, nothing was changed.
        """
        with self._database.away():
            left = rekey(self._database.path, (self._database.passphrase, passphrase), copies, progress)
            self._database.passphrase = passphrase
        return left

    def settle(self, copies: Sequence[Path]) -> tuple[Path, ...]:
        """Finish what an interruption left beside the file and its copies.

        Returns the copies of an encrypted journal that anybody can read, and that can't be encrypted.
        """
        return settle(self._database.path, self._database.passphrase, copies)

    def watch_writing(self, answer: Callable[[], object]) -> None:
        """Have a function called before each transaction that writes."""
        self._database.before_writing = answer

    def transaction(self) -> AbstractContextManager[None]:
        """Keep everything that is done until it is left, or nothing."""
        return self._database.whole()

    def close(self) -> None:
        """Let go of the file."""
        self._database.close()

    def __enter__(self) -> Store:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def open_store(
    path: Path | None, passphrase: Passphrase | None = None, before_migration: BeforeMigration = let_pass
) -> Store:
    """Open a journal, or make a new one where there is none; without a path it lives in memory.

    With a passphrase a new one is encrypted. `before_migration` is called before the schema of an old one is brought up
    to date. Raises the StorageError that says why it can't be used; the file is then as it was.
    """
    if path is not None:
        prepare_file(path, passphrase)
    database = Database(path, passphrase)
    try:
        settle_schema(database, before_migration)
    except BaseException:
        database.close()
        raise
    return Store(database, path)
