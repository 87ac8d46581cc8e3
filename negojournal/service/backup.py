"""Use cases of backups: yesterday's journal is always there."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import closing, suppress
from datetime import date
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Thread
from time import monotonic
from typing import TYPE_CHECKING

from negojournal.domain.moment import today
from negojournal.domain.passphrase import Passphrase
from negojournal.domain.progress import Progress
from negojournal.domain.retention import BackupKind
from negojournal.errors import JournalError, NotFoundError, StorageError, UnreachableError
from negojournal.service.archive import Tell, reachable_second, second_sentence, write_backup, write_backups
from negojournal.service.backup_folder import Backup, BackupState, found_at, has_daily, inspected, listed, own_folder
from negojournal.service.haste import step_back
from negojournal.service.holding import Holding
from negojournal.service.restoring import Restored, restore
from negojournal.service.second_folder import choose_second_folder, second_folder
from negojournal.service.sync_folder import sync_service

if TYPE_CHECKING:
    from negojournal.storage.backup import Source

EMPTY = "The journal is empty, so there is nothing to back up yet."
AGAIN = 600.0
"""After how many seconds a daily backup that failed is tried again, with the next write."""

NO_FILE = "This journal is in memory and is thrown away, so there are no backups of it."

UNDONE: Mapping[BackupKind, str] = {
    BackupKind.MIGRATION: (
        "This journal has to be brought up to date, and was left as it is, since the backup before that failed"
    ),
    BackupKind.IMPORT: "Nothing was imported, since the backup before that failed",
}
"""What isn't done without a backup."""


