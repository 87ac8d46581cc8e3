"""What a person sees who has no journal yet."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from negojournal.ui.widgets.button import main_button, plain_button
from negojournal.ui.widgets.icon import app_icon
from negojournal.ui.widgets.text import Text, TextRole
from negojournal.ui.widgets.theme import look, spaced

PICTURE = 64


class FirstStart(QWidget):
    """Offer to start writing or to look at a sample journal; whoever just types has started.

    `started` carries what was typed.
    """

    started = Signal(str)
    sample_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        spacing = look().theme.spacing
        start = main_button(self.tr("Start writing"), lambda: self.started.emit(""))
        sample = plain_button(self.tr("Look at a sample journal"), self.sample_wanted.emit)
        self.setFocusProxy(start)
        title = Text(self.tr("A journal for your negotiations"), TextRole.TITLE, limited=False)
        what = self.tr(
            "Right after a meeting, give it a title and four ratings. Over the months you see what went well, "
            "what to do next time, and whether you are getting better."
        )
        promise = self.tr("It is one file on this computer. Nothing is sent anywhere.")
        column = spaced(QVBoxLayout(self), gap=spacing.between, margin=spacing.around)
        column.addStretch(1)
        column.addWidget(_picture(), 0, Qt.AlignmentFlag.AlignHCenter)
        for text in (title, Text(what), Text(promise, TextRole.MUTED)):
            text.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addLayout(_centred(text))
        column.addSpacing(spacing.inside)
        column.addLayout(_centred(start, sample))
        column.addStretch(2)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Start with what is typed."""
        if event.text().isprintable() and event.text().strip():
            self.started.emit(event.text())
        else:
            super().keyPressEvent(event)


def _picture() -> QLabel:
    picture = QLabel()
    picture.setPixmap(app_icon().pixmap(QSize(PICTURE, PICTURE)))
    return picture


def _centred(*parts: QWidget) -> QHBoxLayout:
    """Put parts side by side in the middle; an alignment would give wrapped text the height of one line."""
    row = spaced(QHBoxLayout())
    row.addStretch(1)
    for part in parts:
        row.addWidget(part, 1 << 8 if isinstance(part, Text) else 0)
    row.addStretch(1)
    return row
