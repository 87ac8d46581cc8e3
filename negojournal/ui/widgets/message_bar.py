"""The bar on a page that says what happened, what is safe, and what can be done."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import partial

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from negojournal.ui.widgets.button import LabelledAction, icon_button, quiet_button
from negojournal.ui.widgets.icon import Ink, icon
from negojournal.ui.widgets.leaving import take_out
from negojournal.ui.widgets.text import Text
from negojournal.ui.widgets.theme import colour, look, spaced


class MessageKind(StrEnum):
    """Name how much a message matters; the value is its icon."""

    INFO = "info"
    WARNING = "warning"
    ERROR = "error"


INKS = {MessageKind.INFO: Ink.ACCENT, MessageKind.WARNING: Ink.WARNING, MessageKind.ERROR: Ink.DANGER}


@dataclass(frozen=True, slots=True)
class Message:
    """Hold a message; it takes the place of the one with the same key and stays until dismissed."""

    text: str
    kind: MessageKind = MessageKind.INFO
    actions: tuple[LabelledAction, ...] = ()
    key: str = ""


class MessageBar(QWidget):
    """Show messages one below the other; without any it takes no room."""

    dismissed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._strips: dict[str, _Strip] = {}
        self._column = spaced(QVBoxLayout(self), gap=look().theme.spacing.step)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.hide()

    def messages(self) -> tuple[Message, ...]:
        """Return the messages on show, the oldest first."""
        return tuple(strip.message for strip in self._strips.values())

    def show_message(self, message: Message) -> None:
        """Show a message and have screen readers say it."""
        self._drop(message.key)
        strip = _Strip(message, self)
        strip.ended.connect(partial(self._on_ended, message.key))
        self._strips[message.key] = strip
        self._column.addWidget(strip)
        self.show()
        QAccessible.updateAccessibility(QAccessibleEvent(strip, QAccessible.Event.Alert))
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(strip, message.text))

    def dismiss(self, key: str = "") -> None:
        """Take a message away, when there is one with this key."""
        self._drop(key)
        self.setVisible(bool(self._strips))

    def dismiss_all(self) -> None:
        """Take all messages away."""
        for key in tuple(self._strips):
            self.dismiss(key)

    def _on_ended(self, key: str) -> None:
        self.dismiss(key)
        self.dismissed.emit(key)

    def _drop(self, key: str) -> None:
        if strip := self._strips.pop(key, None):
            take_out(strip, self._column)


class _Strip(QWidget):
    """Show one message with its buttons; Escape dismisses it."""

    ended = Signal()

    def __init__(self, message: Message, parent: QWidget) -> None:
        super().__init__(parent)
        self.message = message
        self.setAccessibleName(message.text)
        spacing = look().theme.spacing
        row = spaced(QHBoxLayout(self), gap=spacing.inside)
        row.setContentsMargins(spacing.between, spacing.step, spacing.step, spacing.step)
        row.addWidget(_Picture(message.kind))
        row.addWidget(Text(message.text, limited=False), 1)
        for action in message.actions:
            row.addWidget(quiet_button(action.label, partial(self._on_action, action)))
        row.addWidget(icon_button("close", self.tr("Dismiss"), self.ended.emit, Ink.MUTED))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Dismiss by Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.ended.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground and, at its leading edge, the kind."""
        palette, line = look().palette, look().theme.line
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(palette.raised))
        painter.drawRoundedRect(QRectF(self.rect()), line.radius, line.radius)

    def _on_action(self, action: LabelledAction) -> None:
        """Do what the button says; the message has served by then."""
        self.ended.emit()
        action.run()


class _Picture(QWidget):
    """Show the icon of a kind in its colour, also after a change of scheme."""

    def __init__(self, kind: MessageKind) -> None:
        super().__init__()
        self._icon = icon(kind.value, INKS[kind])
        side = look().theme.target.icon
        self.setFixedSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the icon."""
        painter = QPainter(self)
        self._icon.paint(painter, self.rect())
