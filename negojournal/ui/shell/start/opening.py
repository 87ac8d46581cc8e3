"""Open the journal away from the window, and say in plain words when it can't be."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal

from negojournal.errors import JournalError
from negojournal.ui.shell.port import Tasks

if TYPE_CHECKING:
    from negojournal.domain.passphrase import Passphrase
    from negojournal.service.journal import Journal

OpenJournal = Callable[[Path, "Passphrase | None"], "Journal"]
"""Open a file; raises StorageError or FormatError."""


class Opening(QObject):
    """Try to open a journal, as often as the user wants. `opened` carries it, `refused` the reason.

    `path` is the file that is meant, `passphrase` what was tried last and didn't lead to an open journal;
    `open_journal` is called away from the window.
    """

    opened = Signal(object)
    refused = Signal(object)

    def __init__(self, tasks: Tasks, open_journal: OpenJournal, path: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._open = open_journal
        self.path = path
        self.passphrase: Passphrase | None = None

    def begin(self) -> None:
        """Open the journal at the path, with what the program was started with or the computer remembers."""
        self.begin_by(None)

    def begin_by(self, passphrase: Passphrase | None) -> None:
        """Open it by a passphrase that the user has typed."""
        self.passphrase = passphrase
        self._tasks.run(partial(self._open, self.path, passphrase), self._on_opened, self.refused.emit)

    def begin_with(self, path: Path) -> None:
        """Open another file instead."""
        self.path = path
        self.begin()

    def _on_opened(self, journal: Journal) -> None:
        self.passphrase = None
        self.opened.emit(journal)


OPENING = "opening"
"""The key of what the message bar says of it."""

TITLES = {
    "LockedError": "The journal is in use",
    "FullError": "There is no room",
    "ReadOnlyError": "The journal can’t be written",
    "UnreachableError": "The journal can’t be reached",
    "NotJournalError": "This is not a journal",
    "CorruptError": "The journal is damaged",
    "NewerError": "This journal comes from a newer version",
}


def refusal_title(error: JournalError) -> str:
    """Return the few words for a reason; its sentence is the error's own."""
    title = TITLES.get(type(error).__name__, "The journal did not open")
    return QCoreApplication.translate("Opening", title)
