"""What the program says to the user, in the bar above the page."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal

from negojournal.domain.change import Change
from negojournal.ui.shell.port import Run
from negojournal.ui.widgets.button import LabelledAction
from negojournal.ui.widgets.message_bar import Message, MessageBar, MessageKind

SAID, UNDO, TROUBLE = "said", "undo", "trouble"
MILLISECONDS = 8000
"""How long a message stays that needs no answer."""


class BarMessages(QObject):
    """Show messages in a message bar: of each kind the newest. `shown` comes after each."""

    shown = Signal()

    def __init__(self, bar: MessageBar, undo: Run) -> None:
        super().__init__(bar)
        self._bar = bar
        self._undo = undo
        self._timer = QTimer(self, singleShot=True, interval=MILLISECONDS)
        self._timer.timeout.connect(lambda: bar.dismiss(SAID))

    def info(self, text: str) -> None:
        """Say that something was done."""
        self.ask(Message(text, key=SAID))
        self._timer.start()

    def error(self, text: str, retry: Run | None = None) -> None:
        """Say what went wrong, what is safe, and offer to try again."""
        actions = (LabelledAction(self._tr("Try again"), retry),) if retry else ()
        self.ask(Message(text, MessageKind.ERROR, actions, TROUBLE))

    def undoable(self, text: str, undo: Run | None = None) -> None:
        """Say what was done and offer to take it back, by the journal's undo unless another is given; stays."""
        action = LabelledAction(self._tr("Undo"), undo or self._undo)
        self.ask(Message(text, actions=(action,), key=UNDO))

    def ask(self, message: Message) -> None:
        """Show a message with answers of its own."""
        self._bar.show_message(message)
        self.shown.emit()

    def dismiss(self, key: str) -> None:
        """Take a message down."""
        self._bar.dismiss(key)

    def on_place_shown(self, _key: str) -> None:
        """Take down what was said at the place before."""
        self._bar.dismiss(SAID)

    def on_changed(self, change: Change) -> None:
        """Take down the undo of an older change, since Undo always means the last one made here."""
        if not change.elsewhere:
            self._bar.dismiss(UNDO)

    def _tr(self, text: str) -> str:
        return QCoreApplication.translate("Messages", text)
