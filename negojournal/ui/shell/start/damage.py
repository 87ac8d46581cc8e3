"""What to do when the journal turns out to be damaged while it is open."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from negojournal.errors import CorruptError, JournalError
from negojournal.ui.shell.parts import Parts
from negojournal.ui.shell.port import Run
from negojournal.ui.shell.start.succession import Succession
from negojournal.ui.widgets.button import LabelledAction
from negojournal.ui.widgets.message_bar import Message, MessageKind

if TYPE_CHECKING:
    from negojournal.service.journal import Journal

DAMAGE = "damage"


class Damage(QObject):
    """Say once that the journal is damaged, and lead to what can be done; the file is let go of before."""

    def __init__(self, parts: Parts, succession: Succession) -> None:
        super().__init__(parts.window)
        self._messages, self._succession = parts.messages, succession
        self._journal: Journal | None = None
        self._is_told = False
        parts.worker.erred.connect(self._on_erred)

    def show_journal(self, journal: Journal) -> None:
        """Take the open journal."""
        self._journal, self._is_told = journal, False

    def _on_erred(self, error: JournalError) -> None:
        journal = self._journal
        if not isinstance(error, CorruptError) or journal is None or error.path != journal.path:
            return
        if not self._is_told:
            self._is_told = True
            self._say(self.tr("The journal is damaged. Nothing more is written to it."), partial(self._leave, error))

    def _say(self, text: str, run: Run) -> None:
        action = LabelledAction(self.tr("What can be done…"), run)
        self._messages.ask(Message(text, MessageKind.ERROR, (action,), DAMAGE))

    def _leave(self, error: CorruptError) -> None:
        if (journal := self._journal) is not None:
            said = self.tr("What you typed beside the form can’t be stored. Copy it, then go on.")
            setup = replace(self._succession.here(), damage=error, passphrase=journal.passphrase.present)
            self._succession.begin_again_with_form(setup, partial(self._say, said))
