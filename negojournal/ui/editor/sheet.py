"""The draft on screen: what it was, what it is now, and how much of it is stored."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from functools import partial

from negojournal.domain.draft import Draft
from negojournal.domain.moment import moment_of
from negojournal.domain.negotiation import Status
from negojournal.domain.summary import Chain
from negojournal.errors import JournalError
from negojournal.ui.editor.beginning import blank, copied, emptied, subject
from negojournal.ui.editor.context import Context
from negojournal.ui.editor.gate import Gate
from negojournal.ui.editor.port import Kept, View
from negojournal.ui.shell.port import Run


class Sheet:
    """Show one draft at a time in the form, and store it whenever it differs from what is stored.

    What is on screen is never lost on the way to something else: showing another draft keeps the present one first.
    `shown` is what the form was given, `clean` what that is without anything typed; where it `is_started`, that is
    worth saving as it is. A draft that could not be stored is handed to `come_back` when the user tries again after
    going on to another one.
    """

    def __init__(
        self,
        view: View,
        gate: Gate,
        clock: Callable[[], datetime],
        context: Context,
        come_back: Callable[[Draft], None],
    ) -> None:
        self._view = view
        self._gate = gate
        self._clock = clock
        self._come_back = come_back
        self.context = context
        self.is_started = False
        self.shown = self.clean = self._kept = self._stored = blank(clock())
        self._put_on_screen(self.shown, self.clean)

    def current(self) -> Draft:
        """Return what is in the form now."""
        return self._view.draft(self.shown)

    def is_changed(self) -> bool:
        """Tell whether anything is typed."""
        return self.current() != self.clean

    def is_untouched(self) -> bool:
        """Tell whether this is a new review or plan in which nothing is typed."""
        return self.shown.is_new and not self.is_changed()

    def is_kept(self) -> bool:
        """Tell whether nothing would be lost if the program ended now."""
        return self.current() in (self.clean, self._stored)

    def show(self, draft: Draft, clean: Draft, *, is_started: bool = False) -> None:
        """Begin with a draft in place of the present one."""
        self.keep()
        self.is_started = is_started
        self._put_on_screen(draft, clean)

    def show_blank(self, status: Status = Status.HELD) -> None:
        """Begin with an empty new review, or with an empty plan."""
        draft = blank(self._clock(), status)
        self.show(draft, draft)

    def keep(self, *, again: bool = False) -> None:
        """Store what is in the form as a draft, unless it is; `again` where others may have dropped it since."""
        draft, before = self.current(), self._kept
        if draft != before or (again and draft != self.clean):
            self._store(draft)
            if subject(draft) != subject(before):
                self.refresh()

    def discard(self) -> Draft:
        """Put the form back to what is clean, and return what was typed."""
        thrown = self.current()
        self._gate.drop(thrown.record.id)
        self._put_on_screen(self.clean, self.clean)
        return thrown

    def bring_back(self, thrown: Draft, clean: Draft) -> None:
        """Show and store what was discarded."""
        self.show(thrown, clean)
        self._store(thrown)

    def become_copy(self) -> None:
        """Go on with the same content as a new review of its own; its draft goes when that of the copy is stored."""
        self.is_started = False
        original = self.shown.record.id
        copy = copied(self.current(), self._clock())
        self._put_on_screen(copy, emptied(copy))
        self._store(copy, partial(self._gate.drop, original))

    def settle(self, saved: Draft) -> None:
        """Take what is in the journal now for what was shown."""
        self.is_started = False
        self.shown = self.clean = self._kept = self._stored = saved
        self._view.settle(saved)

    def refresh(self) -> None:
        """Ask again what there is to choose from, and what was meant to be done."""
        self._gate.ask(self._kept.record, self.context, self._on_answered)

    def prefer(self, questionnaire: str) -> None:
        """Begin the next new review with another questionnaire."""
        self._on_context(replace(self.context, questionnaire=questionnaire))

    def _put_on_screen(self, draft: Draft, clean: Draft) -> None:
        self.shown = self._kept = self._stored = draft
        self.clean = replace(clean, saved_at=draft.saved_at)
        self._on_context(replace(self.context, intention=None, chain=Chain()))
        self._view.show_draft(draft)
        self._view.show_kept(Kept.NOWHERE if draft == self.clean else Kept.DRAFT)
        self.refresh()

    def _store(self, draft: Draft, then: Run | None = None) -> None:
        self._kept = draft
        if draft == self._stored:
            self._stored = self.clean
        if draft == self.clean:
            self._gate.drop(draft.record.id)
            self._view.show_kept(Kept.NOWHERE)
            return
        if not self._gate.is_open():
            self._view.show_kept(Kept.WAITING)
        stamped = replace(draft, saved_at=moment_of(self._clock()))
        self._gate.keep(stamped, partial(self._on_stored, draft, then), partial(self._on_not_stored, draft))

    def _on_stored(self, draft: Draft, then: Run | None) -> None:
        """Say so, unless the form has gone on to something else meanwhile or what was typed was discarded."""
        if then is not None:
            then()
        if draft == self._kept:
            self._stored = draft
            self._view.show_kept(Kept.DRAFT)

    def _on_not_stored(self, draft: Draft, error: JournalError) -> None:
        """Say why; on screen it counts as not kept, so that the next change tries again."""
        if draft.record.id == self.shown.record.id:
            self._kept = self._stored
            self._view.show_kept(Kept.REFUSED)
            self._view.show_failure(str(error), self.keep)
        else:
            self._view.show_failure(str(error), partial(self._come_back, draft))

    def _on_answered(self, context: Context) -> None:
        """Take what was asked for; the questionnaire is no part of it, and may have been chosen anew meanwhile."""
        self._on_context(replace(context, questionnaire=self.context.questionnaire))

    def _on_context(self, context: Context) -> None:
        if context != self.context:
            self.context = context
            self._view.show_context(context)
