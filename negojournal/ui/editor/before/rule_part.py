"""Rules of the game: how to negotiate, before what is negotiated."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from negojournal.domain.preparation import Rule
from negojournal.ui.editor.context import Context
from negojournal.ui.editor.row_cell import text_cell
from negojournal.ui.editor.row_part import RowPart
from negojournal.ui.editor.row_spec import CellSpec, RowSpec

PATH = "preparation.rules"


class RulePart(RowPart):
    """Ask for the conditions that I propose."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        translate = QCoreApplication.translate
        spec = RowSpec(
            Rule(""),
            ((CellSpec("text", translate("Editor", "Rule"), text_cell()),),),
            required="text",
            ask=translate("Editor", "A rule, please."),
            add=translate("Editor", "Add a rule"),
        )
        hint = translate("Editor", "An agenda, openness, what stays in the room, who decides")
        super().__init__(context, PATH, (translate("Editor", "What I propose on how we talk"), hint), spec, parent)
