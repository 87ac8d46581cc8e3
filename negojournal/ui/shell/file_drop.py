"""Import a calendar invitation or a table that is dropped anywhere on the window."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt
from PySide6.QtGui import QDropEvent

from negojournal.exchange.ending import CALENDAR, TABLES
from negojournal.ui.shell.port import Messages
from negojournal.ui.shell.transfer import Transfer
from negojournal.ui.shell.window import Window

if TYPE_CHECKING:
    from negojournal.service.journal import Journal

DROPPED = {CALENDAR, *TABLES} - {".txt"}
"""What is taken from a drag; a text may be meant for the field below."""
COMING = {QEvent.Type.DragEnter, QEvent.Type.DragMove, QEvent.Type.Drop}


class FileDrop(QObject):
    """Take invitations and tables before the fields below do, which would write down the file's name."""

    def __init__(self, transfer: Transfer, messages: Messages, window: Window) -> None:
        super().__init__(window)
        self._transfer, self._messages, self._window = transfer, messages, window

    def show_journal(self, _journal: Journal) -> None:
        """Take files from now on."""
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
        if len(mime.urls()) > 1:
            self._messages.error(self.tr("One file at a time is taken; drop it alone."))
        else:
            self._transfer.import_from(files[0])


def files_in(mime: QMimeData) -> tuple[Path, ...]:
    """Return the calendar files and tables on this machine among what is dragged."""
    files = (Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile())
    return tuple(file for file in files if file.suffix.lower() in DROPPED)
