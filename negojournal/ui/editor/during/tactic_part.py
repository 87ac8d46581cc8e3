"""Tactics and pressure, and what was answered."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from negojournal.domain.preparation import Side
from negojournal.domain.review import Tactic
from negojournal.ui.editor.context import Context
from negojournal.ui.editor.row_cell import choice_cell, line_cell, text_cell
from negojournal.ui.editor.row_part import RowPart
from negojournal.ui.editor.row_spec import CellSpec, RowSpec
from negojournal.ui.editor.wording import side_labels


class TacticPart(RowPart):
    """List what they or I used, and the answer given."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        label = self.tr("Tactics and pressure, theirs and mine")
        super().__init__(context, "review.tactics", (label, ""), tactic_rows(), parent)


def tactic_rows() -> RowSpec[Tactic]:
    """Return how tactics are listed."""
    translate = QCoreApplication.translate
    return RowSpec(
        Tactic("", Side.THEM),
        (
            (
                CellSpec("name", translate("Editor", "Tactic"), line_cell(translate("Editor", "A deadline, silence"))),
                CellSpec(
                    "by",
                    translate("Editor", "Used by"),
                    choice_cell(side_labels(), Side, required=True),
                    is_content=False,
                ),
            ),
            (CellSpec("answer", translate("Editor", "The answer given"), text_cell()),),
        ),
        required="name",
        ask=translate("Editor", "Which tactic was it? A word or two, please."),
        add=translate("Editor", "Add a tactic"),
    )
