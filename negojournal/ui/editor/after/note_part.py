"""A note on the whole, and tags."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from negojournal.domain.negotiation import Negotiation
from negojournal.ui.editor.context import Context
from negojournal.ui.editor.part import Part
from negojournal.ui.editor.slot import names_slot, text_slot
from negojournal.ui.widgets.chip_field import ChipField
from negojournal.ui.widgets.field import Field
from negojournal.ui.widgets.text_area import TextArea


class NotePart(Part):
    """Ask for a note and for tags."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        note = TextArea(lines=3, parent=self)
        self._tags = ChipField(parent=self)
        self._tags.show_completions(context.tags)
        note_field = Field(self.tr("In short"), note)
        tags_field = Field(self.tr("Tags"), self._tags)
        self.column.addWidget(self.add_field("review.summary", note_field, text_slot(note), note.edited))
        self.column.addWidget(self.add_field("tags", tags_field, names_slot(self._tags), self._tags.edited))

    def show_context(self, context: Context) -> None:
        """Offer the tags used before."""
        if context.tags != self.context.tags:
            self._tags.show_completions(context.tags)
        super().show_context(context)


def note_summary(record: Negotiation, _context: Context) -> str:
    """Return the tags, or the beginning of the note."""
    if record.tags:
        return ", ".join(record.tags)
    return QCoreApplication.translate("Editor", "noted") if record.review and record.review.summary else ""
