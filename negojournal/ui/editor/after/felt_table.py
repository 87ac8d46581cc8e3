"""Expected scores beside those that came."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from negojournal.domain.catalog import Catalog
from negojournal.domain.negotiation import Negotiation
from negojournal.domain.outcome import Outcome
from negojournal.domain.preparation import Preparation
from negojournal.ui.editor.after.beside import felt_line, felt_scores
from negojournal.ui.widgets.outcome_mark import OutcomeMark, outcome_name
from negojournal.ui.widgets.text import Text, TextRole
from negojournal.ui.widgets.theme import look, spaced


class FeltTable(QWidget):
    """Set expected, felt and the difference side by side for each outcome of which something was expected."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        grid = spaced(QGridLayout(self), gap=look().theme.spacing.step)
        grid.setHorizontalSpacing(look().theme.spacing.between)
        heads = ("", self.tr("Outcome"), self.tr("Expected"), self.tr("Felt"), self.tr("Difference"))
        for column, head in enumerate(heads):
            grid.addWidget(Text(head, TextRole.SMALL, self), 0, column)
        self._marks = {outcome: OutcomeMark(outcome, self) for outcome in Outcome}
        self._cells = {outcome: tuple(Text("", parent=self) for _ in heads[2:]) for outcome in Outcome}
        self._names = {outcome: Text(outcome_name(outcome), parent=self) for outcome in Outcome}
        for row, outcome in enumerate(Outcome, 1):
            self._marks[outcome].setMinimumHeight(self.fontMetrics().height())
            for column, each in enumerate((self._marks[outcome], self._names[outcome], *self._cells[outcome])):
                grid.addWidget(each, row, column, Qt.AlignmentFlag.AlignVCenter)
        grid.setColumnStretch(len(heads), 1)

    def show_record(self, record: Negotiation, catalog: Catalog) -> None:
        """Show what a record says."""
        plan = record.preparation or Preparation()
        scores = felt_scores(record, catalog)
        for outcome in Outcome:
            line = felt_line(outcome, plan, scores)
            for cell, text in zip(self._cells[outcome], line, strict=True):
                cell.setText(text)
            for each in (self._marks[outcome], self._names[outcome], *self._cells[outcome]):
                each.setVisible(plan.expected.of(outcome) is not None)
        self.setVisible(any(plan.expected.of(outcome) is not None for outcome in Outcome))
