"""What a person sees who has no journal yet."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from negojournal.ui.widgets.button import LabelledAction
from negojournal.ui.widgets.empty_state import EmptyState


class FirstStart(QWidget):
    """Offer to start writing or to look at a sample journal; whoever just types has started.

    `started` carries what was typed.
    """

    started = Signal(str)
    sample_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        state = EmptyState(
            self.tr("A journal for your negotiations"),
            self.tr(
                "Right after a meeting, give it a title and four ratings. Over the months you see what went well, "
                "what to do next time, and whether you are getting better. It stays on this computer."
            ),
            (
                LabelledAction(self.tr("Start writing"), lambda: self.started.emit("")),
                LabelledAction(self.tr("Look at a sample journal"), self.sample_wanted.emit),
            ),
        )
        self.setFocusProxy(state.findChildren(QPushButton)[0])
        QVBoxLayout(self).addWidget(state)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Start with what is typed."""
        if event.text().isprintable() and event.text().strip():
            self.started.emit(event.text())
        else:
            super().keyPressEvent(event)
