"""The plan beside what came of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from negojournal.domain.catalog import EntryKind
from negojournal.domain.draft import Draft
from negojournal.domain.preparation import Method, Preparation, Risk, Rule, Term
from negojournal.domain.review import PracticeMark
from negojournal.ui.editor.after.beside import (
    chance_text,
    risk_heading,
    rule_heading,
    share_text,
    term_heading,
    together_text,
)
from negojournal.ui.editor.after.felt_table import FeltTable
from negojournal.ui.editor.after.practice_part import mark_labels
from negojournal.ui.editor.context import Context
from negojournal.ui.editor.part import Part
from negojournal.ui.editor.row_cell import amount_cell, yes_no_cell
from negojournal.ui.editor.row_list import RowList
from negojournal.ui.editor.row_spec import CellSpec, RowFoot, RowSpec
from negojournal.ui.editor.slot import Slot, choice_slot
from negojournal.ui.editor.wording import frame_labels, method_labels
from negojournal.ui.widgets.choice_row import ChoiceRow
from negojournal.ui.widgets.field import Field
from negojournal.ui.widgets.text import Text, TextRole
from negojournal.ui.widgets.theme import look, spaced

FRAMING = "partner-frame"
"""The practice that says how the other side was seen."""

Marks = Mapping[str, PracticeMark]


class PlanPart(Part):
    """Ask what came of each thing that was planned, and show what was expected beside what was felt."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._marks: Marks = {}
        self._together, self._chance = Text("", TextRole.SMALL, self), Text("", TextRole.BODY, self)
        self._framing, self._method = ChoiceRow(mark_labels(), parent=self), ChoiceRow(method_labels(), parent=self)
        self._frame_meant, self._method_meant = Text("", TextRole.SMALL, self), Text("", TextRole.SMALL, self)
        self._felt = FeltTable(self)
        self._add_rows("preparation.terms", self.tr("What was agreed"), term_rows())
        self.column.addWidget(self._together)
        self.column.addWidget(self._felt)
        self.column.addWidget(self._chance)
        self._add_rows("preparation.risks", self.tr("What I feared: did it happen?"), risk_rows())
        self._add_rows("preparation.rules", self.tr("Rules I wanted: were they agreed?"), rule_rows())
        framing = Field(context.catalog.label(EntryKind.PRACTICE, FRAMING), self._framing)
        method = Field(self.tr("Method, as it went"), self._method)
        self.add_field("review.practices", framing, Slot(self._show_marks, self._read_marks), self._framing.picked)
        self.add_field("method", method, choice_slot(self._method, Method), self._method.picked)
        self._pair(self._frame_meant, framing)
        self._pair(self._method_meant, method)

    def follow(self, draft: Draft) -> None:
        """Show what was planned as it is now, and leave out what wasn't."""
        super().follow(draft)
        plan = draft.record.preparation or Preparation()
        fields = self.fields()
        for path, planned in (
            ("preparation.terms", plan.terms),
            ("preparation.risks", plan.risks),
            ("preparation.rules", plan.rules),
            ("review.practices", plan.frame),
            ("method", plan.method),
        ):
            fields[path].setVisible(bool(planned))
        self._say(self._together, together_text(plan))
        self._say(self._chance, chance_text(draft.record))
        meant = self.tr("How I meant to see them: {frame}")
        self._say(self._frame_meant, meant.format(frame=frame_labels()[plan.frame]) if plan.frame else "")
        meant = self.tr("How I meant to negotiate: {method}")
        self._say(self._method_meant, meant.format(method=method_labels()[plan.method]) if plan.method else "")
        self._felt.show_record(draft.record, self.context.catalog)

    def show_advice(self, path: str, inside: Mapping[str, str]) -> None:
        """Say nothing: advice on a plan comes too late here."""

    def focus_first(self) -> None:
        """Go to the first field that there is something to answer in."""
        next((field.control for field in self.fields().values() if not field.isHidden()), self).setFocus()

    def _add_rows(self, path: str, label: str, spec: RowSpec[Any]) -> None:
        rows = RowList(spec, self)
        self.column.addWidget(self.add_rows(path, Field(label, rows), rows))

    def _pair(self, meant: Text, field: Field) -> None:
        pair = spaced(QVBoxLayout(), gap=look().theme.spacing.step)
        pair.addWidget(meant)
        pair.addWidget(field)
        self.column.addLayout(pair)

    def _say(self, text: Text, said: str) -> None:
        text.setText(said)
        text.setVisible(bool(said))

    def _show_marks(self, marks: Marks) -> None:
        self._marks = marks
        self._framing.show_chosen(marks.get(FRAMING))

    def _read_marks(self) -> Marks:
        chosen = self._framing.chosen()
        others = {key: mark for key, mark in self._marks.items() if key != FRAMING}
        return {**others, FRAMING: PracticeMark(chosen)} if chosen else others


class ShareFoot(RowFoot):
    """Say how much of the range was captured."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._said = Text("", TextRole.SMALL, self)
        spaced(QVBoxLayout(self)).addWidget(self._said)

    def show_value(self, value: Term) -> None:
        """Show the share of a term."""
        self._said.setText(share_text(value))
        self.setVisible(bool(self._said.text()))


def term_rows() -> RowSpec[Term]:
    """Return how the terms of the plan are answered."""
    cell = CellSpec("agreed", QCoreApplication.translate("Editor", "Agreed"), amount_cell())
    return RowSpec(Term(""), ((cell,),), heading=term_heading, foot=ShareFoot)


def risk_rows() -> RowSpec[Risk]:
    """Return how fears are answered."""
    return _answered(Risk(""), "happened", QCoreApplication.translate("Editor", "It happened"), risk_heading)


def rule_rows() -> RowSpec[Rule]:
    """Return how rules are answered."""
    return _answered(Rule(""), "agreed", QCoreApplication.translate("Editor", "It was agreed"), rule_heading)


def _answered(blank: Any, name: str, title: str, heading: Callable[[Any], str]) -> RowSpec[Any]:  # noqa: ANN401
    return RowSpec(blank, ((CellSpec(name, title, yes_no_cell()),),), heading=heading)
