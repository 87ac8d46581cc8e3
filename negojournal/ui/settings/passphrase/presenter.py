"""What the settings do with the passphrase: set it, change it, take it off, forget it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from negojournal.domain.change import Change
from negojournal.domain.passphrase import Passphrase
from negojournal.domain.progress import Progress
from negojournal.errors import InvalidError, JournalError, Problem, WrongPassphraseError
from negojournal.ui.shell.port import Keychain, Messages, Tasks

if TYPE_CHECKING:
    from negojournal.service.journal import Journal
    from negojournal.service.passphrase import Conversion, Secrecy

OLD, NEW, AGAIN, AGREED = "old", "passphrase", "again", "agreed"
"""The fields, as the problems with them are named."""


class Deed(StrEnum):
    """Name what can be done with a passphrase."""

    SET = "set"
    CHANGE = "change"
    REMOVE = "remove"


@dataclass(frozen=True, slots=True)
class Standing:
    """Say how it stands with an open journal.

    `is_possible` is False for one in memory; `is_remembered` tells that this computer opens it without asking;
    `readable` are backups that could not be encrypted with it.
    """

    is_possible: bool
    is_set: bool
    is_remembered: bool = False
    readable: tuple[Path, ...] = ()


class SecrecyView(Protocol):
    """Show how it stands, and what is wrong with what was typed."""

    def show_standing(self, standing: Standing) -> None:
        """Show how it stands."""

    def show_problems(self, problems: tuple[Problem, ...]) -> None:
        """Show what is wrong beside the fields, in place of what was wrong before."""

    def show_done(self, left: tuple[Path, ...]) -> None:
        """Forget what was typed, and name the backups that stay as they were."""

    def title(self, deed: Deed) -> str:
        """Return what is said while something is done."""

    def said(self, deed: Deed) -> str:
        """Return what is said afterwards."""


class SecrecyPresenter:
    """Lead what is typed in the settings to the journal; nothing of it is held here."""

    def __init__(
        self,
        view: SecrecyView,
        tasks: Tasks,
        messages: Messages,
        tell: Callable[[Change], None],
        keychain: Keychain | None,
    ) -> None:
        self._view, self._tasks, self._messages, self._tell, self._keychain = view, tasks, messages, tell, keychain
        self._journal: Journal | None = None

    def show_journal(self, journal: Journal) -> None:
        """Take the open journal."""
        self._journal = journal

    def refresh(self) -> None:
        """Look again how it stands."""
        if (journal := self._journal) is not None:
            self._tasks.run_latest("secrecy", lambda: self._standing(journal), self._view.show_standing)

    def set(self, new: Passphrase, again: Passphrase, agreed: str) -> None:
        """Encrypt the journal."""
        if self._are_same(new, again):
            self._convert(Deed.SET, lambda secrecy, progress: secrecy.set(new, agreed, progress))

    def change(self, old: Passphrase, new: Passphrase, again: Passphrase) -> None:
        """Have another passphrase open it."""
        if self._are_same(new, again):
            self._convert(Deed.CHANGE, lambda secrecy, progress: secrecy.change(old, new, progress))

    def remove(self, old: Passphrase) -> None:
        """Have anybody open it."""
        self._convert(Deed.REMOVE, lambda secrecy, progress: secrecy.remove(old, progress))

    def forget(self) -> None:
        """Have this computer forget the passphrase."""
        journal, keychain = self._journal, self._keychain
        if journal is not None and keychain is not None and (path := journal.path) is not None:
            self._tasks.run(lambda: keychain.forget(path), lambda _done: self.refresh())

    def _standing(self, journal: Journal) -> Standing:
        path, secrecy, keychain = journal.path, journal.passphrase, self._keychain
        if path is None:
            return Standing(is_possible=False, is_set=False)
        is_remembered = secrecy.is_set and keychain is not None and keychain.recall(path) is not None
        return Standing(is_possible=True, is_set=secrecy.is_set, is_remembered=is_remembered, readable=secrecy.readable)

    def _are_same(self, new: Passphrase, again: Passphrase) -> bool:
        problem = Problem(AGAIN, "This isn’t the same as above; type both once more.")
        self._view.show_problems(() if new == again else (problem,))
        return new == again

    def _convert(self, deed: Deed, work: Callable[[Secrecy, Progress], Conversion]) -> None:
        if (journal := self._journal) is not None:
            secrecy = journal.passphrase
            self._tasks.run_long(
                self._view.title(deed),
                lambda progress: work(secrecy, progress),
                lambda done: self._on_done(deed, done.left),
                self._on_failed,
            )

    def _on_done(self, deed: Deed, left: tuple[Path, ...]) -> None:
        self._view.show_done(left)
        self._messages.info(self._view.said(deed))
        self._tell(Change())
        self.refresh()

    def _on_failed(self, error: JournalError) -> None:
        if isinstance(error, WrongPassphraseError):
            self._view.show_problems((Problem(OLD, "That is not the passphrase of this journal."),))
        elif isinstance(error, InvalidError):
            self._view.show_problems(error.problems)
        else:
            self._view.show_problems(())
            self._messages.error(str(error))
