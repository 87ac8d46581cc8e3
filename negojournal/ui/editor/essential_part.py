"""What every record begins with: what it is about, with whom, and whether it took place."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from negojournal.domain.draft import Draft
from negojournal.domain.negotiation import Negotiation, Status
from negojournal.errors import Problem
from negojournal.ui.editor.context import Context
from negojournal.ui.editor.line import Line
from negojournal.ui.editor.part import Part
from negojournal.ui.editor.slot import Slot, choice_slot, names_slot
from negojournal.ui.widgets.chip_field import ChipField
from negojournal.ui.widgets.choice_row import ChoiceRow
from negojournal.ui.widgets.field import Field
from negojournal.ui.widgets.theme import FontSize, font


class EssentialPart(Part):
    """Ask for the title, the counterparts and the status; Enter in the title of a review goes on to its ratings."""

    went_on = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._is_plan = False
        self._title = Line(self)
        self._title.setFont(font(FontSize.HEADING))
        self._asked = {False: self.tr("What was it about?"), True: self.tr("What will it be about?")}
        self._title.returnPressed.connect(self._on_title_left)
        self._names = ChipField(self.tr("A person or an organisation"), self)
        self._names.show_completions(context.names)
        self._status = ChoiceRow(
            {Status.HELD: self.tr("Held"), Status.DODGED: self.tr("Dodged")}, required=True, parent=self
        )
        self._add_fields()

    def follow(self, draft: Draft) -> None:
        """Ask whether it took place once that can be said; a plan is turned into its review as a whole."""
        super().follow(draft)
        self._is_plan = draft.record.status is Status.PLANNED
        self._title.setPlaceholderText(self._asked[self._is_plan])
        self.fields()["status"].setVisible(not self._is_plan)

    def show_context(self, context: Context) -> None:
        """Offer the names used before."""
        if context.names != self.context.names:
            self._names.show_completions(context.names)
        super().show_context(context)

    def problems(self) -> tuple[Problem, ...]:
        """Ask for a title in plainer words than the rule's."""
        if self._title.text().strip():
            return ()
        return (Problem("title", self.tr("A title, please; everything else can wait.")),)

    def _on_title_left(self) -> None:
        """Go on to the ratings of a review; a plan is written field by field."""
        if self._is_plan:
            self._names.setFocus()
        else:
            self.went_on.emit()

    def _add_fields(self) -> None:
        title = Field(self.tr("Title"), self._title)
        names = Field(self.tr("With"), self._names)
        status = Field(self.tr("It was"), self._status)
        self.add_field("title", title, Slot(self._title.show_text, self._title.text), self._title.textEdited)
        self.add_field("counterparts", names, names_slot(self._names), self._names.edited)
        self.add_field("status", status, choice_slot(self._status, Status), self._status.picked)
        for field in (title, names, status):
            self.column.addWidget(field)


def essential_summary(record: Negotiation, _context: Context) -> str:
    """Return the title, or nothing for one that is empty."""
    return record.title.strip()
