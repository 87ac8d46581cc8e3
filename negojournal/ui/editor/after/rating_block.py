"""The ratings of one outcome under its name and score."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from negojournal.domain.outcome import Outcome
from negojournal.domain.questionnaire import Item
from negojournal.domain.scoring import Scores
from negojournal.ui.widgets.outcome_mark import outcome_name
from negojournal.ui.widgets.rating_group import RatingGroup
from negojournal.ui.widgets.text import Text, TextRole
from negojournal.ui.widgets.theme import look, spaced


class RatingBlock(QWidget):
    """Stack the ratings of one outcome; a single one needs neither heading nor score."""

    def __init__(self, outcome: Outcome, items: Sequence[Item], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.outcome = outcome
        self.group = RatingGroup(items, self)
        self._score = Text("", TextRole.SMALL, self)
        column = spaced(QVBoxLayout(self), gap=look().theme.spacing.step)
        if len(items) > 1:
            top = spaced(QHBoxLayout())
            top.setContentsMargins(look().theme.spacing.inside, 0, 0, 0)
            top.addWidget(Text(outcome_name(outcome), TextRole.STRONG, self))
            top.addStretch()
            top.addWidget(self._score)
            column.addLayout(top)
        column.addWidget(self.group)
        self._score.setVisible(len(items) > 1)

    def is_answered(self) -> bool:
        """Tell whether every item is answered."""
        return len(self.group.answers()) == len(self.group.rows())

    def show_answers(self, answers: Mapping[str, int | None]) -> None:
        """Show the answers to this block's items."""
        self.group.show_answers(answers)

    def show_scores(self, scores: Scores) -> None:
        """Show the score of the outcome."""
        score = scores[self.outcome]
        self._score.setText(str(score) if score.answered else "")
