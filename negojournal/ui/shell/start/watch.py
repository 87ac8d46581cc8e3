"""Look, as long as the window is seen, whether another program has done something to the journal's file."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QWindow
from PySide6.QtWidgets import QWidget

from negojournal.domain.change import Change
from negojournal.errors import JournalError, MovedError
from negojournal.ui.shell.port import Tasks

if TYPE_CHECKING:
    from negojournal.service.journal import Journal

MILLISECONDS = 2000

OUT_OF_SIGHT = {QWindow.Visibility.Hidden, QWindow.Visibility.Minimized}


class Watch(QObject):
    """Tell what other programs changed. `lost` carries why the file can't be reached, `found` says that it can again.

    An answer that is still being waited for is not asked for again.
    """

    lost = Signal(object)
    found = Signal()

    def __init__(self, tasks: Tasks, tell: Callable[[Change], None], window: QWidget, parent: QObject) -> None:
        super().__init__(parent)
        self._tasks, self._tell, self._window = tasks, tell, window
        self._journal: Journal | None = None
        self._is_asking = self._is_lost = False
        self._timer = QTimer(self, interval=MILLISECONDS, timerType=Qt.TimerType.CoarseTimer)
        self._timer.timeout.connect(self.look)

    def show_journal(self, journal: Journal) -> None:
        """Take the open journal; no one else can open one in memory."""
        self._journal = journal
        if journal.path is not None:
            self._window.winId()
            handle = self._window.windowHandle()
            handle.visibilityChanged.connect(self._on_visibility)
            self._on_visibility(handle.visibility())

    def look(self) -> None:
        """Ask, unless nobody would see the answer."""
        if (journal := self._journal) is None or self._is_asking or not self._timer.isActive():
            return
        self._is_asking = True
        self._tasks.run(journal.elsewhere.look, self._on_answered, self._on_failed)

    def _on_visibility(self, visibility: QWindow.Visibility) -> None:
        """Wake up only while the window is in sight, and look at once when it comes back."""
        if visibility in OUT_OF_SIGHT:
            self._timer.stop()
        elif not self._timer.isActive():
            self._timer.start()
            self.look()

    def _on_answered(self, change: Change | None) -> None:
        self._is_asking = False
        if self._is_lost:
            self._is_lost = False
            self.found.emit()
        if change is not None:
            self._tell(change)

    def _on_failed(self, error: JournalError) -> None:
        """Say once that the file is gone; any other obstacle is told when something is asked of the journal."""
        self._is_asking = False
        if isinstance(error, MovedError) and not self._is_lost:
            self._is_lost = True
            self.lost.emit(error)
