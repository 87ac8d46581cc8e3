"""What to do when the journal's file was moved, deleted or replaced while it was open."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from negojournal.errors import JournalError
from negojournal.ui.shell.ending import Ending
from negojournal.ui.shell.parts import Parts
from negojournal.ui.shell.places import EDITOR
from negojournal.ui.shell.setup import Setup
from negojournal.ui.shell.start.watch import Watch
from negojournal.ui.widgets.button import LabelledAction
from negojournal.ui.widgets.file_dialog import ask_source
from negojournal.ui.widgets.message_bar import Message, MessageKind

if TYPE_CHECKING:
    from negojournal.service.journal import Journal

LOST = "lost"


class Reopening(QObject):
    """Offer to open the file that is there now, or another one, with what is typed in the form."""

    def __init__(
        self, parts: Parts, ending: Ending, here: Callable[[], Setup], follow: Callable[[Setup], None]
    ) -> None:
        """Have `follow` begin again from `here`."""
        super().__init__(parts.window)
        self._parts, self._ending, self._here, self._begin_again = parts, ending, here, follow
        self.watch = Watch(parts.workspace.tasks, parts.workspace.bus.tell, parts.window, self)
        self.watch.lost.connect(self.on_lost)
        self.watch.found.connect(self.on_found)

    def show_journal(self, journal: Journal) -> None:
        """Take the open journal."""
        self.watch.show_journal(journal)

    def on_lost(self, error: JournalError) -> None:
        """Say that nothing is written any more, and what can be done."""
        self._say(str(error))

    def on_found(self) -> None:
        """Say no more: the file is back where it was."""
        self._parts.messages.dismiss(LOST)

    def _say(self, text: str, again: Callable[[], None] | None = None) -> None:
        path = self._here().journal
        actions = (
            LabelledAction(self.tr("Open again"), again or partial(self._open, path)),
            LabelledAction(self.tr("Choose another file…"), partial(self._choose, path)),
        )
        self._parts.messages.ask(Message(text, MessageKind.ERROR, actions, LOST))

    def _choose(self, path: Path) -> None:
        ask_source(self._parts.window, self.tr("Choose a journal"), self._open, folder=path.parent)
        self._say(self.tr("{path} is not used any more; choose another file, or open it again.").format(path=path))

    def _open(self, path: Path) -> None:
        """Open a file where there is one, and where nothing is lost by it."""
        if not path.is_file():
            self._say(self.tr("{path} isn’t there. What you typed is still where you typed it.").format(path=path))
            return
        self._ending.keep()
        if not self._parts.places.is_kept(but=EDITOR):
            self._say(
                self.tr("What you typed beside the form could not be stored. Copy it, then open the journal again."),
                partial(self._follow, path),
            )
        else:
            self._follow(path)

    def _follow(self, path: Path) -> None:
        """Begin again on a file; what is in the form goes along, also where it was stored in the file before."""
        unfinished = self._parts.editor.unfinished()
        self._begin_again(replace(self._here(), journal=path, unfinished=unfinished))
