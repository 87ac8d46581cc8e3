"""Labels in the few roles that a page's text plays."""

from __future__ import annotations

import re
from enum import StrEnum
from functools import cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QWidget

from negojournal.ui.widgets.theme import font, look

SAMPLE = "A line of running text, as wide as its letters are on average in what people write."
"""What the width of a character is taken from; Qt's own average is that of one letter."""

LONG_WORD, PIECE, BREAK = re.compile(r"\w{25,}"), re.compile(r"\w{1,8}"), "\u200b"
"""Words that are wider than a narrow column when they are set as a title, and where they may break."""


class TextRole(StrEnum):
    """Name what a text is on its page; the style sheet gives each its size, weight and colour."""

    TITLE = "title"
    HEADING = "heading"
    BODY = "body"
    STRONG = "strong"
    MUTED = "muted"
    SMALL = "small"
    PROBLEM = "problem"


class Text(QLabel):
    """Show plain text that wraps, if `limited` before a line gets too long to read well."""

    def __init__(
        self,
        text: str = "",
        role: TextRole = TextRole.BODY,
        parent: QWidget | None = None,
        *,
        limited: bool = True,
    ) -> None:
        super().__init__(text, parent)
        self.setProperty("textRole", role.value)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        if limited:
            self.setMaximumWidth(line_width())
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    def heightForWidth(self, width: int) -> int:
        """Return the height at the width that the text will really have; layouts ask about wider ones."""
        return super().heightForWidth(min(width, self.maximumWidth()))


class OneLine(Text):
    """Show plain text on one line; what does not fit ends in an ellipsis."""

    def __init__(self, text: str = "", role: TextRole = TextRole.BODY, parent: QWidget | None = None) -> None:
        super().__init__(text, role, parent, limited=False)
        self.setWordWrap(False)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint as much of the text as there is room for."""
        room = self.contentsRect()
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width())
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        way = int(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        painter.drawText(room, way, shown)


class Hairline(QFrame):
    """Part two things by a line."""

    def __init__(self, orientation: Qt.Orientation = Qt.Orientation.Horizontal, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("hairline", "true")
        width = look().theme.line.hairline
        if orientation is Qt.Orientation.Horizontal:
            self.setFixedHeight(width)
        else:
            self.setFixedWidth(width)


def breakable(text: str) -> str:
    """Return a text in which words too long for any line may break, for one set large; nothing is seen of it."""
    return LONG_WORD.sub(lambda word: BREAK.join(PIECE.findall(word[0])), text)


@cache
def line_width() -> int:
    """Return the width of running text in device-independent pixels."""
    sample = QFontMetrics(font()).horizontalAdvance(SAMPLE) / len(SAMPLE)
    return round(sample * look().theme.type_scale.line_characters)
