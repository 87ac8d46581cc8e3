"""What the window shows after *Hide now*: nothing of the journal."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from negojournal.ui.widgets.text import Text, TextRole


class Curtain(QWidget):
    """Cover everything until a click, Return, Escape or Space."""

    lifted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Hidden. Press Escape to go on."))
        hint = Text(self.tr("Press Escape or click to go on."), TextRole.SMALL)
        hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        layout = QVBoxLayout(self)
        layout.addStretch()
        layout.addWidget(hint, 0, Qt.AlignmentFlag.AlignHCenter)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Lift the curtain by the keys that close things."""
        if event.key() in {Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self.lifted.emit()

    def mousePressEvent(self, _event: QMouseEvent) -> None:
        """Lift the curtain by a click."""
        self.lifted.emit()
