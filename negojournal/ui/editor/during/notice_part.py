"""What was noticed in the meeting."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from negojournal.ui.editor.context import Context
from negojournal.ui.editor.during.summary import NOTICE_PATHS
from negojournal.ui.editor.part import Part
from negojournal.ui.editor.slot import text_slot
from negojournal.ui.widgets.field import Field
from negojournal.ui.widgets.text_area import TextArea


class NoticePart(Part):
    """Ask how it opened, what the bodies said and how it felt."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        questions = (
            (self.tr("The first fifteen minutes"), self.tr("Signals I sent, signals I received")),
            (self.tr("Body language I noticed"), self.tr("Theirs and mine")),
            (self.tr("How it felt"), self.tr("Before and after; the chemistry between us")),
        )
        for path, (question, prompt) in zip(NOTICE_PATHS, questions, strict=True):
            area = TextArea(prompt, parent=self)
            self.column.addWidget(self.add_field(path, Field(question, area), text_slot(area), area.edited))
