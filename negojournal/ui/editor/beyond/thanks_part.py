"""Thanks, and the letters that go with them."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from negojournal.domain.draft import Draft
from negojournal.ui.editor.beyond.letter_panel import LetterPanel
from negojournal.ui.editor.context import Context
from negojournal.ui.editor.day_field import DayField
from negojournal.ui.editor.day_line import day_slot
from negojournal.ui.editor.line import Line
from negojournal.ui.editor.part import Part
from negojournal.ui.editor.slot import text_slot
from negojournal.ui.widgets.field import Field


class ThanksPart(Part):
    """Ask when and how they were thanked, and offer letters."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        day = DayField(self.tr("Thanked on"), self.tr("Thanked today"), self)
        means = Line(self)
        means.setPlaceholderText(self.tr("A mail, a call, a card"))
        means_field = Field(self.tr("By what means"), means)
        self._letters = LetterPanel(self)
        self.add_field("agreement.thanked_on", day, day_slot(day.line), day.edited)
        self.add_field("agreement.thanked_by", means_field, text_slot(means), means.textEdited)
        for each in (day, means_field, self._letters):
            self.column.addWidget(each)

    def follow(self, draft: Draft) -> None:
        """Write the letters as the record says it now."""
        super().follow(draft)
        self._letters.show_record(draft.record, self.context.catalog)
