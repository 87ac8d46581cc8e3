"""The name of a point, beside a ring around it."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen

from negojournal.ui.widgets.theme import FontSize, colour, font, look

RING = 7.0
"""Radius of the ring, in device-independent pixels."""

SHARE = 0.7
"""The widest a name may be beside the chart."""


def draw_mark(painter: QPainter, area: QRect, place: QPointF, words: str) -> None:
    """Paint a ring around a point and its name above or below, wholly inside the area."""
    palette, line = look().palette, look().theme.line
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(colour(palette.focus), line.focus))
    painter.drawEllipse(place, RING, RING)
    painter.setFont(font(FontSize.SMALL))
    label = label_rect(QRectF(area), place, words, QFontMetricsF(painter.font()))
    painter.setPen(QPen(colour(palette.outline), line.hairline))
    painter.setBrush(colour(palette.raised))
    painter.drawRoundedRect(label, line.radius, line.radius)
    painter.setPen(colour(palette.text))
    painter.drawText(label, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, words)


def label_rect(area: QRectF, place: QPointF, words: str, metrics: QFontMetricsF) -> QRectF:
    """Return where a name stands: above its point or, where there is no room, below; never beyond the edges."""
    inside = look().theme.spacing.inside
    room = QRectF(0, 0, area.width() * SHARE, area.height())
    flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
    size = metrics.boundingRect(room, flags, words).size() + QSizeF(2 * inside, inside)
    left = min(max(place.x() - size.width() / 2, area.left()), area.right() - size.width())
    above = place.y() - RING - inside - size.height()
    top = above if above >= area.top() else place.y() + RING + inside
    return QRectF(QPointF(left, top), size)
