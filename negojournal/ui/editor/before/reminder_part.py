"""What was meant to be done next time, while the next time is being prepared."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from negojournal.ui.editor.context import Context
from negojournal.ui.editor.part import Part
from negojournal.ui.widgets.locale_text import day_text
from negojournal.ui.widgets.text import Text, TextRole
from negojournal.ui.widgets.theme import look


class ReminderPart(Part):
    """Show the last intention in the same area or with the same counterpart."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._source, self._said = Text("", TextRole.SMALL, self), Text("", TextRole.BODY, self)
        self.column.setSpacing(look().theme.spacing.step)
        for each in (self._source, self._said):
            self.column.addWidget(each)
        self.show_context(context)

    def show_context(self, context: Context) -> None:
        """Show what was meant to be done."""
        super().show_context(context)
        if (intention := context.intention) is not None:
            source = self.tr("After “{title}” on {day} I meant to do this next time:")
            self._source.setText(source.format(title=intention.title, day=day_text(intention.held_at.day)))
            self._said.setText(intention.next_time)
