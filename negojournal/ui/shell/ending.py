"""Keep the draft whatever ends the program: closing, logging out, Ctrl+C in a terminal, a shutdown."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QSessionManager
from PySide6.QtWidgets import QWidget

from negojournal.ui.shell.messages import BarMessages
from negojournal.ui.shell.places import Places
from negojournal.ui.shell.tasks import Worker
from negojournal.ui.widgets.button import LabelledAction
from negojournal.ui.widgets.message_bar import Message, MessageKind


class Ending(QObject):
    """Store what was typed before the program goes; without room for it, stay unless the user insists."""

    def __init__(self, window: QWidget, places: Places, worker: Worker, messages: BarMessages) -> None:
        super().__init__(window)
        self._window, self._places, self._worker, self._messages = window, places, worker, messages
        self._insists = False

    def may_close(self) -> bool:
        """Tell whether the window can go without losing anything, or must."""
        if self.keep() or self._insists:
            return True
        self._messages.ask(
            Message(
                self.tr("What you have typed could not be stored. It is still where you typed it."),
                MessageKind.ERROR,
                (LabelledAction(self.tr("Quit anyway"), self.on_signal),),
                "ending",
            )
        )
        return False

    def on_session_end(self, _manager: QSessionManager) -> None:
        """Keep the draft while the desktop session ends."""
        self.keep()

    def on_signal(self) -> None:
        """Go, having kept what can be kept."""
        self._insists = True
        self._window.close()

    def keep(self) -> bool:
        """Store what was typed, finish what can be finished in a while, and tell whether all is stored."""
        self._places.keep_now()
        self._worker.drain()
        return self._places.is_kept()
