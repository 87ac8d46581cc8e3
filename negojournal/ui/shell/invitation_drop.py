"""Let a calendar invitation that is dropped anywhere on the window start a plan, and a table be mapped."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt
from PySide6.QtGui import QDropEvent

from negojournal.exchange.ending import TABLES
from negojournal.ui.shell.window import Window
from negojournal.ui.shell.workspace import Workspace

if TYPE_CHECKING:
    from negojournal.service.journal import Journal

SUFFIX = ".ics"
DROPPED = {SUFFIX, *TABLES} - {".txt"}
"""What is taken from a drag; a text may be meant for the field below."""
COMING = {QEvent.Type.DragEnter, QEvent.Type.DragMove, QEvent.Type.Drop}


class InvitationDrop(QObject):
    """Take invitations and tables before the fields below do, which would write down the file's name."""

    def __init__(self, workspace: Workspace, window: Window) -> None:
        super().__init__(window)
        self._workspace, self._window = workspace, window

    def show_journal(self, journal: Journal) -> None:
        """Take the open journal; from now on files are taken."""
        self._journal = journal
        self._window.setAcceptDrops(True)
        self._window.winId()
        self._window.windowHandle().installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Take what is dragged over the window when such a file is among it."""
        if event.type() not in COMING or not isinstance(event, QDropEvent) or self._window.is_hidden_now():
            return False
        files = files_in(event.mimeData())
        if not files:
            return False
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        if event.type() is QEvent.Type.Drop:
            self._take(files, event.mimeData())
        return True

    def _take(self, files: Sequence[Path], mime: QMimeData) -> None:
        space = self._workspace
        if len(mime.urls()) > 1:
            space.messages.error(self.tr("One file at a time is taken; drop it alone."))
            return
        if files[0].suffix.lower() in TABLES:
            space.navigator.open_table(files[0])
            return
        space.tasks.run(lambda: self._journal.plans.invitation(files[0]), space.navigator.start)


def files_in(mime: QMimeData) -> tuple[Path, ...]:
    """Return the calendar files and tables on this machine among what is dragged."""
    files = (Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile())
    return tuple(file for file in files if file.suffix.lower() in DROPPED)
