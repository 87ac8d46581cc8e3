"""What was meant to be done this time, and whether it was."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from negojournal.domain.negotiation import Negotiation
from negojournal.domain.review import Done
from negojournal.ui.editor.context import Context
from negojournal.ui.editor.part import Part
from negojournal.ui.editor.section import is_past
from negojournal.ui.editor.slot import choice_slot
from negojournal.ui.widgets.choice_row import ChoiceRow
from negojournal.ui.widgets.field import Field
from negojournal.ui.widgets.locale_text import day_text
from negojournal.ui.widgets.text import Text, TextRole
from negojournal.ui.widgets.theme import look


class IntentionPart(Part):
    """Show the last intention and ask whether it was carried out."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._source = Text("", TextRole.SMALL, self)
        self._said = Text("", TextRole.BODY, self)
        self._done = ChoiceRow(done_labels(), parent=self)
        field = Field(self.tr("Did I do what I meant to do last time?"), self._done)
        self.column.setSpacing(look().theme.spacing.inside)
        for each in (self._source, self._said, field):
            self.column.addWidget(each)
        self.add_field("review.last_intention_done", field, choice_slot(self._done, Done), self._done.picked)
        self.show_context(context)

    def show_context(self, context: Context) -> None:
        """Show what was meant to be done."""
        super().show_context(context)
        intention = context.intention
        self._source.setVisible(intention is not None)
        self._said.setVisible(intention is not None)
        if intention is not None:
            source = self.tr("After “{title}” on {day} I meant to do this next time:")
            self._source.setText(source.format(title=intention.title, day=day_text(intention.held_at.day)))
            self._said.setText(intention.next_time)


def done_labels() -> dict[str, str]:
    """Return the answers in the order shown."""
    return {
        Done.YES: QCoreApplication.translate("Editor", "Yes"),
        Done.PARTLY: QCoreApplication.translate("Editor", "Partly"),
        Done.NO: QCoreApplication.translate("Editor", "No"),
    }


def intention_summary(record: Negotiation, _context: Context) -> str:
    """Return whether it was carried out."""
    done = record.review.last_intention_done if record.review else None
    return done_labels()[done] if done else ""


def is_asked(record: Negotiation, context: Context) -> bool:
    """Tell whether there is something to ask about."""
    return is_past(record, context) and (context.intention is not None or intention_summary(record, context) != "")
