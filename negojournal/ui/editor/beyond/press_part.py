"""The imaginary press conference."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from negojournal.domain.draft import Draft
from negojournal.domain.review import Headline
from negojournal.ui.editor.beyond.planned_names import PlannedNames
from negojournal.ui.editor.context import Context
from negojournal.ui.editor.row_cell import line_cell, text_cell, yes_no_cell
from negojournal.ui.editor.row_part import RowPart
from negojournal.ui.editor.row_spec import CellSpec, RowSpec


class PressPart(RowPart):
    """List who would ask what, and whether the deal can be defended to them."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        label = self.tr("If each stakeholder asked about the deal in public")
        hint = self.tr("To defend it: it meets their key interests, is fair and realistic, and lasts")
        super().__init__(context, "review.press_conference", (label, hint), headline_rows(), parent)
        self._planned = PlannedNames(self.list, lambda row: row.stakeholder, Headline, self)
        self.column.addWidget(self._planned)

    def follow(self, draft: Draft) -> None:
        """Offer whoever is in the plan."""
        super().follow(draft)
        self._planned.show_record(draft.record)


def headline_rows() -> RowSpec[Headline]:
    """Return how the voices are listed."""
    translate = QCoreApplication.translate
    return RowSpec(
        Headline(""),
        (
            (
                CellSpec("stakeholder", translate("Editor", "Stakeholder"), line_cell()),
                CellSpec("defensible", translate("Editor", "Can I defend it to them?"), yes_no_cell()),
            ),
            (CellSpec("headline", translate("Editor", "Their headline or question"), text_cell()),),
        ),
        required="stakeholder",
        ask=translate("Editor", "Who asks? Name them, please."),
        add=translate("Editor", "Add a stakeholder"),
    )
