"""Load what a window is made of, away from it."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

if TYPE_CHECKING:
    from negojournal.domain.summary import Summary
    from negojournal.ui.shell.setup import Setup


class Loading(QObject):
    """Load some 180 modules in a thread: on the window's own, no key would be heard for a tenth of a second.

    `loaded` carries the Setup, and the newest lines of the journal.
    """

    loaded = Signal(object, object)
    _has_all = Signal(object, object)

    def __init__(
        self, setup: Callable[[], Setup], glance: Callable[[], tuple[Summary, ...]], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._setup, self._glance = setup, glance
        self._is_wanted = True
        self._has_all.connect(self._tell, Qt.ConnectionType.QueuedConnection)
        self._thread = threading.Thread(target=self._load, name="loading", daemon=True)

    def begin(self) -> None:
        """Begin to load."""
        self._thread.start()

    def end(self) -> None:
        """Wait until nothing is being loaded; nothing is told any more."""
        self._is_wanted = False
        if self._thread.is_alive():
            self._thread.join()

    def _load(self) -> None:
        from negojournal.ui.shell import assembly  # noqa: F401, PLC0415 - this is what it's all about

        lines = self._glance()
        self._has_all.emit(self._setup(), lines)

    def _tell(self, setup: Setup, lines: tuple[Summary, ...]) -> None:
        if self._is_wanted:
            self.loaded.emit(setup, lines)
