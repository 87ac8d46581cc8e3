"""Where the parts of a rating row go, from its width and its fonts alone."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

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
class Word:
    """Hold a word under the scale: where it goes, how it is aligned there, and what it says."""

    rect: QRect
    align: int
    text: str


@dataclass(frozen=True, slots=True)
class RatingGeometry:
    """Hold the rectangles of a row: targets 1 to 7, then "not applicable"; a word belongs to 1, 4, 7 and the last."""

    mark: QRect
    wording: QRect
    targets: tuple[QRect, ...]
    words: tuple[Word, ...]
    size: QSize


@lru_cache(maxsize=256)
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
    words = (*_words(item, targets, small), _placed(outside.left(), outside, last, LEFT, not_applicable, small))
    bottom = max(word.rect.bottom() for word in words) + 1 + spacing.inside
    return RatingGeometry(mark, QRect(QPoint(x, mark.top()), wording), (*targets, outside), words, QSize(full, bottom))


def _words(item: Item, targets: tuple[QRect, ...], metrics: QFontMetrics) -> tuple[Word, ...]:
    """Place the words at 1, 4 and 7, each with a third of the scale's width."""
    left, right = targets[0].left(), targets[-1].right() + 1
    width = (right - left) // 3 - look().theme.spacing.step
    middle = (left + right - width) // 2
    return (
        _placed(left, targets[0], width, LEFT, item.low, metrics),
        _placed(middle, targets[0], width, CENTRED, item.middle, metrics),
        _placed(right - width, targets[0], width, RIGHT, item.high, metrics),
    )


def _placed(left: int, target: QRect, width: int, align: int, text: str, metrics: QFontMetrics) -> Word:
    room = QRect(left, target.bottom() + 1 + look().theme.spacing.step, width, 1 << 16)
    height = metrics.boundingRect(room, align | WRAPPED, text).height()
    return Word(QRect(room.topLeft(), QSize(width, height)), align, text)
