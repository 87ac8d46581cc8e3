"""How I mean to see them and to go about it."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from negojournal.domain.preparation import Frame, Method
from negojournal.ui.editor.context import Context
from negojournal.ui.editor.part import Part
from negojournal.ui.editor.slot import choice_slot
from negojournal.ui.editor.wording import frame_labels, method_hint, method_labels
from negojournal.ui.widgets.choice_row import ChoiceRow
from negojournal.ui.widgets.field import Field


class ApproachPart(Part):
    """Ask for the frame, my method, and the one that I expect of them."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        frame = ChoiceRow(frame_labels(), parent=self)
        field = Field(self.tr("I mean to see them"), frame)
        self.column.addWidget(self.add_field("preparation.frame", field, choice_slot(frame, Frame), frame.picked))
        for name, label, hint in (
            ("method", self.tr("I mean to negotiate"), method_hint()),
            ("their_method", self.tr("I expect them to negotiate"), ""),
        ):
            row = ChoiceRow(method_labels(), parent=self)
            field = Field(label, row, hint)
            self.column.addWidget(self.add_field(f"preparation.{name}", field, choice_slot(row, Method), row.picked))
