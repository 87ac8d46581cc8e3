"""How far long work has come, and a button to stop it."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from negojournal.ui.shell.port import Run
from negojournal.ui.shell.tasks import Worker
from negojournal.ui.widgets.button import quiet_button
from negojournal.ui.widgets.text import Text
from negojournal.ui.widgets.theme import look, spaced

MILLISECONDS = 300
"""What is done sooner isn't worth a strip that comes and goes."""


class ProgressStrip(QWidget):
    """Show the long work of a worker; hidden when there is none."""

    def __init__(self, worker: Worker, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stop: Run | None = None
        self._delay = QTimer(self, singleShot=True, interval=MILLISECONDS)
        self._delay.timeout.connect(self.show)
        self._title = Text("")
        self._bar = QProgressBar(textVisible=False)
        self._button = quiet_button(self.tr("Stop"), self._on_stopped)
        layout = spaced(QHBoxLayout(self), margin=look().theme.spacing.inside)
        layout.addWidget(self._title)
        layout.addWidget(self._bar, 1)
        layout.addWidget(self._button)
        worker.long_started.connect(self._on_started)
        worker.long_progressed.connect(self._on_progressed)
        worker.long_ended.connect(self._on_ended)
        self.hide()

    def _on_started(self, title: str, stop: Run) -> None:
        self._stop = stop
        self._title.setText(title)
        self._bar.setAccessibleName(title)
        self._bar.setRange(0, 0)
        self._button.setEnabled(True)
        self._delay.start()

    def _on_ended(self) -> None:
        self._delay.stop()
        self.hide()

    def _on_progressed(self, done: int, total: int) -> None:
        self._bar.setRange(0, total)
        self._bar.setValue(done)

    def _on_stopped(self) -> None:
        self._button.setEnabled(False)
        if self._stop is not None:
            self._stop()
