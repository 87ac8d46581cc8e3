"""What is there at once: the title of a new review, while the rest of the window is still being loaded."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QPalette
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from negojournal.ui.widgets.theme import FontSize, font, look, spaced

RAIL, INDEX = 160, 173
"""The widths of the rail and of the form's index, beside which the form begins."""

LINE = 456
TYPED = {QEvent.Type.KeyPress, QEvent.Type.KeyRelease, QEvent.Type.InputMethod}


class Porch(QWidget):
    """Take the title where the form will have it, and remember every key for the form."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._typed: list[QEvent] = []
        self._title = QLineEdit()
        self._title.setFont(font(FontSize.HEADING))
        self._title.setAccessibleName(self.tr("Title"))
        self._title.setPlaceholderText(self.tr("What was it about?"))
        self._title.installEventFilter(self)
        self.setFocusProxy(self._title)
        spacing = look().theme.spacing
        column = spaced(QVBoxLayout(), gap=spacing.step, margin=spacing.around)
        column.addWidget(QLabel(self.tr("Title")))
        column.addWidget(self._title)
        column.addStretch()
        self._title.setFixedWidth(LINE)
        row = spaced(QHBoxLayout(self), gap=0)
        row.addWidget(_rail())
        row.addSpacing(INDEX)
        row.addLayout(column)
        row.addStretch()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Remember what is typed; Tab and Return wait for the form."""
        if event.type() not in TYPED:
            return super().eventFilter(watched, event)
        self._typed.append(event.clone())
        return isinstance(event, QKeyEvent) and event.key() in {Qt.Key.Key_Tab, Qt.Key.Key_Return, Qt.Key.Key_Enter}

    def hand_over(self) -> None:
        """Type everything again, into whatever has the keyboard now.

        New widgets are shown by posted events; these are let through before the first key, and no key of the user's.
        """
        QApplication.sendPostedEvents()
        for event in self._typed:
            if (field := QApplication.focusWidget()) is not None:
                QApplication.sendEvent(field, event)
        self._typed.clear()


def _rail() -> QWidget:
    rail = QWidget()
    rail.setFixedWidth(RAIL)
    rail.setAutoFillBackground(True)
    rail.setBackgroundRole(QPalette.ColorRole.AlternateBase)
    return rail
