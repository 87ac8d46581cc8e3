"""Paint a title, and under it, in a narrow list, with whom and in what area it was."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from negojournal.ui.journal.summary_model import SubtitleRole
from negojournal.ui.widgets.theme import FontSize, colour, font, look


class TitleDelegate(QStyledItemDelegate):
    """Paint one or two lines over the ground that the style paints."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._view = parent
        self.two_lines = False

    def height(self) -> int:
        """Return the height of two lines with their margins."""
        lines = QFontMetrics(font()).height() + QFontMetrics(font(FontSize.SMALL)).height()
        return lines + 2 * look().theme.spacing.inside

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint one cell."""
        if not self.two_lines:
            super().paint(painter, option, index)
            return
        self.initStyleOption(option, index)
        title, option.text = option.text, ""
        self._view.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, self._view)
        spacing = look().theme.spacing
        room = option.rect.adjusted(spacing.inside, spacing.inside, -spacing.inside, -spacing.inside)
        palette = look().palette
        painter.save()
        subtitle = index.data(SubtitleRole)
        if not subtitle:
            room.translate(0, QFontMetrics(font(FontSize.SMALL)).height() // 2)
        below = self._line(painter, room, title, FontSize.BODY, palette.text)
        self._line(painter, below, subtitle, FontSize.SMALL, palette.muted)
        painter.restore()

    def _line(self, painter: QPainter, room: QRect, text: str, size: FontSize, ink: str) -> QRect:
        """Paint a line of text at the top of the room and return the room below it."""
        written = font(size)
        metrics = QFontMetrics(written)
        painter.setFont(written)
        painter.setPen(colour(ink))
        line = QRect(room.left(), room.top(), room.width(), metrics.height())
        elided = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(line, int(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter), elided)
        return room.adjusted(0, metrics.height(), 0, 0)
