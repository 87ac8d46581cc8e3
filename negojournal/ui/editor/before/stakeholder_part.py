"""Whom else it concerns."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from negojournal.ui.editor.context import Context
from negojournal.ui.editor.part import Part
from negojournal.ui.editor.slot import names_slot
from negojournal.ui.widgets.chip_field import ChipField
from negojournal.ui.widgets.field import Field


class StakeholderPart(Part):
    """Ask for the stakeholders on both sides."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        names = ChipField(self.tr("A person or a group"), self)
        field = Field(self.tr("Whom it concerns"), names, self.tr("They are informed of what is agreed"))
        self.column.addWidget(self.add_field("preparation.stakeholders", field, names_slot(names), names.edited))
