"""The mark of an outcome: its shape in its colour, the same in lists, forms, charts and reports."""

from __future__ import annotations

from math import sqrt

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QWidget

from negojournal.domain.outcome import Outcome
from negojournal.domain.theme import Shape
from negojournal.ui.widgets.theme import colour, look


def mark_side(metrics: QFontMetrics) -> int:
    """Return how large a mark is beside a line of text."""
    return round(metrics.ascent() * 0.8)


def draw_outcome_mark(painter: QPainter, rect: QRectF, outcome: Outcome) -> None:
    """Paint the mark of an outcome in the largest square in the middle of a rectangle."""
    shown = look().theme.outcomes[outcome]
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour(shown.colour))
    centre, half = rect.center(), min(rect.width(), rect.height()) / 2
    if shown.shape is Shape.CIRCLE:
        painter.drawEllipse(centre, half, half)
    else:
        painter.drawPolygon(_corners(shown.shape, centre, half))
    painter.restore()


def _corners(shape: Shape, centre: QPointF, half: float) -> QPolygonF:
    """Return the corners of a shape that looks as large as a circle of radius `half`."""
    inset = half * 0.87
    offsets = {
        Shape.SQUARE: ((-inset, -inset), (inset, -inset), (inset, inset), (-inset, inset)),
        Shape.DIAMOND: ((0.0, -half * 1.1), (half * 1.1, 0.0), (0.0, half * 1.1), (-half * 1.1, 0.0)),
        Shape.TRIANGLE: ((0.0, -half), (2 * half / sqrt(3), half * 0.9), (-2 * half / sqrt(3), half * 0.9)),
    }[shape]
    return QPolygonF([centre + QPointF(x, y) for x, y in offsets])


class OutcomeMark(QWidget):
    """Show the mark of an outcome, as large as the text beside it."""

    def __init__(self, outcome: Outcome, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._outcome = outcome

    def sizeHint(self) -> QSize:
        """Return a square that goes with the text beside it."""
        side = mark_side(self.fontMetrics())
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        """Return the same square: a mark is never cut."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the mark."""
        painter = QPainter(self)
        draw_outcome_mark(painter, QRectF(self.rect()), self._outcome)


def outcome_name(outcome: Outcome) -> str:
    """Return the name of an outcome as the user reads it."""
    names = {
        Outcome.INSTRUMENTAL: QCoreApplication.translate("Outcome", "Instrumental"),
        Outcome.PROCESS: QCoreApplication.translate("Outcome", "Process"),
        Outcome.RELATIONSHIP: QCoreApplication.translate("Outcome", "Relationship"),
        Outcome.SELF: QCoreApplication.translate("Outcome", "Self"),
    }
    return names[outcome]
