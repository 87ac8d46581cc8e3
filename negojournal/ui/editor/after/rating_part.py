"""The ratings: four quick ones or a full questionnaire, with the scores that come of them."""

from __future__ import annotations

from itertools import groupby

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from negojournal.domain.negotiation import Negotiation
from negojournal.domain.questionnaire import Questionnaire
from negojournal.domain.review import Assessment
from negojournal.domain.scoring import build_scores
from negojournal.ui.editor.after.rating_block import RatingBlock
from negojournal.ui.editor.assessment import assessment_from
from negojournal.ui.editor.context import Context
from negojournal.ui.editor.part import Part
from negojournal.ui.editor.slot import Slot
from negojournal.ui.widgets.choice_row import ChoiceRow
from negojournal.ui.widgets.field import Field
from negojournal.ui.widgets.leaving import take_out
from negojournal.ui.widgets.rating_row import UNANSWERED, Rating
from negojournal.ui.widgets.theme import look

PATH = "review.assessment"


class RatingPart(Part):
    """Ask the items of one questionnaire; answers to the others are kept while one changes between them."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._known = {one.key: one for one in context.catalog.questionnaires}
        self._shown: Assessment | None = None
        self._answers: dict[str, int | None] = {}
        self._asked: Questionnaire | None = None
        self._blocks: tuple[RatingBlock, ...] = ()
        self._choice = ChoiceRow({one.key: one.title for one in self._known.values()}, required=True, parent=self)
        self._choice.setToolTip(self.tr("Ctrl+R changes between them; ratings given stay"))
        self.column.setSpacing(look().theme.spacing.inside)
        field = Field(self.tr("How do you feel about it?"), self._choice)
        self.column.addWidget(self.add_field(PATH, field, Slot(self._show, self._assessment), self._choice.picked))
        self._choice.picked.connect(self._on_picked)

    def focus_first(self) -> None:
        """Go to the first rating that is not given, or else to the first."""
        unfinished = (block for block in self._blocks if not block.is_answered())
        if self._blocks:
            next(unfinished, self._blocks[0]).group.focus_first()

    def ask_next(self) -> None:
        """Change to the next questionnaire, and go to its first open rating."""
        keys = tuple(self._known)
        at = keys.index(self._asked.key) + 1 if self._asked else 0
        self._on_picked(keys[at % len(keys)])
        self._choice.show_chosen(keys[at % len(keys)])
        self.focus_first()
        self.edited.emit()

    def _show(self, assessment: Assessment | None) -> None:
        self._shown = assessment
        self._answers = dict(assessment.answers) if assessment else {}
        key = assessment.questionnaire if assessment else self.context.questionnaire
        self._choice.show_chosen(key)
        self._ask(self._known.get(key))

    def _assessment(self) -> Assessment | None:
        """Return what is rated; ratings by a questionnaire that isn't here stay as they came."""
        if self._asked is None:
            return self._shown
        return assessment_from(self._shown, self._asked, self._answers)

    def _ask(self, questionnaire: Questionnaire | None) -> None:
        if questionnaire != self._asked:
            for block in self._blocks:
                take_out(block, self.column)
            self._asked = questionnaire
            self._blocks = self._build_blocks(questionnaire)
            self.rearranged.emit()
        self._show_answers()

    def _build_blocks(self, questionnaire: Questionnaire | None) -> tuple[RatingBlock, ...]:
        runs = groupby(questionnaire.items if questionnaire else (), key=lambda item: item.outcome)
        blocks = tuple(RatingBlock(outcome, tuple(items), self) for outcome, items in runs)
        for block in blocks:
            block.group.answered.connect(self._on_answered)
            self.column.addWidget(block)
            block.show()
        return blocks

    def _show_answers(self) -> None:
        for block in self._blocks:
            block.show_answers(self._answers)
        self._show_scores()

    def _show_scores(self) -> None:
        if self._asked:
            scores = build_scores(self._asked, self._answers)
            for block in self._blocks:
                block.show_scores(scores)

    def _on_picked(self, key: str) -> None:
        if self._asked is None:
            self._answers = {}
        self._ask(self._known[key])

    def _on_answered(self, key: str, rating: Rating) -> None:
        if rating is UNANSWERED:
            self._answers.pop(key, None)
        else:
            self._answers[key] = rating
        self._show_scores()
        self.edited.emit()


def rating_summary(record: Negotiation, context: Context) -> str:
    """Return how many of the ratings are given, where any is."""
    assessment = record.review.assessment if record.review else None
    if assessment is None or not assessment.answers:
        return ""
    questionnaire = context.catalog.questionnaire(assessment.questionnaire)
    if questionnaire is None:
        return str(len(assessment.answers))
    given = len(questionnaire.keys() & assessment.answers.keys())
    return QCoreApplication.translate("Editor", "{given} of {all}").format(given=given, all=len(questionnaire.items))
