"""How the talk went, in a few strokes."""

from __future__ import annotations

from PySide6.QtCore import QRegularExpression
from PySide6.QtGui import QRegularExpressionValidator
from PySide6.QtWidgets import QWidget

from negojournal.domain.draft import Draft
from negojournal.domain.preparation import Method
from negojournal.domain.questionnaire import HIGHEST
from negojournal.ui.editor.context import Context
from negojournal.ui.editor.line import Line
from negojournal.ui.editor.part import Part
from negojournal.ui.editor.slot import Slot, choice_slot, number_slot
from negojournal.ui.editor.wording import method_hint, method_labels, power_labels, trust_hint, trust_labels
from negojournal.ui.widgets.choice_row import ChoiceRow
from negojournal.ui.widgets.field import Field
from negojournal.ui.widgets.text import Text, TextRole

CHARACTERS = 10


class CoursePart(Part):
    """Ask for the methods, the power, the length and the trust there is now; a digit answers and moves on."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._before = Text("", TextRole.SMALL, self)
        self._add_choice("method", self.tr("My method, as it went"), ChoiceRow(method_labels()), method_hint())
        self._add_choice("review.their_method", self.tr("Their method"), ChoiceRow(method_labels()))
        self._add_choice("power", self.tr("Who was stronger"), ChoiceRow(power_labels()))
        self._add_length()
        self._add_choice("review.trust", self.tr("My trust in them now"), ChoiceRow(trust_labels()), trust_hint())
        self.column.addWidget(self._before)

    def follow(self, draft: Draft) -> None:
        """Recall the trust there was before."""
        super().follow(draft)
        plan = draft.record.preparation
        before = plan.trust if plan else None
        self._before.setVisible(before is not None)
        self._before.setText(self.tr("Before the meeting: {rating} of {all}").format(rating=before, all=HIGHEST))

    def _add_choice(self, path: str, label: str, row: ChoiceRow, hint: str = "") -> None:
        slot: Slot[Method | None] | Slot[int | None]
        slot = choice_slot(row, Method) if path.endswith("method") else number_slot(row)
        row.moved_on.connect(self.focusNextChild)
        self.column.addWidget(self.add_field(path, Field(label, row, hint), slot, row.picked))

    def _add_length(self) -> None:
        length = Line(self)
        length.setValidator(QRegularExpressionValidator(QRegularExpression(r"\d{0,6}"), length))
        length.setFixedWidth(length.fontMetrics().averageCharWidth() * CHARACTERS)
        slot = Slot[int | None](
            lambda minutes: length.show_text("" if minutes is None else str(minutes)),
            lambda: int(length.text()) if length.text() else None,
        )
        field = Field(self.tr("How long"), length, beside=Text(self.tr("minutes")))
        self.column.addWidget(self.add_field("duration_minutes", field, slot, length.textEdited))
