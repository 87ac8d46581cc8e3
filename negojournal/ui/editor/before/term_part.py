"""The terms that are negotiated, with the range of each."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from negojournal.domain.preparation import Better, Term
from negojournal.ui.editor.before.range_picture import RangePicture
from negojournal.ui.editor.context import Context
from negojournal.ui.editor.row_cell import amount_cell, choice_cell, line_cell, short_cell
from negojournal.ui.editor.row_part import RowPart
from negojournal.ui.editor.row_spec import CellSpec, RowSpec

PATH = "preparation.terms"


class TermPart(RowPart):
    """Ask for the bargaining range of each term."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        label = QCoreApplication.translate("Editor", "What is on the table")
        hint = QCoreApplication.translate(
            "Editor", "Where I open, what I aim for, and where I stop; what they open with, once I know it"
        )
        super().__init__(context, PATH, (label, hint), term_rows(), parent)


def term_rows() -> RowSpec[Term]:
    """Return the rows of terms."""
    translate = QCoreApplication.translate
    better: dict[str, str] = {Better.MORE: translate("Editor", "More"), Better.LESS: translate("Editor", "Less")}
    return RowSpec(
        Term(""),
        (
            (
                CellSpec("name", translate("Editor", "Term"), line_cell(translate("Editor", "Price, time, scope …"))),
                CellSpec("unit", translate("Editor", "Unit"), short_cell()),
                CellSpec(
                    "better",
                    translate("Editor", "Better is"),
                    choice_cell(better, Better, required=True),
                    is_content=False,
                ),
            ),
            (
                CellSpec("opening", translate("Editor", "Opening"), amount_cell()),
                CellSpec("goal", translate("Editor", "Goal"), amount_cell()),
                CellSpec("bottom_line", translate("Editor", "Bottom line"), amount_cell()),
                CellSpec("their_opening", translate("Editor", "Their opening"), amount_cell()),
            ),
        ),
        required="name",
        ask=translate("Editor", "A name for this term, please."),
        add=translate("Editor", "Add a term"),
        foot=RangePicture,
    )
