"""What to do when the journal's file was moved, deleted or replaced while it was open."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from negojournal.errors import JournalError
from negojournal.ui.shell.parts import Parts
from negojournal.ui.shell.start.succession import Succession
from negojournal.ui.shell.start.watch import Watch
from negojournal.ui.widgets.button import LabelledAction
from negojournal.ui.widgets.file_dialog import ask_source
from negojournal.ui.widgets.message_bar import Message, MessageKind

if TYPE_CHECKING:
    from negojournal.service.journal import Journal

LOST = "lost"


class Reopening(QObject):
    """Offer to open the file that is there now, or another one, with what is typed in the form."""

    def __init__(self, parts: Parts, succession: Succession) -> None:
        super().__init__(parts.window)
        self._parts, self._succession = parts, succession
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

    def _say(self, text: str, again: Callable[[], object] | None = None) -> None:
        path = self._succession.here().journal
        actions = (
            LabelledAction(self.tr("Open again"), again or partial(self._look_for, path)),
            LabelledAction(self.tr("Choose another file…"), partial(self._choose, path)),
        )
        self._parts.messages.ask(Message(text, MessageKind.ERROR, actions, LOST))

    def _choose(self, path: Path) -> None:
        ask_source(self._parts.window, self.tr("Choose a journal"), self._look_for, folder=path.parent)
        self._say(self.tr("{path} is not used any more; choose another file, or open it again.").format(path=path))

    def _look_for(self, path: Path) -> None:
        """Open a file where there is one; a drive that is gone may take long to say so."""
        self._parts.worker.run(path.is_file, partial(self._open, path))

    def _open(self, path: Path, is_there: bool) -> None:  # noqa: FBT001 - an answer, handed over as it is
        if not is_there:
            self._say(self.tr("{path} isn’t there. What you typed is still where you typed it.").format(path=path))
            return
        said = self.tr("What you typed beside the form could not be stored. Copy it, then open the journal again.")
        setup = replace(self._succession.here(), journal=path)
        self._succession.begin_again_with_form(setup, partial(self._say, said))
