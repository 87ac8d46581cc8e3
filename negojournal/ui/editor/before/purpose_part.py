"""What it is for, what it follows, and in what it is counted."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from negojournal.domain.catalog import Choice, EntryKind
from negojournal.domain.draft import Draft
from negojournal.domain.identity import NegotiationId
from negojournal.ui.editor.before.tick_list import TickList
from negojournal.ui.editor.choice_box import ChoiceBox
from negojournal.ui.editor.context import Context
from negojournal.ui.editor.entry_choice import offered
from negojournal.ui.editor.line import Line
from negojournal.ui.editor.part import Part
from negojournal.ui.editor.slot import Slot, names_slot
from negojournal.ui.widgets.chip_field import ChipField
from negojournal.ui.widgets.field import Field
from negojournal.ui.widgets.locale_text import day_text


class PurposePart(Part):
    """Ask for purposes, the negotiation that this one follows, the currency and tags."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._id = ""
        self._purposes = TickList(self)
        self._purposes.rearranged.connect(self.rearranged)
        self._follows = ChoiceBox(self.tr("None"), self)
        self._currency = Line(self)
        self._currency.setMaxLength(3)
        self._currency.setFixedWidth(self._currency.fontMetrics().averageCharWidth() * 10)
        self._tags = ChipField(parent=self)
        self._tags.show_completions(context.tags)
        self._add_fields()

    def show_draft(self, draft: Draft) -> None:
        """Show a draft; it can't follow itself."""
        self._id = draft.record.id
        super().show_draft(draft)

    def show_context(self, context: Context) -> None:
        """Offer the purposes, negotiations and tags that there are now."""
        super().show_context(context)
        self._tags.show_completions(context.tags)
        for path in ("purposes", "follows"):
            self.reshow(path)

    def _add_fields(self) -> None:
        follows = Field(self.tr("It goes on from"), self._follows)
        currency = Field(self.tr("Currency of all amounts"), self._currency, self.tr("Three letters, such as EUR"))
        purposes = Field(self.tr("It is about"), self._purposes)
        tags = Field(self.tr("Tags"), self._tags)
        self.add_field("purposes", purposes, Slot(self._show_purposes, self._purposes.keys), self._purposes.edited)
        self.add_field("follows", follows, Slot(self._show_follows, self._followed), self._follows.activated)
        self.add_field("currency", currency, Slot(self._show_code, self._code), self._currency.textEdited)
        self.add_field("tags", tags, names_slot(self._tags), self._tags.edited)
        for field in (purposes, follows, currency, tags):
            self.column.addWidget(field)

    def _show_purposes(self, keys: tuple[str, ...]) -> None:
        self._purposes.show_entries(offered(self.context.catalog, EntryKind.PURPOSE, keys))
        self._purposes.show_keys(keys)

    def _show_follows(self, record: NegotiationId | None) -> None:
        """Offer the latest negotiations but those that follow this one, and the one that is chosen."""
        later = {self._id, *(one.id for one in self.context.chain.after)}
        known = {one.id: one for one in (*self.context.recent, *self.context.chain.before) if one.id not in later}
        choices = [Choice(one.id, f"{day_text(one.held_at.day)} · {one.title}") for one in known.values()]
        if record is not None and record not in known:
            choices.append(Choice(record, self.tr("An earlier negotiation")))
        self._follows.show_entries(choices)
        self._follows.show_chosen(record)

    def _followed(self) -> NegotiationId | None:
        chosen = self._follows.chosen()
        return None if chosen is None else NegotiationId(chosen)

    def _show_code(self, code: str | None) -> None:
        self._currency.show_text(code or "")

    def _code(self) -> str | None:
        return self._currency.text().strip().upper() or None
