"""What parts have in common that ask when it is, what it is about and how one speaks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from negojournal.domain.catalog import EntryKind
from negojournal.domain.draft import Draft
from negojournal.domain.moment import Moment, today
from negojournal.domain.negotiation import Channel, Negotiation
from negojournal.errors import Problem
from negojournal.ui.editor.choice_box import ChoiceBox
from negojournal.ui.editor.context import Context
from negojournal.ui.editor.day_line import is_day_first
from negojournal.ui.editor.entry_choice import offered
from negojournal.ui.editor.held_date import moment_from, moment_text
from negojournal.ui.editor.line import Line
from negojournal.ui.editor.part import Part
from negojournal.ui.editor.slot import Slot, choice_slot
from negojournal.ui.widgets.choice_row import ChoiceRow
from negojournal.ui.widgets.field import Field
from negojournal.ui.widgets.locale_text import day_text


class DatedPart(Part):
    """Ask for date, area and channel of what was, or of what is ahead."""

    def __init__(self, context: Context, parent: QWidget | None = None, *, is_ahead: bool = False) -> None:
        super().__init__(context, parent)
        self._held_at: Moment | None = None
        self._date = Line(self)
        self._date.editingFinished.connect(self._on_date_finished)
        self._area = ChoiceBox(self.tr("None"), self)
        self._channel = ChoiceRow(channel_labels(), parent=self)
        self._example = self.tr("tomorrow") if is_ahead else self.tr("yesterday")
        self._channel_asked = self.tr("How you will speak") if is_ahead else self.tr("How you spoke")
        self._add_fields()

    def show_draft(self, draft: Draft) -> None:
        """Show a date that could not be read yet as it was typed."""
        super().show_draft(draft)
        if draft.held_at_text:
            self._date.show_text(draft.held_at_text)
            self._on_date_finished()

    def follow(self, draft: Draft) -> None:
        """Show also a date that can't be read yet and was typed elsewhere."""
        super().follow(draft)
        if draft.held_at_text != self._unread():
            self.show_draft(draft)

    def draft(self, shown: Draft) -> Draft:
        """Return the date as it is typed where that can't be read yet."""
        return replace(super().draft(shown), held_at_text=self._unread())

    def show_context(self, context: Context) -> None:
        """Offer the areas that there are now."""
        super().show_context(context)
        self.reshow("area")

    def problems(self) -> tuple[Problem, ...]:
        """Return what is wrong with the date."""
        if self._typed_moment():
            return ()
        sentence = self.tr("No such date: write it like 2026-03-05 14:30, or “{word}”.")
        return (Problem("held_at", sentence.format(word=self._example)),)

    def focus_first(self) -> None:
        """Go to the date, to be typed over."""
        super().focus_first()
        self._date.selectAll()

    def _add_fields(self) -> None:
        hint = self.tr("A date, with the time if you like; “{word}” will do").format(word=self._example)
        date = Field(self.tr("When"), self._date, hint)
        area = Field(self.tr("Area"), self._area)
        channel = Field(self._channel_asked, self._channel)
        self.add_field("held_at", date, Slot(self._show_moment, self._moment), self._date.textEdited)
        self.add_field("area", area, Slot(self._show_area, self._area.chosen), self._area.activated)
        self.add_field("channel", channel, choice_slot(self._channel, Channel), self._channel.picked)
        for field in (date, area, channel):
            self.column.addWidget(field)

    def _show_area(self, key: str | None) -> None:
        used = () if key is None else (key,)
        self._area.show_entries(offered(self.context.catalog, EntryKind.AREA, used))
        self._area.show_chosen(key)

    def _show_moment(self, moment: Moment) -> None:
        self._held_at = moment
        self._date.show_text(moment_text(moment))
        self.fields()["held_at"].show_problem("")

    def _moment(self) -> Moment | None:
        """Return the moment that is typed, or the one that was shown where that can't be read."""
        return self._typed_moment() or self._held_at

    def _typed_moment(self) -> Moment | None:
        text = self._date.text()
        if self._held_at and text == moment_text(self._held_at):
            return self._held_at
        words = {self.tr("today"): 0, self.tr("yesterday"): -1, self.tr("tomorrow"): 1}
        days = {word.casefold(): ahead for word, ahead in words.items()}
        return moment_from(text, today(), days, day_first=is_day_first())

    def _unread(self) -> str:
        return "" if self._typed_moment() else self._date.text()

    def _on_date_finished(self) -> None:
        """Write the day out, so that "tomorrow" means the same tomorrow, or say what is wrong with it."""
        if moment := self._typed_moment():
            self._held_at = moment
            self._date.show_text(moment_text(moment))
        field = self.fields()["held_at"]
        field.show_problem("".join(problem.sentence for problem in self.problems()))


def channel_labels() -> Mapping[str, str]:
    """Return the channels in the order shown."""
    return {
        Channel.IN_PERSON: QCoreApplication.translate("Editor", "In person"),
        Channel.VIDEO: QCoreApplication.translate("Editor", "Video"),
        Channel.PHONE: QCoreApplication.translate("Editor", "Phone"),
        Channel.EMAIL: QCoreApplication.translate("Editor", "E-mail"),
        Channel.CHAT: QCoreApplication.translate("Editor", "Chat"),
        Channel.HALLWAY: QCoreApplication.translate("Editor", "Hallway"),
    }


def dated_summary(record: Negotiation, context: Context) -> str:
    """Return the day, the area and the channel in a line."""
    said = [day_text(record.held_at.day)]
    if record.area is not None:
        said.append(context.catalog.label(EntryKind.AREA, record.area))
    if record.channel is not None:
        said.append(channel_labels()[record.channel])
    return " · ".join(said)
