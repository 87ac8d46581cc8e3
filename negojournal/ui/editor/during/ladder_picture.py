"""The ladder of offers on one term, drawn: how the two sides came towards each other."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from PySide6.QtCore import QCoreApplication, QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from negojournal.domain.ladder import Ladder, Step
from negojournal.domain.preparation import Side
from negojournal.ui.editor.wording import side_labels
from negojournal.ui.widgets.locale_text import number_text
from negojournal.ui.widgets.theme import FontSize, colour, font, look

LINES = 11
"""How many lines of small text the picture is high: two for the labels of each side, the rest for the steps."""

DOT = 8


class LadderPicture(QWidget):
    """Draw each side's offers from left to right, the change from the one before under its value."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ladder = Ladder(None, ())
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_ladder(self, ladder: Ladder) -> None:
        """Show a ladder."""
        self._ladder = ladder
        self.setAccessibleName("; ".join(step_text(step) for step in valued(ladder)))
        self.update()

    def sizeHint(self) -> QSize:
        """Return a height for the steps and for labels above and below."""
        metrics = QFontMetrics(font(FontSize.SMALL))
        return QSize(metrics.averageCharWidth() * 40, metrics.lineSpacing() * LINES)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the lines first, dots and labels on them."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(font(FontSize.SMALL))
        steps = valued(self._ladder)
        places = dict(zip(steps, self._places(steps), strict=True))
        upper = _upper_side(steps)
        for side in Side:
            own = {step: at for step, at in places.items() if step.by is side}
            self._draw_line(painter, side, tuple(own.values()))
            taken = -1.0
            for step, at in own.items():
                self._draw_dot(painter, side, at)
                taken = self._draw_label(painter, step, at, taken, is_above=side is upper)

    def _places(self, steps: tuple[Step, ...]) -> Iterator[QPointF]:
        line, spacing = QFontMetrics(font(FontSize.SMALL)).lineSpacing(), look().theme.spacing
        room = QRectF(self.rect()).adjusted(spacing.around, 2 * line + DOT, -spacing.around, -2 * line - DOT)
        values = [step.value for step in steps if step.value is not None]
        low, high = min(values, default=Decimal(0)), max(values, default=Decimal(0))
        for number, value in enumerate(values):
            across = (number + 0.5) / len(values)
            up = float((value - low) / (high - low)) if high > low else 0.5
            yield QPointF(room.left() + across * room.width(), room.bottom() - up * room.height())

    def _draw_line(self, painter: QPainter, side: Side, places: tuple[QPointF, ...]) -> None:
        painter.setPen(QPen(_ink(side), look().theme.line.focus))
        for one, other in pairwise(places):
            painter.drawLine(QLineF(one, other))

    def _draw_dot(self, painter: QPainter, side: Side, at: QPointF) -> None:
        """Mark my offers by a filled dot and theirs by a hollow square."""
        box = QRectF(at.x() - DOT / 2, at.y() - DOT / 2, DOT, DOT)
        painter.setPen(QPen(_ink(side), look().theme.line.focus))
        painter.setBrush(_ink(side) if side is Side.ME else colour(look().palette.window))
        (painter.drawEllipse if side is Side.ME else painter.drawRect)(box)

    def _draw_label(self, painter: QPainter, step: Step, at: QPointF, taken: float, *, is_above: bool) -> float:
        """Write value and change where there is room right of `taken`, and return how far the text goes."""
        metrics, palette = painter.fontMetrics(), look().palette
        lines = (_said(step), change_said(step))
        width = max(metrics.horizontalAdvance(text) for text in lines) + look().theme.spacing.step
        left = min(max(at.x() - width / 2, 0.0), self.width() - width)
        if left < taken:
            return taken
        height = metrics.lineSpacing()
        top = at.y() - DOT - 2 * height if is_above else at.y() + DOT
        inks = (palette.text, palette.warning if step.gift else palette.muted)
        if is_above and not lines[1]:
            top += height
        for number, (text, ink) in enumerate(zip(lines, inks, strict=True)):
            painter.setPen(colour(ink))
            painter.drawText(
                QRectF(left, top + number * height, width, height), int(Qt.AlignmentFlag.AlignCenter), text
            )
        return left + width


def valued(ladder: Ladder) -> tuple[Step, ...]:
    """Return the steps that name a value."""
    return tuple(step for step in ladder.steps if step.value is not None)


def change_said(step: Step) -> str:
    """Return how far a step is from that side's offer before, and whether it was given without return."""
    if not step.change:
        return ""
    said = ("+" if step.change > 0 else "−") + number_text(abs(step.change))
    text = QCoreApplication.translate("Editor", "{change}, a gift") if step.gift else "{change}"
    return text.format(change=said)


def step_text(step: Step) -> str:
    """Return one offer in words."""
    change = change_said(step)
    return f"{side_labels()[step.by]} {_said(step)}" + (f" ({change})" if change else "")


def _said(step: Step) -> str:
    return "" if step.value is None else number_text(step.value)


def _upper_side(steps: tuple[Step, ...]) -> Side:
    """Return the side whose values are higher, so that labels keep out of the space between."""
    first = {step.by: step.value for step in reversed(steps) if step.value is not None}
    mine, theirs = first.get(Side.ME), first.get(Side.THEM)
    return Side.ME if theirs is None or (mine is not None and mine >= theirs) else Side.THEM


def _ink(side: Side) -> QColor:
    palette = look().palette
    return colour(palette.accent if side is Side.ME else palette.muted)
