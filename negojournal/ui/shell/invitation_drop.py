"""Let a calendar invitation that is dropped anywhere on the window start a plan."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt
from PySide6.QtGui import QDropEvent

from negojournal.ui.shell.window import Window
from negojournal.ui.shell.workspace import Workspace

if TYPE_CHECKING:
    from negojournal.service.journal import Journal

SUFFIX = ".ics"
COMING = {QEvent.Type.DragEnter, QEvent.Type.DragMove, QEvent.Type.Drop}


class InvitationDrop(QObject):
    """Take invitations before the fields below do, which would write down the file's name."""

    def __init__(self, workspace: Workspace, window: Window) -> None:
        super().__init__(window)
        self._workspace, self._window = workspace, window

    def show_journal(self, journal: Journal) -> None:
        """Take the open journal; from now on invitations are taken."""
        self._journal = journal
        self._window.setAcceptDrops(True)
        self._window.winId()
        self._window.windowHandle().installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Take what is dragged over the window when an invitation is among it."""
        if event.type() not in COMING or not isinstance(event, QDropEvent) or self._window.is_hidden_now():
            return False
        files = invitations_in(event.mimeData())
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
            space.messages.error(self.tr("One invitation at a time starts a plan; drop it alone."))
            return
        space.tasks.run(lambda: self._journal.plans.invitation(files[0]), space.navigator.start)


def invitations_in(mime: QMimeData) -> tuple[Path, ...]:
    """Return the calendar files on this machine among what is dragged."""
    files = (Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile())
    return tuple(file for file in files if file.suffix.lower() == SUFFIX)
