"""Where the parts of a rating row go, from its width and its fonts alone."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics

from negojournal.domain.questionnaire import HIGHEST, Item
from negojournal.ui.widgets.outcome_mark import mark_side
from negojournal.ui.widgets.text import line_width
from negojournal.ui.widgets.theme import FontSize, font, look

WRAPPED = int(Qt.TextFlag.TextWordWrap)
LEFT, CENTRED, RIGHT = (
    int(horizontal | Qt.AlignmentFlag.AlignTop)
    for horizontal in (Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignHCenter, Qt.AlignmentFlag.AlignRight)
)


@dataclass(frozen=True, slots=True)
class RatingGeometry:
    """Hold the rectangles of a row: targets 1 to 7, then "not applicable"; a word belongs to 1, 4, 7 and the last."""

    mark: QRect
    wording: QRect
    targets: tuple[QRect, ...]
    words: tuple[tuple[QRect, int, str], ...]
    size: QSize


def build_geometry(width: int, item: Item, not_applicable: str) -> RatingGeometry:
    """Return the places at a width; too small a width is treated as the least one that clips nothing."""
    spacing = look().theme.spacing
    body, small = QFontMetrics(font(bold=True)), QFontMetrics(font(FontSize.SMALL))
    mark = QRect(spacing.inside, spacing.inside, mark_side(body), body.height())
    x = mark.right() + 1 + spacing.inside
    side = max(look().theme.target.rating, body.height() + spacing.inside)
    last = max(side, small.horizontalAdvance(not_applicable) + spacing.step)
    scale = max(width - x - spacing.inside - last - spacing.around, HIGHEST * (side + spacing.step))
    pitch = min(scale // HIGHEST, side + spacing.around)

    full = x + HIGHEST * pitch + spacing.around + last + spacing.inside
    room = QRect(0, 0, min(max(width, full) - x - spacing.inside, line_width()), 1 << 16)
    wording = body.boundingRect(room, WRAPPED, item.wording).size()
    top = mark.top() + wording.height() + spacing.inside
    targets = tuple(QRect(x + index * pitch, top, side, side) for index in range(HIGHEST))
    outside = QRect(x + HIGHEST * pitch + spacing.around, top, side, side)
    words = _words(item, targets, outside, not_applicable, small)
    bottom = max(rect.bottom() for rect, _, _ in words) + 1 + spacing.inside
    return RatingGeometry(mark, QRect(QPoint(x, mark.top()), wording), (*targets, outside), words, QSize(full, bottom))


def _words(
    item: Item, targets: tuple[QRect, ...], outside: QRect, not_applicable: str, metrics: QFontMetrics
) -> tuple[tuple[QRect, int, str], ...]:
    """Return rectangle, alignment and text of the words under a scale, a third of its width each."""
    gap = look().theme.spacing.step
    left, right = targets[0].left(), targets[-1].right() + 1
    third = (right - left) // 3
    placed = []
    for start, align, text in (
        (left, LEFT, item.low),
        (left + (right - left - third) // 2, CENTRED, item.middle),
        (right - third, RIGHT, item.high),
        (outside.left(), LEFT, not_applicable),
    ):
        room = QRect(start, targets[0].bottom() + 1 + gap, third - gap, 1 << 16)
        height = metrics.boundingRect(room, align | WRAPPED, text).height()
        placed.append((QRect(room.topLeft(), QSize(third - gap, height)), align, text))
    return tuple(placed)
