"""Paint the four small score bars in the list."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from negojournal.domain.outcome import Outcome
from negojournal.ui.journal.summary_model import ScoresRole
from negojournal.ui.widgets.score_bars import draw_score_bars, score_bars_size
from negojournal.ui.widgets.theme import look


class ScoreDelegate(QStyledItemDelegate):
    """Paint a review's scores over the ground that the style paints; text where there are none."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint one cell."""
        super().paint(painter, option, index)
        scores = index.data(ScoresRole)
        if scores is None or all(scores.get(outcome) is None for outcome in Outcome):
            return
        inside = look().theme.spacing.inside
        room = QRectF(option.rect).adjusted(inside, 0, -inside, 0)
        size = score_bars_size()
        place = QRectF(
            room.left(), room.center().y() - size.height() / 2, min(room.width(), size.width()), size.height()
        )
        draw_score_bars(painter, place, {outcome: scores.get(outcome) for outcome in Outcome})

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return a size with room for the bars."""
        return super().sizeHint(option, index).expandedTo(score_bars_size())
