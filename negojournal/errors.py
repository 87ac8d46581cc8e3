"""Every expected error. `str(error)` is the one sentence that the user reads.

JournalError
├── InvalidError            the user can mend it: carries the problems, one a field
├── NotFoundError           no such record, or a beginning of an id that is not unique
├── ConflictError           the record was changed elsewhere since it was read
├── FormatError             a file that can't be read as what it should be, and where
└── StorageError            the world is at fault; carries the path
    ├── LockedError         another program holds the file
    ├── FullError           no space left, or a size limit
    ├── ReadOnlyError       the file or folder can't be written
    ├── UnreachableError    the folder or file is not there or can't be opened
    │   └── MovedError      the file that is open is not where it was opened
    ├── NotJournalError     the file is something else
    ├── EncryptedError      the file needs a passphrase, and none was given
    │   └── WrongPassphraseError    the one that was given doesn't open it
    ├── CorruptError        the file is damaged
    └── NewerError          the file comes from a newer version of the program
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


class JournalError(Exception):
    """Be caught wherever a sentence can be shown."""


@dataclass(frozen=True, slots=True)
class Problem:
    """Say what is wrong with one field: `field` is a path as in record.md, `sentence` is for the user."""

    field: str
    sentence: str


class InvalidError(JournalError):
    """Refuse a record (or a filter, a file's content) that breaks a rule the user can mend."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__(" ".join(problem.sentence for problem in problems))
        self.problems = problems


class NotFoundError(JournalError):
    """Say that what was asked for is not in the journal."""


class ConflictError(JournalError):
    """Say that a record was changed elsewhere; both versions are kept."""


class FormatError(JournalError):
    """Say which file, and which key in it, can't be read and what is expected there."""


class StorageError(JournalError):
    """Say that the journal's file can't be used; what was typed is safe in the form."""

    def __init__(self, path: Path, sentence: str) -> None:
        super().__init__(sentence)
        self.path = path


class LockedError(StorageError):
    """Say that another program holds the file."""


class FullError(StorageError):
    """Say that there's no room to write."""


class ReadOnlyError(StorageError):
    """Say that the file or its folder can't be written."""


class UnreachableError(StorageError):
    """Say that the file or its folder isn't there or can't be opened."""


class MovedError(UnreachableError):
    """Say that the file was moved, deleted or replaced while it was open."""


class NotJournalError(StorageError):
    """Say that the file is something other than a journal."""


class EncryptedError(StorageError):
    """Say that the file is encrypted, and that a passphrase is needed."""


class WrongPassphraseError(EncryptedError):
    """Say that a passphrase doesn't open the file."""


class CorruptError(StorageError):
    """Say that the file is damaged; it is never written to again."""


class NewerError(StorageError):
    """Say that the file was written by a newer version of the program."""
