"""What is expected, sealed when the meeting begins so that hindsight can't bend it."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from negojournal.domain.draft import Draft
from negojournal.domain.moment import now
from negojournal.domain.outcome import Outcome
from negojournal.domain.prediction import is_sealed
from negojournal.domain.preparation import Preparation
from negojournal.domain.questionnaire import QUICK
from negojournal.ui.editor.before.summary import expected_text
from negojournal.ui.editor.context import Context
from negojournal.ui.editor.part import Part
from negojournal.ui.editor.row_cell import PercentLine, percent_slot
from negojournal.ui.editor.slot import Slot, number_slot
from negojournal.ui.editor.wording import trust_hint, trust_labels
from negojournal.ui.widgets.choice_row import ChoiceRow
from negojournal.ui.widgets.field import Field
from negojournal.ui.widgets.rating_group import RatingGroup
from negojournal.ui.widgets.text import Text, TextRole
from negojournal.ui.widgets.theme import look

PATH, CHANCE, TRUST = "preparation.expected", "preparation.chance", "preparation.trust"


class PredictionPart(Part):
    """Ask for the expected ratings, the chance of reaching the goal, and trust; show what is sealed."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        quick = context.catalog.questionnaire(QUICK)
        self._group = RatingGroup(quick.items if quick else (), self)
        self._group.answered.connect(self._on_edited)
        self._chance = PercentLine(self)
        self._trust = ChoiceRow(trust_labels(), parent=self)
        self._sealed = Text("", TextRole.BODY, self)
        self._note = Text("", TextRole.SMALL, self)
        self._add_fields()

    def show_draft(self, draft: Draft) -> None:
        """Show a draft; what is sealed can be read, and no longer changed."""
        super().show_draft(draft)
        plan = draft.record.preparation or Preparation()
        sealed = plan.sealed_at is not None or (not draft.is_new and is_sealed(draft.record, now()))
        for path in (PATH, CHANCE):
            self.fields()[path].setVisible(not sealed)
        self._sealed.setText(expected_text(plan))
        self._sealed.setVisible(sealed)
        said = self.tr("Sealed when the meeting began, so that it can be compared with what you felt afterwards.")
        before = self.tr("Sealed when the meeting begins. Afterwards it stands beside what you felt.")
        self._note.setText(said if sealed else before)

    def focus_first(self) -> None:
        """Go to the first rating, or to what can still be changed."""
        if self._group.isVisible():
            self._group.focus_first()
        else:
            self._trust.setFocus()

    def _add_fields(self) -> None:
        expected = Field(self.tr("What I expect to feel afterwards"), self._group)
        chance = Field(self.tr("Chance of reaching the goal, in per cent"), self._chance)
        trust = Field(self.tr("How far I trust them before"), self._trust, trust_hint())
        self._fields[PATH] = expected
        for outcome in Outcome:
            show, read = partial(self._show_expected, outcome), partial(self._expected, outcome)
            self._slots[f"{PATH}.{outcome}"] = Slot(show, read)
        self.add_field(CHANCE, chance, percent_slot(self._chance), self._chance.textEdited)
        self.add_field(TRUST, trust, number_slot(self._trust), self._trust.picked)
        self.column.setSpacing(look().theme.spacing.between)
        for each in (self._note, self._sealed, expected, chance, trust):
            self.column.addWidget(each)

    def _show_expected(self, outcome: Outcome, score: float | None) -> None:
        answers = dict(self._group.answers())
        answers.pop(outcome, None)
        if score is not None:
            answers[outcome] = round(score)
        self._group.show_answers(answers)

    def _expected(self, outcome: Outcome) -> float | None:
        rating = self._group.answers().get(outcome)
        return None if rating is None else float(rating)
