"""The four scores of a review as small bars, for lists and tables."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen

from negojournal.domain.outcome import Outcome
from negojournal.domain.questionnaire import HIGHEST, LOWEST
from negojournal.domain.scoring import score_text
from negojournal.ui.widgets.outcome_mark import draw_outcome_mark, outcome_name
from negojournal.ui.widgets.theme import colour, font, look

Scores = Mapping[Outcome, float | None]


def score_bars_size() -> QSize:
    """Return the size at which the four bars read well beside a line of text."""
    height = round(QFontMetrics(font()).height() * 1.75)
    return QSize(round(height * 1.75), height)


def draw_score_bars(painter: QPainter, rect: QRectF, scores: Scores) -> None:
    """Paint a bar for each outcome, topped by its mark; a missing score is a short line on the ground."""
    lane = rect.width() / len(Outcome)
    side = min(lane * 0.6, rect.height() * 0.3)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for at, outcome in enumerate(Outcome):
        middle = rect.left() + lane * (at + 0.5)
        score = scores.get(outcome)
        foot = QPointF(middle, rect.bottom() - 1)
        painter.setPen(QPen(colour(look().palette.outline), look().theme.line.hairline))
        painter.drawLine(foot - QPointF(side / 2, 0), foot + QPointF(side / 2, 0))
        if score is not None:
            share = (score - LOWEST) / (HIGHEST - LOWEST)
            head = QPointF(middle, foot.y() - side / 2 - 1 - share * (rect.height() - side * 1.2 - 2))
            _draw_bar(painter, foot, head, side, outcome)
    painter.restore()


def _draw_bar(painter: QPainter, foot: QPointF, head: QPointF, side: float, outcome: Outcome) -> None:
    stem = QPen(colour(look().theme.outcomes[outcome].colour), max(1.5, side * 0.3))
    stem.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setPen(stem)
    painter.drawLine(foot, head)
    draw_outcome_mark(painter, QRectF(head.x() - side / 2, head.y() - side / 2, side, side), outcome)


def scores_text(scores: Scores) -> str:
    """Return the scores in words, for tool tips and screen readers."""
    return ", ".join(f"{outcome_name(outcome)} {score_text(scores.get(outcome))}" for outcome in Outcome)
