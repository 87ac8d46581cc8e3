"""What would raise each outcome next time."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget

from negojournal.domain.draft import Draft
from negojournal.domain.negotiation import Negotiation
from negojournal.domain.outcome import Outcome
from negojournal.domain.scoring import build_scores
from negojournal.ui.editor.context import Context
from negojournal.ui.editor.part import Part
from negojournal.ui.editor.slot import text_slot
from negojournal.ui.editor.wording import answered_summary
from negojournal.ui.widgets.field import Field
from negojournal.ui.widgets.outcome_mark import OutcomeMark, outcome_name
from negojournal.ui.widgets.text_area import TextArea
from negojournal.ui.widgets.theme import look, spaced

PATHS = {outcome: f"review.improve.{outcome}" for outcome in Outcome}
HIGHER_THAN_ANY = 8.0


class ImprovementPart(Part):
    """Ask one line for each outcome, the one with the lowest score first."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._order: tuple[Outcome, ...] = ()
        self._rows = {outcome: self._build_row(outcome) for outcome in Outcome}
        self._arrange(tuple(Outcome))

    def follow(self, draft: Draft) -> None:
        """Bring the lowest score to the top, but not under the hands of someone typing here."""
        focus = QApplication.focusWidget()
        if focus is None or not self.isAncestorOf(focus):
            self._arrange(improvement_order(draft.record, self.context))

    def focus_first(self) -> None:
        """Go to the line at the top."""
        self.fields()[PATHS[self._order[0]]].control.setFocus()

    def _build_row(self, outcome: Outcome) -> QWidget:
        area = TextArea(lines=1, parent=self)
        field = Field(outcome_name(outcome), area)
        self.add_field(PATHS[outcome], field, text_slot(area), area.edited)
        row = QWidget(self)
        line = spaced(QHBoxLayout(row), gap=look().theme.spacing.inside)
        mark = OutcomeMark(outcome, row)
        mark.setMinimumHeight(mark.fontMetrics().height())
        line.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(field)
        return row

    def _arrange(self, order: tuple[Outcome, ...]) -> None:
        if order == self._order:
            return
        self._order = order
        for outcome in order:
            self.column.removeWidget(self._rows[outcome])
            self.column.addWidget(self._rows[outcome])
        self.rearranged.emit()


def improvement_order(record: Negotiation, context: Context) -> tuple[Outcome, ...]:
    """Return the outcomes from the lowest score to the highest, those without a score at the end."""
    assessment = record.review.assessment if record.review else None
    questionnaire = context.catalog.questionnaire(assessment.questionnaire) if assessment else None
    if assessment is None or questionnaire is None:
        return tuple(Outcome)
    scores = build_scores(questionnaire, assessment.answers)

    def height(outcome: Outcome) -> float:
        value = scores[outcome].value
        return HIGHER_THAN_ANY if value is None else value

    return tuple(sorted(Outcome, key=height))


def improvement_summary(record: Negotiation, _context: Context) -> str:
    """Return for how many outcomes there is a line."""
    return answered_summary(record, tuple(PATHS.values()))
