"""What becomes of it without a deal, and when to stop."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from negojournal.ui.editor.context import Context
from negojournal.ui.editor.part import Part
from negojournal.ui.editor.slot import text_slot
from negojournal.ui.widgets.field import Field
from negojournal.ui.widgets.text_area import TextArea


class AlternativePart(Part):
    """Ask for the best alternative and for a rule when to stop."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        best, stop = TextArea(lines=2, parent=self), TextArea(lines=1, parent=self)
        asked = (
            ("best_alternative", Field(self.tr("What I do if there is no deal"), best), best),
            (
                "stop_rule",
                Field(self.tr("I stop when"), stop, self.tr("Made now, it is easier to keep than to find later")),
                stop,
            ),
        )
        for name, field, area in asked:
            self.column.addWidget(self.add_field(f"preparation.{name}", field, text_slot(area), area.edited))
