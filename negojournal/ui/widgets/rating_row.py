"""One sentence to rate from 1 to 7, answered by one key."""

from __future__ import annotations

from enum import Enum
from typing import Final, Literal, TypeAlias

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QBrush, QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from negojournal.domain.questionnaire import HIGHEST, LOWEST, Item
from negojournal.ui.widgets.outcome_mark import draw_outcome_mark
from negojournal.ui.widgets.rating_geometry import WRAPPED, RatingGeometry, build_geometry
from negojournal.ui.widgets.target_row import TargetRow
from negojournal.ui.widgets.theme import FontSize, colour, font, look


class Unanswered(Enum):
    """Be the one value of a row that nobody has answered yet."""

    UNANSWERED = "unanswered"


UNANSWERED: Final = Unanswered.UNANSWERED
Rating: TypeAlias = int | Literal[Unanswered.UNANSWERED] | None
"""1 to 7, None for "not applicable", or UNANSWERED."""

RATINGS: tuple[Rating, ...] = (*range(LOWEST, HIGHEST + 1), None)
"""What each target stands for, from left to right."""


class RatingRow(TargetRow):
    """Show a sentence and its scale; digits rate and move on, 0 is "not applicable", Backspace goes back."""

    rated = Signal(object)
    moved_on = Signal()
    went_back = Signal()

    def __init__(self, item: Item, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.item = item
        self._rating: Rating = UNANSWERED
        self._not_applicable = self.tr("not applicable")
        self.setAccessibleName(item.wording)
        self.describe(self._spoken())

    def rating(self) -> Rating:
        """Return what is answered."""
        return self._rating

    def show_rating(self, rating: Rating) -> None:
        """Show an answer."""
        self._rating = rating
        self.describe(self._spoken())
        self.update()

    def target_rects(self) -> tuple[QRect, ...]:
        """Return the targets 1 to 7 and "not applicable"."""
        return self._geometry(self.width()).targets

    def on_target(self, index: int) -> None:
        """Answer a click by rating; the focus stays, as the hand is on the mouse."""
        self._rate(RATINGS[index])

    def on_key(self, key: int) -> bool:
        """Rate by digit and move on, step by arrow, clear by Delete, go back by Backspace."""
        if Qt.Key.Key_0 <= key <= Qt.Key.Key_0 + HIGHEST:
            self._rate(key - Qt.Key.Key_0 or None)
            self.moved_on.emit()
        elif key in {Qt.Key.Key_Left, Qt.Key.Key_Right}:
            self._rate(self._beside(1 if key == Qt.Key.Key_Right else -1))
        elif key == Qt.Key.Key_Delete:
            self._rate(UNANSWERED)
        elif key in {Qt.Key.Key_Backspace, Qt.Key.Key_Up}:
            self.went_back.emit()
        elif key == Qt.Key.Key_Down:
            self.moved_on.emit()
        else:
            return False
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height at which nothing is cut."""
        return self._geometry(width).size.height()

    def sizeHint(self) -> QSize:
        """Return a comfortable size."""
        return self._geometry(1 << 16).size

    def minimumSizeHint(self) -> QSize:
        """Return the narrowest size that clips nothing; its height is left to `heightForWidth`."""
        narrowest = self._geometry(0).size
        return QSize(narrowest.width(), self._geometry(max(self.width(), narrowest.width())).size.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the row."""
        places = self._geometry(self.width())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.hasFocus():
            self._paint_box(painter, self.rect(), colour(look().palette.raised))
        draw_outcome_mark(painter, QRectF(places.mark), self.item.outcome)
        painter.setPen(colour(self._ink()))
        painter.setFont(font())
        painter.drawText(places.wording, WRAPPED, self.item.wording)
        for index, rect in enumerate(places.targets):
            self._paint_target(painter, rect, index)
        painter.setFont(font(FontSize.SMALL))
        painter.setPen(colour(look().palette.muted if self.isEnabled() else look().palette.disabled))
        for word in places.words:
            painter.drawText(word.rect, word.align | WRAPPED, word.text)

    def _geometry(self, width: int) -> RatingGeometry:
        return build_geometry(width, self.item, self._not_applicable)

    def _ink(self) -> str:
        return look().palette.text if self.isEnabled() else look().palette.disabled

    def _paint_target(self, painter: QPainter, rect: QRect, index: int) -> None:
        palette, shown = look().palette, look().theme.outcomes[self.item.outcome]
        chosen = RATINGS[index] == self._rating
        fill, ink = palette.surface, self._ink()
        if chosen and self._rating is None:
            fill, ink = palette.muted, palette.window
        elif chosen:
            fill, ink = shown.colour, shown.ink
        elif index == self.hovered():
            fill = palette.selection
        edge = QPen(Qt.PenStyle.NoPen) if chosen else QPen(colour(palette.outline), look().theme.line.hairline)
        self._paint_box(painter, rect, colour(fill), edge)
        painter.setPen(colour(ink))
        painter.setFont(font(bold=chosen))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, str(RATINGS[index] or 0))

    def _paint_box(
        self,
        painter: QPainter,
        rect: QRect,
        fill: QColor,
        edge: QPen = QPen(Qt.PenStyle.NoPen),  # noqa: B008
    ) -> None:
        radius = look().theme.line.radius
        half = QPointF(0.5, 0.5)
        painter.setPen(edge)
        painter.setBrush(QBrush(fill))
        painter.drawRoundedRect(
            QRectF(QPointF(rect.topLeft()) + half, QRectF(rect).bottomRight() - half), radius, radius
        )

    def _beside(self, step: int) -> int:
        """Return the rating beside the present one; from none, the nearest end."""
        if isinstance(self._rating, int):
            return min(HIGHEST, max(LOWEST, self._rating + step))
        return LOWEST if step > 0 else HIGHEST

    def _rate(self, rating: Rating) -> None:
        self.show_rating(rating)
        self.rated.emit(rating)

    def _spoken(self) -> str:
        if self._rating is UNANSWERED:
            return self.tr("not answered")
        if self._rating is None:
            return self._not_applicable
        words = {LOWEST: self.item.low, HIGHEST: self.item.high}.get(self._rating)
        value = self.tr("{rating} of {highest}").format(rating=self._rating, highest=HIGHEST)
        return f"{value}, {words}" if words else value
