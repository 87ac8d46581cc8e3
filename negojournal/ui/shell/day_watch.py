"""Notice that a new day has begun while the window stands open."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication

from negojournal.domain.moment import today

MILLISECONDS = 15 * 60 * 1000
"""How often the calendar is looked at: a timer until midnight would stand still while the computer sleeps."""


class DayWatch(QObject):
    """Tell of a new day soon after midnight, and at once when the user comes back to the program."""

    changed = Signal()

    def __init__(self, app: QApplication, parent: QObject) -> None:
        super().__init__(parent)
        self._day = today()
        self._timer = QTimer(self, interval=MILLISECONDS, timerType=Qt.TimerType.VeryCoarseTimer)
        self._timer.timeout.connect(self.look)
        self._timer.start()
        app.applicationStateChanged.connect(self.look)

    def look(self) -> None:
        """Tell where the day is another one than before."""
        if today() != self._day:
            self._day = today()
            self.changed.emit()
