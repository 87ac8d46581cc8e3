"""A short text that can be taken away: a filter, a counterpart, a tag."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from negojournal.ui.widgets.icon import Ink, icon
from negojournal.ui.widgets.theme import colour, look
from negojournal.ui.widgets.tip import tip

REMOVING = {Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_Return, Qt.Key.Key_Enter}
STEPS: dict[int, int] = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class Chip(QAbstractButton):
    """Show a text with a cross; a click anywhere, Space, Enter, Delete or Backspace removes it."""

    removed = Signal()
    stepped = Signal(int)

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(text)
        self.setShortcut(QKeySequence())  # Qt takes a letter after `&` for one, and pressing it would remove the chip
        self.setAccessibleName(text)
        self.setAccessibleDescription(self.tr("Press to remove"))
        self.setToolTip(tip(self.tr("Remove “{text}”").format(text=text)))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self.removed)

    def sizeHint(self) -> QSize:
        """Return room for text and cross."""
        spacing, target = look().theme.spacing, look().theme.target
        around = spacing.inside + spacing.step + spacing.inside
        width = self.fontMetrics().horizontalAdvance(self.text()) + self._cross_side() + around
        return QSize(width, max(target.least, self.fontMetrics().height() + spacing.inside))

    def minimumSizeHint(self) -> QSize:
        """Let a long text be shortened when there is no room for it."""
        hint = self.sizeHint()
        return QSize(min(hint.width(), self.fontMetrics().averageCharWidth() * 12), hint.height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Remove by the keys that remove text, too, and step to a neighbour by arrow."""
        if event.key() in REMOVING and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.removed.emit()
        elif event.key() in STEPS:
            self.stepped.emit(STEPS[event.key()])
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the chip."""
        palette, line, spacing = look().palette, look().theme.line, look().theme.spacing
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colour(palette.hairline), line.hairline))
        painter.setBrush(colour(palette.selection if self.underMouse() or self.isDown() else palette.raised))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), line.radius, line.radius)
        side = self._cross_side()
        cross = QRect(self.width() - spacing.inside - side, (self.height() - side) // 2, side, side)
        room = QRect(spacing.inside, 0, cross.left() - spacing.inside - spacing.step, self.height())
        painter.setPen(colour(palette.text))
        text = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width() + 1)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
        icon("close", Ink.MUTED).paint(painter, cross)

    def _cross_side(self) -> int:
        return round(self.fontMetrics().ascent())
