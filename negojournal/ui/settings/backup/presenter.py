"""What the settings of backups do, without Qt: list, look into, make and restore them, and choose where they go."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from negojournal.errors import EncryptedError, JournalError
from negojournal.service.backup_folder import Backup

if TYPE_CHECKING:
    from negojournal.domain.passphrase import Passphrase
    from negojournal.service.journal import Journal
    from negojournal.service.restoring import Restored
    from negojournal.ui.shell.port import Tasks

LIST, CONTENT = "backups", "what is in a backup"
"""Of these only what was asked last is answered."""

MAKING, RESTORING = "Making a backup", "Restoring"


@dataclass(frozen=True, slots=True)
class Overview:
    """Hold what there is: the backups, newest first, the second folder or why it isn't known, and what syncs.

    With `is_away` the second folder is on a disk that isn't there at the moment.
    """

    backups: tuple[Backup, ...]
    second: Path | None = None
    is_away: bool = False
    problem: str = ""
    service: str | None = None


class BackupView(Protocol):
    """Show the backups of a journal."""

    def show_memory(self) -> None:
        """Show that this journal has no file, and so no backups."""

    def show_overview(self, overview: Overview) -> None:
        """Show what there is."""

    def show_content(self, backup: Backup) -> None:
        """Show what is in one of the backups."""

    def show_problem(self, sentence: str) -> None:
        """Show why a backup wasn't made or restored; nothing takes it away."""

    def show_second_problem(self, sentence: str) -> None:
        """Show why a second folder can't be used; nothing takes it away."""

    def ask_passphrase(self, sentence: str) -> None:
        """Ask for the passphrase of the backup that is to be restored, and say why."""


class BackupPresenter:
    """Keep what is shown as it is on the disk, and do what the user asks for.

    `replaced` is told once another file is in the journal's place, which has to be opened.
    """

    def __init__(self, view: BackupView, tasks: Tasks, replaced: Callable[[Restored], None]) -> None:
        self._view, self._tasks, self._replaced = view, tasks, replaced
        self._journal: Journal | None = None

    def show_journal(self, journal: Journal) -> None:
        """Take the open journal."""
        self._journal = journal
        if journal.path is None:
            self._view.show_memory()

    def refresh(self) -> None:
        """Look again which backups there are, and then into them one after the other, so that nothing waits long."""
        if (journal := self._open()) is not None:
            self._tasks.run_latest(LIST, partial(overview_of, journal), partial(self._on_listed, journal))

    def make(self) -> None:
        """Make a backup now."""
        if (journal := self._open()) is not None:
            self._view.show_problem("")
            self._tasks.run_long(
                MAKING, lambda progress: journal.backups.make(progress=progress), self._on_made, self._on_failed
            )

    def restore(self, file: Path, passphrase: Passphrase | None = None) -> None:
        """Put a backup in the journal's place."""
        if (journal := self._open()) is not None:
            self._view.show_problem("")
            self._tasks.run_long(
                RESTORING,
                lambda progress: journal.backups.restore(file, passphrase, progress),
                self._replaced,
                self._on_not_restored,
            )

    def choose_second(self, folder: Path | None) -> None:
        """Keep backups in another folder as well, or no longer."""
        if (journal := self._open()) is not None:
            self._view.show_second_problem("")
            self._tasks.run(
                lambda: journal.backups.choose_second_folder(folder),
                lambda _made: self.refresh(),
                lambda error: self._view.show_second_problem(str(error)),
            )

    def _open(self) -> Journal | None:
        """Return the journal, if it has a file."""
        return self._journal if self._journal is not None and self._journal.path is not None else None

    def _on_listed(self, journal: Journal, overview: Overview) -> None:
        self._view.show_overview(overview)
        self._look_into(journal, overview.backups)

    def _look_into(self, journal: Journal, backups: Sequence[Backup]) -> None:
        if backups:
            self._tasks.run_latest(
                CONTENT, lambda: journal.backups.look_into(backups[0]), partial(self._on_seen, journal, backups[1:])
            )

    def _on_seen(self, journal: Journal, rest: Sequence[Backup], backup: Backup) -> None:
        self._view.show_content(backup)
        self._look_into(journal, rest)

    def _on_made(self, _backup: Backup) -> None:
        self.refresh()

    def _on_failed(self, error: JournalError) -> None:
        self._view.show_problem(str(error))

    def _on_not_restored(self, error: JournalError) -> None:
        if isinstance(error, EncryptedError):
            self._view.ask_passphrase(str(error))
        else:
            self._view.show_problem(str(error))


def overview_of(journal: Journal) -> Overview:
    """Return what there is; a disk that is away may take long to say so."""
    second, problem = None, ""
    try:
        second = journal.backups.second_folder()
    except JournalError as error:
        problem = str(error)
    is_away = second is not None and not second.is_dir()
    return Overview(journal.backups.all(), second, is_away, problem, journal.backups.sync_service())
