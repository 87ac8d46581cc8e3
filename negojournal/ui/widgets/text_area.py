"""A plain-text area that is as high as its text."""

from __future__ import annotations

import re
from math import ceil

from PySide6.QtCore import QMimeData, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent, QTextOption
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget

from negojournal.ui.widgets.theme import look

_ENDLESS = re.compile(r"\S{5000}")


class TextArea(QPlainTextEdit):
    """Grow with the text from a few lines up, then scroll; Tab goes to the next control."""

    edited = Signal()

    def __init__(
        self, placeholder: str = "", lines: int = 1, most_lines: int = 12, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._lines = lines
        self._most_lines = most_lines
        self._known = ""
        self.setPlaceholderText(placeholder)
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(0)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.textChanged.connect(self._on_text_changed)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)

    def text(self) -> str:
        """Return the text as typed."""
        return self.toPlainText()

    def show_text(self, text: str) -> None:
        """Show a text; the same text again leaves the cursor where it is."""
        if text != self._known:
            self._known = text
            self._suit(text)
            self.setPlainText(text)

    def insertFromMimeData(self, source: QMimeData) -> None:  # noqa: N802 - Qt's name
        """Paste a text."""
        self._suit(source.text())
        super().insertFromMimeData(source)

    def sizeHint(self) -> QSize:
        """Return a height for all lines, within the least and the most."""
        return QSize(super().sizeHint().width(), self._height_of(self._shown_lines()))

    def minimumSizeHint(self) -> QSize:
        """Return the same height: the area never hides a line that it could show."""
        return QSize(super().minimumSizeHint().width(), self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Find the height anew when the lines break elsewhere, and show the first line again once all fit."""
        super().resizeEvent(event)
        self._fit()
        if not self._is_long():
            self.verticalScrollBar().setValue(0)

    def _suit(self, text: str) -> None:
        """Break lines anywhere where there is nowhere else to; Qt looks for a place for minutes otherwise."""
        if _ENDLESS.search(text):
            self.setWordWrapMode(QTextOption.WrapMode.WrapAnywhere)

    def _on_text_changed(self) -> None:
        """Tell what the user did: a text shown by the program is known already."""
        if (text := self.toPlainText()) != self._known:
            self._known = text
            self.edited.emit()

    def _shown_lines(self) -> int:
        needed = ceil(self.document().size().height())
        return min(self._most_lines, max(self._lines, needed))

    def _height_of(self, lines: int) -> int:
        around = self.height() - self.viewport().height()
        return max(lines * self.fontMetrics().lineSpacing() + around, look().theme.target.control)

    def _is_long(self) -> bool:
        return self.document().size().height() > self._most_lines

    def _fit(self) -> None:
        policy = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(policy.ScrollBarAsNeeded if self._is_long() else policy.ScrollBarAlwaysOff)
        self.updateGeometry()
