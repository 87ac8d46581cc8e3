"""What the window shows after *Hide now*: nothing of the journal."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from negojournal.ui.widgets.button import quiet_button
from negojournal.ui.widgets.empty_state import centred
from negojournal.ui.widgets.text import Text, TextRole
from negojournal.ui.widgets.theme import look, spaced


class Curtain(QWidget):
    """Cover everything until a click anywhere, the button or Escape."""

    lifted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sentence = Text("", TextRole.MUTED)
        self._sentence.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._sentence.hide()
        button = quiet_button(self.tr("Show again"), self.lifted.emit)
        self.setFocusProxy(button)
        layout = spaced(QVBoxLayout(self), margin=look().theme.spacing.around)
        layout.addStretch()
        layout.addLayout(centred(self._sentence))
        layout.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)

    def show_sentence(self, sentence: str) -> None:
        """Say something of the window that isn't the journal's; an empty sentence says nothing."""
        self._sentence.setText(sentence)
        self._sentence.setVisible(bool(sentence))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Lift the curtain by the key that closes things."""
        if event.key() == Qt.Key.Key_Escape:
            self.lifted.emit()

    def mousePressEvent(self, _event: QMouseEvent) -> None:
        """Lift the curtain by a click."""
        self.lifted.emit()
