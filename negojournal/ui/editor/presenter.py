"""What the editor does, without a window: drafts kept as one types, saving, leaving, coming back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from negojournal.domain.change import Change
from negojournal.domain.draft import Draft
from negojournal.domain.identity import NegotiationId, new_uuid
from negojournal.domain.moment import Moment, moment_of
from negojournal.domain.negotiation import Negotiation
from negojournal.domain.validation import problems_of
from negojournal.errors import ConflictError, InvalidError, JournalError, Problem
from negojournal.ui.editor.assessment import settled
from negojournal.ui.editor.beginning import draft_of, emptied, new_draft, subject
from negojournal.ui.editor.context import Context
from negojournal.ui.editor.gate import Gate
from negojournal.ui.editor.port import Kept, View
from negojournal.ui.shell.port import Run, Tasks

if TYPE_CHECKING:
    from negojournal.service.journal import Journal


class EditorPresenter:
    """Lead one draft at a time through the form and into the journal.

    What is on screen is never lost on the way to something else: everything that shows another draft keeps the
    present one first, and saving keeps a draft before it tries. The view is built with the same `context`.
    """

    def __init__(
        self, view: View, tasks: Tasks, tell: Callable[[Change], None], context: Context, clock: Callable[[], datetime]
    ) -> None:
        self._view = view
        self._gate = Gate(tasks)
        self._tell = tell
        self._clock = clock
        self._context = context
        self._shown = self._clean = self._kept = self._stored = self._blank()
        self._saving: Draft | None = None
        self._leaving = self._refused = False
        self._show(self._shown)

    def show_journal(self, journal: Journal) -> None:
        """Take the open journal and do what has waited for it."""
        self._gate.open(journal)
        self.keep()
        self.refresh()

    def refresh(self) -> None:
        """Ask again what there is to choose from."""
        self._gate.ask(self._kept.record, self._context, self._on_context)

    def show_new(self) -> None:
        """Show an empty new review, unless an unfinished one is on screen already."""
        if not self._shown.is_new or self.is_untouched():
            self.keep()
            self._show(self._blank())

    def edit(self, record: NegotiationId) -> None:
        """Show a record of the journal, with the changes that were not finished last time."""
        self.keep()
        self._gate.load(record, lambda stored, draft: self._show(draft or draft_of(stored), draft_of(stored)))

    def continue_draft(self, draft: Draft) -> None:
        """Show an unfinished draft; one whose record is gone goes on as a new review."""
        as_new = replace(draft, is_new=True)
        show_as_new = partial(self._show, as_new, emptied(as_new))
        self.keep()
        if draft.is_new:
            show_as_new()
        else:
            self._gate.load(
                draft.record.id,
                lambda stored, _: self._show(draft, draft_of(stored)),
                lambda _: show_as_new(),
            )

    def is_untouched(self) -> bool:
        """Tell whether this is a new review in which nothing is typed."""
        return self._shown.is_new and self._current() == self._clean

    def is_kept(self) -> bool:
        """Tell whether nothing would be lost if the program ended now."""
        return self._current() in (self._clean, self._stored)

    def keep(self) -> None:
        """Store what is in the form as a draft, where that isn't done already."""
        draft, before = self._current(), self._kept
        if draft != before:
            self._kept = draft
            self._store(draft)
            if subject(draft) != subject(before):
                self.refresh()
        if self._refused:
            problems = self._problems(draft)
            self._refused = bool(problems)
            self._view.show_problems(problems, focus=False)

    def save(self, *, leave: bool) -> None:
        """Put the form's content into the journal, and then stay or leave."""
        self.keep()
        self._leaving = leave
        draft = self._current()
        if problems := self._problems(draft):
            self._refuse(problems)
        elif draft == self._clean:
            self._finish(draft, Kept.NOWHERE)
        elif self._saving is None:
            self._saving = draft
            final = replace(draft, record=settled(draft.record, self._context.catalog))
            self._gate.save(final, partial(self._on_saved, draft), partial(self._on_not_saved, draft))

    def leave(self) -> None:
        """Go back where the user came from, with the draft kept."""
        self.keep()
        kept = Kept.NOWHERE if self._current() == self._clean else Kept.DRAFT
        self._show(self._blank())
        self._view.leave(None, kept)

    def discard(self) -> None:
        """Put the form back as it was before anything was typed; what was typed can be brought back."""
        thrown, clean = self._current(), self._clean
        self._gate.drop(clean.record.id)
        self._show(clean)
        self._view.show_discarded(partial(self._bring_back, thrown, clean))

    def save_copy(self) -> None:
        """Save the form's content as a negotiation of its own beside the one changed elsewhere."""
        self._become_copy()
        self.save(leave=True)

    def reload(self) -> None:
        """Show the record as it was changed elsewhere; the form's content stays as an unfinished review."""
        original = self._shown.record.id
        self._become_copy()
        self._view.show_copied()
        self.edit(original)

    def _current(self) -> Draft:
        return self._view.draft(self._shown)

    def _show(self, draft: Draft, clean: Draft | None = None) -> None:
        """Begin with a draft; `clean` is what it was before anything was typed."""
        self._shown = self._kept = self._stored = draft
        self._clean = replace(clean or draft, saved_at=draft.saved_at)
        self._saving = None
        self._leaving = self._refused = False
        self._on_context(replace(self._context, intention=None))
        self._view.show_problems((), focus=False)
        self._view.show_draft(draft)
        self._view.show_kept(Kept.NOWHERE if draft == self._clean else Kept.DRAFT)
        self.refresh()

    def _blank(self) -> Draft:
        return new_draft(NegotiationId(new_uuid()), self._now())

    def _now(self) -> Moment:
        return moment_of(self._clock())

    def _become_copy(self) -> None:
        original, at = self._shown.record.id, self._now()
        draft = self._current()
        record = replace(draft.record, id=NegotiationId(new_uuid()), created_at=at, updated_at=at)
        copy = replace(draft, record=record, is_new=True)
        self._gate.drop(original)
        self._show(copy, emptied(copy))
        self._store(copy)

    def _bring_back(self, thrown: Draft, clean: Draft) -> None:
        self.keep()
        self._show(thrown, clean)
        self._store(thrown)

    def _store(self, draft: Draft) -> None:
        if draft == self._clean:
            self._gate.drop(draft.record.id)
            self._view.show_kept(Kept.NOWHERE)
            return
        if not self._gate.is_open():
            self._view.show_kept(Kept.WAITING)
        stamped = replace(draft, saved_at=self._now())
        self._gate.keep(stamped, partial(self._on_kept, draft), partial(self._on_not_kept, draft))

    def _on_kept(self, draft: Draft) -> None:
        self._stored = draft
        self._view.show_kept(Kept.DRAFT)

    def _on_not_kept(self, draft: Draft, error: JournalError) -> None:
        """Say why, and forget that the draft was kept, so that it is tried again."""
        retry: Run = partial(self.continue_draft, draft)
        if self._kept == draft:
            self._kept = self._clean
            retry = self.keep
        self._view.show_failure(str(error), retry)

    def _problems(self, draft: Draft) -> tuple[Problem, ...]:
        record = settled(draft.record, self._context.catalog)
        return self._view.unreadable() + problems_of(record, self._context.catalog)

    def _refuse(self, problems: tuple[Problem, ...]) -> None:
        self._refused = True
        self._view.show_problems(problems, focus=True)

    def _on_saved(self, sent: Draft, change: Change, stored: Negotiation) -> None:
        self._tell(change)
        if self._saving is not sent:
            return
        self._saving = None
        typed_since = self._current() != sent
        self._shown = self._clean = self._kept = self._stored = draft_of(stored)
        if typed_since:
            self.keep()
        else:
            self._finish(self._shown, Kept.JOURNAL)

    def _finish(self, saved: Draft, kept: Kept) -> None:
        """Leave, or go on with the record as it is in the journal now."""
        if self._leaving:
            self._show(self._blank())
            self._view.leave(saved.record.id, kept)
            return
        if self._current() != saved:
            self._view.show_draft(saved)
        self._view.show_kept(kept)

    def _on_not_saved(self, sent: Draft, error: JournalError) -> None:
        """Say why; whatever it is, the draft is kept, and the form still holds it."""
        if self._saving is not sent:
            self._view.show_failure(str(error), partial(self.continue_draft, sent))
            return
        self._saving = None
        if isinstance(error, InvalidError):
            self._refuse(error.problems)
        elif isinstance(error, ConflictError):
            self._view.show_conflict()
        else:
            self._view.show_failure(str(error), partial(self.save, leave=self._leaving))

    def _on_context(self, context: Context) -> None:
        if context != self._context:
            self._context = context
            self._view.show_context(context)