class Backups:
    """Make backups, list them, and put one in the journal's place.

    Before the first write of a day the journal's state is held, and copied while the user goes on.
    """

    def __init__(self, holding: Holding) -> None:
        self._holding = holding
        self._day: date | None = None
        self._again_at: float | None = None
        self._copying: list[Thread] = []
        self._hear: Tell | None = None
        self._untold: SimpleQueue[str] = SimpleQueue()
        self._seen: dict[Backup, Backup] = {}
        if holding.store.path is not None:
            holding.store.watch_writing(self._on_writing)

    def all(self) -> tuple[Backup, ...]:
        """Return every backup, newest first, without looking into any."""
        path = self._holding.store.path
        return listed(path) if path else ()

    def look_into(self, backup: Backup) -> Backup:
        """Return a backup with what is in it; an encrypted one takes a tenth of a second, once."""
        if (seen := self._seen.get(backup)) is None:
            seen = inspected(backup, self._holding.store.passphrase)
            if seen.state is BackupState.WHOLE:
                self._seen[backup] = seen
        return seen

    def make(self, target: Path | None = None, progress: Progress | None = None) -> Backup:
        """Make a backup now, under a new name of the user's choice if one is given.

        Raises NotFoundError when there is nothing to back up, and StorageError's children.
        """
        path = self._path()
        with closing(self._holding.store.pinned()) as source:
            if source.is_empty():
                raise NotFoundError(EMPTY)
            if target is None:
                return write_backups(source, path, BackupKind.MANUAL, self._tell, progress)
            if target.exists():
                raise UnreachableError(target, f"{target} is there already; name a new file.")
            source.copy_to(target, progress)
            return found_at(target, source.at)

    def before_import(self, progress: Progress | None = None) -> None:
        """Make the backup without which nothing is imported; an empty journal, or one in memory, needs none.

        Raises the StorageError that stands in the way, with a sentence that says so.
        """
        path = self._holding.store.path
        if path is not None:
            _make_first(self._holding.store.pinned, path, BackupKind.IMPORT, self._tell, progress)

    def restore(self, file: Path, passphrase: Passphrase | None = None, progress: Progress | None = None) -> Restored:
        """Put a backup in the journal's place, which is to be opened again then; see `restoring.restore`."""
        self.finish()
        store = self._holding.store
        return restore(self._path(), file, passphrase, progress, own=store.passphrase, away=store.away)

    def second_folder(self) -> Path | None:
        """Return the second folder for backups, None where none is chosen; raises FormatError."""
        return second_folder(self._path())

    def choose_second_folder(self, folder: Path | None) -> Path | None:
        """Keep backups in a folder within another one as well, from now on and in addition to these, or no longer."""
        return choose_second_folder(self._path(), folder)

    def sync_service(self) -> str | None:
        """Return the name of the sync service that keeps the journal's folder, if one does."""
        path = self._holding.store.path
        return sync_service(path) if path else None

    def hear(self, hear: Tell) -> None:
        """Tell from now on, from any thread, why a backup wasn't made; what happened before is told at once."""
        self._hear = hear
        self._pass_on()

    def finish(self) -> None:
        """Wait for the daily backup that is being copied; nobody else can hold the file meanwhile."""
        while self._copying:
            self._copying.pop().join()

    def _path(self) -> Path:
        if self._holding.store.path is None:
            raise NotFoundError(NO_FILE)
        return self._holding.store.path

    def _on_writing(self) -> None:
        """Hold the journal as it is before the first write of a day; what stands in the way stops no write."""
        day, is_due = today(), self._again_at is not None and monotonic() >= self._again_at
        if day == self._day and not is_due:
            return
        tell = self._tell if day != self._day else _say_no_more
        self._day, self._again_at = day, None
        try:
            self._begin_daily(day, tell)
        except JournalError as error:
            self._put_off(error, tell)

    def _put_off(self, error: JournalError, tell: Tell) -> None:
        self._again_at = monotonic() + AGAIN
        tell(_daily_sentence(error))

    def _begin_daily(self, day: date, tell: Tell) -> None:
        path = self._path()
        if not (folders := self._lacking(path, day, tell)):
            return
        self.finish()
        source = self._holding.store.pinned()
        try:
            is_empty = source.is_empty()
        except BaseException:
            source.close()
            raise
        if is_empty:
            source.close()
            return
        thread = Thread(target=self._copy, args=(source, path, folders, tell), name="backup")
        self._copying.append(thread)
        thread.start()

    def _lacking(self, path: Path, day: date, tell: Tell) -> tuple[Path, ...]:
        """Return the folders without a backup of a day; a second one out of reach is told once a day."""
        own = own_folder(path)
        lacking = () if has_daily(own, path, day) else (own,)
        try:
            second = reachable_second(path)
        except JournalError as error:
            if lacking:
                tell(second_sentence(error))
            return lacking
        return lacking if second is None or has_daily(second, path, day) else (*lacking, second)

    def _copy(self, source: Source, path: Path, folders: Sequence[Path], tell: Tell) -> None:
        with closing(source):
            step_back()
            for folder in folders:
                try:
                    write_backup(source, path, folder, BackupKind.DAILY)
                except StorageError as error:
                    self._put_off(error, tell)

    def _tell(self, sentence: str) -> None:
        self._untold.put(sentence)
        self._pass_on()

    def _pass_on(self) -> None:
        if self._hear is not None:
            with suppress(Empty):
                while True:
                    self._hear(self._untold.get_nowait())


def back_up_first(path: Path, passphrase: Passphrase | None) -> None:
    """Make the backup without which a journal's schema isn't brought up to date.

    Raises the StorageError that stands in the way, with a sentence that says so.
    """
    from negojournal.storage.backup import pinned  # noqa: PLC0415 - the database loads in 0.3 s

    _make_first(lambda: pinned(path, passphrase), path, BackupKind.MIGRATION, str)


def _make_first(
    pin: Callable[[], Source], path: Path, kind: BackupKind, tell: Tell, progress: Progress | None = None
) -> None:
    try:
        with closing(pin()) as source:
            if not source.is_empty():
                write_backups(source, path, kind, tell, progress)
    except StorageError as error:
        raise type(error)(error.path, f"{UNDONE[kind]}: {error}") from error


def _say_no_more(_sentence: str) -> None:
    """Leave it at what was said when it failed for the first time."""


def _daily_sentence(error: JournalError) -> str:
    return f"Today’s backup could not be made: {error}"
