"""Use cases of the passphrase: set it, change it, take it off; the journal's backups follow."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from negojournal.domain.passphrase import Passphrase, passphrase_problem
from negojournal.domain.progress import Progress
from negojournal.errors import InvalidError, JournalError, Problem, WrongPassphraseError
from negojournal.service import keychain
from negojournal.service.backup_folder import listed, unfinished
from negojournal.service.holding import Holding
from negojournal.service.second_folder import second_folder
from negojournal.storage.header import is_encrypted, is_plain

NO_WAY_BACK = "Without this passphrase my journal is lost"
"""What is typed before a journal is encrypted for the first time."""

WARNING = (
    "There is no back door: whoever forgets the passphrase can’t open the journal and its backups any more, and nobody "
    "can help. What was exported or copied before stays readable."
)
"""What is said before that."""

DOUBT = (
    "This journal is not encrypted, but its newest backup is. If you have not taken the passphrase off yourself, "
    "another file may have been put here: write nothing into it, and restore the backup."
)
"""What is said where somebody may have put a file that anybody can read in the place of an encrypted journal."""


@dataclass(frozen=True, slots=True)
class Conversion:
    """Hold what was done: what opens the journal now, and the backups and folders that stay as they were."""

    passphrase: Passphrase | None
    left: tuple[Path, ...] = ()


class Secrecy:
    """Encrypt a journal and its backups, and open them again.

    `settle_down` waits until nothing else of this program reads the file.
    """

    def __init__(self, holding: Holding, settle_down: Callable[[], object]) -> None:
        self._store = holding.store
        self._settle_down = settle_down
        self.readable: tuple[Path, ...] = ()
        self.is_doubtful = False

    @property
    def is_set(self) -> bool:
        """Tell whether the journal needs a passphrase."""
        return self._store.is_encrypted

    @property
    def present(self) -> Passphrase | None:
        """Return what opens the journal, for whoever opens the file again."""
        return self._store.passphrase

    def set(self, new: Passphrase, agreed: str, progress: Progress | None = None) -> Conversion:
        """Encrypt a journal that wasn't, once NO_WAY_BACK was typed as `agreed`.

        Raises InvalidError, LockedError while another program has the journal open, and StorageError's other
        children; nothing is changed then.
        """
        if self.is_set:
            raise JournalError("The journal has a passphrase already; change it instead.")
        problems = _problems(new)
        if not has_agreed(agreed):
            problems += (Problem("agreed", f"Type “{NO_WAY_BACK}” if you want to go on."),)
        if problems:
            raise InvalidError(problems)
        return self._convert(new, progress)

    def change(self, old: Passphrase, new: Passphrase, progress: Progress | None = None) -> Conversion:
        """Have another passphrase open the journal; raises as `set` does, and WrongPassphraseError."""
        self._check(old)
        problems = _problems(new)
        if new == old:
            problems += (Problem("passphrase", "This is the passphrase that the journal has already."),)
        if problems:
            raise InvalidError(problems)
        return self._convert(new, progress)

    def remove(self, old: Passphrase | None, progress: Progress | None = None) -> Conversion:
        """Have anybody open the journal who can read its file; raises as `change` does."""
        self._check(old)
        return self._convert(None, progress)

    def settle(self) -> None:
        """Finish what an interruption left, and encrypt the backups of an encrypted journal that are not.

        Those that can't be are `readable` after it. A journal that is not encrypted `is_doubtful` where its newest
        backup is.
        """
        if (path := self._store.path) is not None:
            copies = _copies(path)
            self.readable = self._store.settle(copies)
            self.is_doubtful = not self.is_set and bool(copies) and is_encrypted(copies[0])
            if self.is_set:
                _clear_away(part for part in unfinished(path) if is_plain(part))

    def _check(self, old: Passphrase | None) -> None:
        if (path := self._store.path) is None or not self.is_set:
            raise JournalError("The journal has no passphrase.")
        if self._store.passphrase != old:
            raise WrongPassphraseError(path, f"This passphrase doesn’t open {path}; nothing was changed, so try again.")

    def _convert(self, new: Passphrase | None, progress: Progress | None) -> Conversion:
        if (path := self._store.path) is None:
            raise JournalError("A journal that is thrown away needs no passphrase.")
        self._settle_down()
        left = self._store.rekey(new, _copies(path), progress)
        # Nobody else had the journal open a moment ago, so nobody is writing these.
        _clear_away(unfinished(path))
        keychain.follow(path, new)
        return Conversion(new, left + _out_of_reach(path))


def has_agreed(text: str) -> bool:
    """Tell whether NO_WAY_BACK was typed; how it was spaced or capitalised doesn't matter."""
    return _said(text) == _said(NO_WAY_BACK)


def _said(text: str) -> str:
    return " ".join(text.casefold().split()).rstrip(".")


def _problems(new: Passphrase) -> tuple[Problem, ...]:
    sentence = passphrase_problem(new.text)
    return (Problem("passphrase", sentence),) if sentence else ()


def _copies(journal: Path) -> tuple[Path, ...]:
    return tuple(backup.path for backup in listed(journal))


def _out_of_reach(journal: Path) -> tuple[Path, ...]:
    """Return the folder whose backups nobody could look at."""
    with suppress(JournalError):
        if (folder := second_folder(journal)) is not None and not folder.is_dir():
            return (folder,)
    return ()


def _clear_away(parts: Iterable[Path]) -> None:
    for part in parts:
        with suppress(OSError):
            part.unlink(missing_ok=True)
