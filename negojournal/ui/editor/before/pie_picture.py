"""What the exchange of items brings both sides, as bars."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from negojournal.domain.pie import Pie
from negojournal.ui.widgets.locale_text import number_text
from negojournal.ui.widgets.theme import colour, font, look

BARS = 3


class PiePicture(QWidget):
    """Draw my net, their net and their sum from a common zero; a loss goes to the left."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pie = Pie()
        self._currency = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("The pie"))
        look().changed.connect(self.update)
        self.show_pie(Pie(), None)

    def show_pie(self, pie: Pie, currency: str | None) -> None:
        """Show what the items that are included bring."""
        self._pie, self._currency = pie, currency or ""
        self.setAccessibleDescription(", ".join(f"{word} {self._figure(value)}" for word, value, _ in self._bars()))
        self.update()

    def sizeHint(self) -> QSize:
        """Return room for three bars."""
        return QSize(240, round(QFontMetrics(font()).height() * 1.5 * BARS))

    def minimumSizeHint(self) -> QSize:
        """Return the same height at any width."""
        return QSize(160, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the bars, each with its word before and its amount behind."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(font())
        bars, metrics = self._bars(), QFontMetrics(font())
        gap = look().theme.spacing.inside
        words = max(metrics.horizontalAdvance(word) for word, _, _ in bars) + gap
        figures = max(metrics.horizontalAdvance(self._figure(value)) for _, value, _ in bars) + gap
        lane = QRectF(words, 0, max(self.width() - words - figures, 1.0), self.height() / BARS)
        for number, (word, value, ink) in enumerate(bars):
            row = lane.translated(0, number * lane.height())
            painter.setPen(colour(look().palette.text))
            painter.drawText(QRectF(0, row.top(), words, row.height()), Qt.AlignmentFlag.AlignVCenter, word)
            behind = QRectF(row.right() + gap, row.top(), figures, row.height())
            painter.drawText(behind, Qt.AlignmentFlag.AlignVCenter, self._figure(value))
            self._paint_bar(painter, row, value, ink)
        zero = self._at(lane, Decimal(0))
        painter.setPen(QPen(colour(look().palette.outline), look().theme.line.hairline))
        painter.drawLine(int(zero), 0, int(zero), self.height())

    def _paint_bar(self, painter: QPainter, row: QRectF, value: Decimal, ink: str) -> None:
        left, right = sorted((self._at(row, Decimal(0)), self._at(row, value)))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(ink))
        height = row.height() * 0.45
        painter.drawRect(QRectF(left, row.center().y() - height / 2, right - left, height))

    def _at(self, lane: QRectF, value: Decimal) -> float:
        """Return where an amount is, on an axis from the greatest loss to the greatest gain."""
        values = [Decimal(0), *(one for _, one, _ in self._bars())]
        low, high = min(values), max(values)
        return lane.left() + (float((value - low) / (high - low)) * lane.width() if high > low else 0.0)

    def _bars(self) -> tuple[tuple[str, Decimal, str], ...]:
        palette = look().palette
        return (
            (self.tr("I would gain"), self._pie.mine, palette.accent),
            (self.tr("They would gain"), self._pie.theirs, palette.outline),
            (self.tr("The pie"), self._pie.total, palette.text),
        )

    def _figure(self, value: Decimal) -> str:
        return f"{number_text(value)} {self._currency}".strip()
