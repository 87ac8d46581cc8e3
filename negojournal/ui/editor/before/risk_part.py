"""What could go wrong, imagined beforehand."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from negojournal.domain.preparation import Risk
from negojournal.ui.editor.context import Context
from negojournal.ui.editor.row_cell import text_cell
from negojournal.ui.editor.row_part import RowPart
from negojournal.ui.editor.row_spec import CellSpec, RowSpec

PATH = "preparation.risks"


class RiskPart(RowPart):
    """Ask for causes of failure, and for what would help against each."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        translate = QCoreApplication.translate
        spec = RowSpec(
            Risk(""),
            (
                (
                    CellSpec("cause", translate("Editor", "It failed because"), text_cell()),
                    CellSpec("mitigation", translate("Editor", "What helps against it"), text_cell()),
                ),
            ),
            required="cause",
            ask=translate("Editor", "A cause, please."),
            add=translate("Editor", "Add a cause"),
        )
        label = translate("Editor", "It is over, and it failed")
        super().__init__(context, PATH, (label, translate("Editor", "Three causes are enough")), spec, parent)
