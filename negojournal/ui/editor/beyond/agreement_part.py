"""What was done so that everybody knows what was agreed."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from negojournal.domain.agreement import Informed
from negojournal.domain.draft import Draft
from negojournal.ui.editor.beyond.planned_names import PlannedNames
from negojournal.ui.editor.context import Context
from negojournal.ui.editor.day_field import DayField
from negojournal.ui.editor.day_line import day_slot
from negojournal.ui.editor.part import Part
from negojournal.ui.editor.row_cell import day_cell, line_cell
from negojournal.ui.editor.row_list import RowList
from negojournal.ui.editor.row_spec import CellSpec, RowSpec
from negojournal.ui.widgets.field import Field


class AgreementPart(Part):
    """Ask when it was written down, when the other side confirmed it, and who was told when."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._add_day("agreement.documented_on", self.tr("Written down on"))
        self._add_day("agreement.confirmed_on", self.tr("Confirmed by them on"))
        rows = RowList(informed_rows(), self)
        self._planned = PlannedNames(rows, lambda row: row.stakeholder, Informed, self)
        self.column.addWidget(self.add_rows("agreement.informed", Field(self.tr("Who has to know"), rows), rows))
        self.column.addWidget(self._planned)

    def follow(self, draft: Draft) -> None:
        """Offer whoever is in the plan."""
        super().follow(draft)
        self._planned.show_record(draft.record)

    def _add_day(self, path: str, label: str) -> None:
        field = DayField(label, self.tr("Today"), self)
        self.column.addWidget(self.add_field(path, field, day_slot(field.line), field.edited))


def informed_rows() -> RowSpec[Informed]:
    """Return how stakeholders are listed: who, and told when."""
    translate = QCoreApplication.translate
    return RowSpec(
        Informed(""),
        (
            (
                CellSpec("stakeholder", translate("Editor", "Stakeholder"), line_cell()),
                CellSpec("on", translate("Editor", "Told on"), day_cell()),
            ),
        ),
        required="stakeholder",
        ask=translate("Editor", "Who was told? Name them, please."),
        add=translate("Editor", "Add a stakeholder"),
    )
