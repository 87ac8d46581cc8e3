"""The bargaining range of one term, drawn so that right is always better for me."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from negojournal.domain.bargaining import is_apart, zone
from negojournal.domain.preparation import Better, Term
from negojournal.ui.editor.row_spec import RowFoot
from negojournal.ui.widgets.locale_text import number_text
from negojournal.ui.widgets.theme import FontSize, colour, font, look
from negojournal.ui.widgets.tip import tip

LEAST = 2
"""How many numbers there must be before there is something to draw."""

RADIUS = 4.5
UNCLIPPED = Qt.TextFlag.TextDontClip.value
"""Letters that reach below the line are painted whole."""


@dataclass(frozen=True, slots=True)
class Point:
    """Hold one number of a term, the word for it, and whether it is the other side's."""

    value: Decimal
    word: str
    is_theirs: bool = False


def points_of(term: Term) -> tuple[Point, ...]:
    """Return the numbers that are known, from the worst for me to the best."""
    translate = QCoreApplication.translate
    known = (
        (term.bottom_line, translate("Range", "bottom line"), False),
        (term.goal, translate("Range", "goal"), False),
        (term.opening, translate("Range", "opening"), False),
        (term.agreed, translate("Range", "agreed"), False),
        (term.their_opening, translate("Range", "their opening"), True),
    )
    points = [Point(value, word, is_theirs) for value, word, is_theirs in known if value is not None]
    return tuple(sorted(points, key=lambda point: point.value, reverse=term.better is Better.LESS))


def range_text(term: Term) -> str:
    """Return in words what the picture shows."""
    translate = QCoreApplication.translate
    said = [", ".join(f"{point.word} {number_text(point.value)}" for point in points_of(term))]
    if found := zone(term):
        text = translate("Range", "Both could agree between {low} and {high}.")
        said.append(text.format(low=number_text(found.low), high=number_text(found.high)))
    elif is_apart(term):
        said.append(translate("Range", "The ranges do not meet yet."))
    return ". ".join(each for each in said if each)


class RangePicture(RowFoot):
    """Draw my range as a band, what both could agree on as a stronger one, and every number by its word."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._term = Term("")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look().changed.connect(self.update)
        self.hide()

    def show_value(self, value: Term) -> None:
        """Show the numbers of a term, where there are enough of them."""
        if value == self._term:
            return
        self._term = value
        self.setVisible(len(points_of(value)) >= LEAST)
        self.setAccessibleName(self.tr("Range of {term}").format(term=value.name))
        self.setAccessibleDescription(range_text(value))
        self.setToolTip(tip(range_text(value)))
        self.update()

    def sizeHint(self) -> QSize:
        """Return room for two lines of words above the axis, one below, and one that says what it means."""
        return QSize(240, round(self._line() * 5.2))

    def minimumSizeHint(self) -> QSize:
        """Return the same height at any width."""
        return QSize(120, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the range."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(font(FontSize.SMALL))
        axis = QRectF(self.rect()).adjusted(RADIUS + 1, 0, -RADIUS - 1, 0)
        axis.setTop(self._line() * 2.5)
        axis.setHeight(1)
        self._paint_bands(painter, axis)
        self._paint_points(painter, axis)
        self._paint_sentence(painter)

    def place(self, value: Decimal, axis: QRectF) -> float:
        """Return where a number is on the axis: to the right of all that are worse for me."""
        points = points_of(self._term)
        worst, best = points[0].value, points[-1].value
        share = float((value - worst) / (best - worst)) if best != worst else 0.5
        return axis.left() + share * axis.width()

    def _paint_bands(self, painter: QPainter, axis: QRectF) -> None:
        palette, term = look().palette, self._term
        painter.setPen(QPen(colour(palette.outline), look().theme.line.hairline))
        painter.drawLine(axis.topLeft(), axis.topRight())
        mine = [end for end in (term.bottom_line, term.goal, term.opening) if end is not None]
        painter.setPen(Qt.PenStyle.NoPen)
        if mine:
            self._paint_band(painter, axis, (min(mine), max(mine)), palette.outline)
        if found := zone(term):
            self._paint_band(painter, axis, (found.low, found.high), palette.accent)

    def _paint_band(self, painter: QPainter, axis: QRectF, ends: tuple[Decimal, Decimal], ink: str) -> None:
        left, right = sorted(self.place(end, axis) for end in ends)
        painter.setBrush(colour(ink))
        painter.drawRoundedRect(QRectF(left, axis.top() - 2, right - left, 4), 2, 2)

    def _paint_points(self, painter: QPainter, axis: QRectF) -> None:
        """Set my words above the axis, in a second line where they would touch, and theirs below."""
        palette, metrics = look().palette, QFontMetrics(font(FontSize.SMALL))
        ends = [-1.0, -1.0]
        for point in points_of(self._term):
            x = self.place(point.value, axis)
            painter.setPen(QPen(colour(palette.muted if point.is_theirs else palette.text), 1.5))
            painter.setBrush(colour(palette.window if point.is_theirs else palette.text))
            painter.drawEllipse(QPointF(x, axis.top()), RADIUS, RADIUS)
            text = f"{point.word} {number_text(point.value)}"
            width = metrics.horizontalAdvance(text)
            left = min(max(x - width / 2, 0), self.width() - width)
            if point.is_theirs:
                top = axis.top() + RADIUS + 1
            else:
                line = 0 if left > ends[0] else 1
                ends[line] = left + width + metrics.averageCharWidth()
                top = axis.top() - RADIUS - 1 - (line + 1) * self._line()
            painter.setPen(colour(palette.muted if point.is_theirs else palette.text))
            painter.drawText(QRectF(left, top, width + 1, self._line()), UNCLIPPED, text)

    def _paint_sentence(self, painter: QPainter) -> None:
        """Say below what the picture means for an agreement, and which way is better."""
        painter.setPen(colour(look().palette.muted))
        bottom = QRectF(0, self.height() - self._line() - 1, self.width(), self._line())
        *_, meaning = range_text(self._term).split(". ")
        if zone(self._term) or is_apart(self._term):
            painter.drawText(bottom, UNCLIPPED, meaning)
        painter.drawText(bottom, UNCLIPPED | Qt.AlignmentFlag.AlignRight.value, self.tr("better for me →"))

    def _line(self) -> int:
        return QFontMetrics(font(FontSize.SMALL)).height()
