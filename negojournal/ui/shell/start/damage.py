"""What to do when the journal turns out to be damaged while it is open."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from negojournal.errors import CorruptError, JournalError
from negojournal.ui.shell.ending import Ending
from negojournal.ui.shell.parts import Parts
from negojournal.ui.shell.places import EDITOR
from negojournal.ui.shell.port import Run
from negojournal.ui.shell.setup import Setup
from negojournal.ui.widgets.button import LabelledAction
from negojournal.ui.widgets.message_bar import Message, MessageKind

if TYPE_CHECKING:
    from negojournal.service.journal import Journal

DAMAGE = "damage"


class Damage(QObject):
    """Say once that the journal is damaged, and lead to what can be done, with what is typed in the form."""

    def __init__(
        self, parts: Parts, ending: Ending, here: Callable[[], Setup], follow: Callable[[Setup], None]
    ) -> None:
        """Have `follow` begin again from `here`."""
        super().__init__(parts.window)
        self._parts, self._ending, self._here, self._begin_again = parts, ending, here, follow
        self._journal: Journal | None = None
        self._is_told = False
        parts.worker.erred.connect(self._on_erred)

    def show_journal(self, journal: Journal) -> None:
        """Take the open journal."""
        self._journal, self._is_told = journal, False

    def _on_erred(self, error: JournalError) -> None:
        if not isinstance(error, CorruptError) or self._journal is None or error.path != self._journal.path:
            return
        if not self._is_told:
            self._is_told = True
            self._say(self.tr("The journal is damaged. Nothing more is written to it."), partial(self._leave, error))

    def _say(self, text: str, run: Run) -> None:
        action = LabelledAction(self.tr("What can be done…"), run)
        self._parts.messages.ask(Message(text, MessageKind.ERROR, (action,), DAMAGE))

    def _leave(self, error: CorruptError) -> None:
        """Go to what can be done; what is typed beside the form is to be copied first."""
        self._ending.keep()
        if not self._parts.places.is_kept(but=EDITOR):
            self._say(
                self.tr("What you typed beside the form can’t be stored. Copy it, then go on."),
                partial(self._follow, error),
            )
        else:
            self._follow(error)

    def _follow(self, error: CorruptError) -> None:
        """Let go of the file and begin with what can be done; what is in the form goes along."""
        if (journal := self._journal) is not None:
            self._begin_again(
                replace(
                    self._here(),
                    damage=error,
                    passphrase=journal.passphrase.present,
                    unfinished=self._parts.editor.unfinished(),
                )
            )
