"""How it looks from their side: why they would say yes, why no, and what answers each no."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from negojournal.domain.preparation import Reason
from negojournal.ui.editor.context import Context
from negojournal.ui.editor.part import Part
from negojournal.ui.editor.row_cell import text_cell
from negojournal.ui.editor.row_list import RowList
from negojournal.ui.editor.row_spec import CellSpec, RowSpec
from negojournal.ui.widgets.field import Field


class ReasonPart(Part):
    """Ask for their reasons."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        yes = RowSpec("", ((CellSpec("", self.tr("Because"), text_cell()),),), add=self.tr("Add a reason for yes"))
        no = RowSpec(
            Reason(""),
            (
                (
                    CellSpec("reason", self.tr("Because"), text_cell()),
                    CellSpec("answer", self.tr("What answers it"), text_cell()),
                ),
            ),
            required="reason",
            ask=self.tr("Their reason, please."),
            add=self.tr("Add a reason for no"),
        )
        for path, label, rows in (
            ("preparation.yes_reasons", self.tr("They would say yes"), RowList(yes, self)),
            ("preparation.no_reasons", self.tr("They would say no"), RowList(no, self)),
        ):
            self.column.addWidget(self.add_rows(path, Field(label, rows), rows))
