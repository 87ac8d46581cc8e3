"""What the editor does, without a window: opening, saving, leaving, coming back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from negojournal.domain.change import Change
from negojournal.domain.draft import Draft
from negojournal.domain.follow_up import with_follow_ups
from negojournal.domain.moment import today
from negojournal.domain.negotiation import Negotiation, Status
from negojournal.domain.validation import problems_of
from negojournal.errors import ConflictError, InvalidError, JournalError, Problem
from negojournal.ui.editor.assessment import settled
from negojournal.ui.editor.beginning import draft_of
from negojournal.ui.editor.context import Context
from negojournal.ui.editor.gate import Gate
from negojournal.ui.editor.opening import Opening
from negojournal.ui.editor.port import Kept, View, Way
from negojournal.ui.editor.sheet import Sheet
from negojournal.ui.editor.versions import Versions
from negojournal.ui.shell.port import Tasks

if TYPE_CHECKING:
    from negojournal.service.journal import Journal
    from negojournal.service.keeping import Conflict


T = TypeVar("T")


class EditorPresenter:
    """Lead one draft at a time through the form and into the journal.

    Saving keeps a draft before it tries. The view is built with the same `context`.
    """

    def __init__(
        self, view: View, tasks: Tasks, tell: Callable[[Change], None], context: Context, clock: Callable[[], datetime]
    ) -> None:
        self._view = view
        self._tell = tell
        self._gate = Gate(tasks)
        self.sheet = Sheet(view, self._gate, clock, context, self._come_back)
        put = {Way.MINE: self._save_over, Way.BOTH: self._save_beside}
        self.versions = Versions(view, self._gate, self.sheet, self._begin, put)
        self.opening = Opening(view, self._gate, self.sheet, self._begin, self.versions.compare)
        self._saving: Draft | None = None
        self._leaving = self._refused = False

    def show_journal(self, journal: Journal) -> None:
        """Take the open journal and do what has waited for it."""
        self._gate.open(journal)
        self.keep()
        self.sheet.refresh()

    def refresh(self) -> None:
        """Ask again what there is to choose from, and whether the record was changed elsewhere."""
        self.sheet.refresh()
        self.versions.look()

    def is_untouched(self) -> bool:
        """Tell whether this is a new review in which nothing is typed."""
        return self.sheet.is_untouched()

    def unfinished(self) -> Draft | None:
        """Return what is typed and not in the journal; None where nothing is."""
        return self.sheet.current() if self.sheet.is_changed() or self.sheet.is_started else None

    def show_new(self, status: Status = Status.HELD) -> None:
        """Show an empty new review or plan, unless one is on screen that is neither finished nor being saved."""
        if self._leaving and self._saving is not None and self.sheet.current() == self._saving:
            self._begin(partial(self.sheet.show_blank, status))
        else:
            self.opening.show_new(status)

    def keep(self) -> None:
        """Store what is in the form as a draft, and look again at the problems that stood in the way of saving."""
        self.sheet.keep()
        if self._refused:
            self._show_problems(self._problems(), focus=False)

    def save(self, *, leave: bool) -> None:
        """Put the form's content into the journal, and then stay or leave."""
        self.keep()
        self._leaving = leave
        draft = self.sheet.current()
        if problems := self._problems():
            self._show_problems(problems, focus=True)
        elif draft == self.sheet.clean and not self.sheet.is_started:
            self._finish(draft, Kept.NOWHERE)
        else:
            self._send(draft)

    def leave(self) -> None:
        """Go back where the user came from, with the draft kept."""
        kept = Kept.DRAFT if self.sheet.is_changed() else Kept.NOWHERE
        self._begin(self.sheet.show_blank)
        self._view.leave(None, kept)

    def discard(self) -> None:
        """Put the form back as it was before anything was typed; what was typed can be brought back."""
        clean = self.sheet.clean
        thrown = self._begin(self.sheet.discard)
        self._view.show_discarded(lambda: self._begin(partial(self.sheet.bring_back, thrown, clean)))

    def _save_over(self, conflict: Conflict) -> None:
        """Put the form's content in the place of the version that was shown beside it."""
        self.keep()
        if problems := self._problems():
            self.versions.put_off()
            self._show_problems(problems, focus=True)
        else:
            self._send(self.sheet.current(), conflict)

    def _save_beside(self, _conflict: Conflict) -> None:
        """Save the form's content as a negotiation of its own beside the one changed elsewhere."""
        self._begin(self.sheet.become_copy)
        self.save(leave=True)

    def _send(self, draft: Draft, over: Conflict | None = None) -> None:
        if self._saving is not None:
            return
        self._saving = draft
        stored = over.theirs if over else None if draft.is_new else self.sheet.clean.record
        record = settled(draft.record, self.sheet.context.catalog)
        final = replace(draft, record=with_follow_ups(record, stored, today()))
        self._gate.save(final, partial(self._on_saved, draft), partial(self._on_not_saved, draft, over), over)

    def _come_back(self, draft: Draft) -> None:
        self.opening.continue_draft(draft)

    def _begin(self, show: Callable[[], T]) -> T:
        """Put something else on screen; a save still under way is told of, but no longer leads anywhere."""
        self._saving = None
        self._leaving = False
        self._show_problems((), focus=False)
        self.versions.forget()
        return show()

    def _problems(self) -> tuple[Problem, ...]:
        """Return what is wrong in the words of the form, and in those of the record where the form has none."""
        catalog = self.sheet.context.catalog
        told = self._view.unreadable()
        places = {problem.field for problem in told}
        found = problems_of(settled(self.sheet.current().record, catalog), catalog)
        return told + tuple(problem for problem in found if problem.field not in places)

    def _show_problems(self, problems: tuple[Problem, ...], *, focus: bool) -> None:
        self._refused = bool(problems)
        self._view.show_problems(problems, focus=focus)

    def _on_saved(self, sent: Draft, change: Change, stored: Negotiation) -> None:
        self._tell(change)
        if self._saving is not sent:
            return
        self._saving = None
        typed_since = self.sheet.current() != sent
        self.sheet.settle(draft_of(stored))
        self.versions.forget()
        if typed_since:
            self.keep()
        else:
            self._finish(self.sheet.shown, Kept.JOURNAL)

    def _finish(self, saved: Draft, kept: Kept) -> None:
        """Show the record as it is in the journal now where saving has tidied it, and leave if asked to."""
        if self.sheet.current() != saved:
            self._view.show_draft(saved)
        self._view.show_kept(kept)
        if self._leaving:
            self._begin(self.sheet.show_blank)
            self._view.leave(saved.record.id, kept)

    def _on_not_saved(self, sent: Draft, over: Conflict | None, error: JournalError) -> None:
        """Say why; whatever it is, the draft is kept, and the form still holds it."""
        if self._saving is not sent:
            self._view.show_failure(str(error), partial(self.opening.continue_draft, sent))
            return
        self._saving = None
        again = partial(self._save_over, over) if over else partial(self.save, leave=self._leaving)
        if isinstance(error, InvalidError):
            self.versions.put_off()
            self._show_problems(error.problems, focus=True)
        elif isinstance(error, ConflictError):
            self.versions.compare(partial(self.save, leave=self._leaving))
        else:
            self._view.show_failure(str(error), again)
