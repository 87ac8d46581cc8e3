"""The ways from one place of the window to another, and so to the form."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from negojournal.domain.identity import NegotiationId
from negojournal.domain.negotiation import Negotiation, Status
from negojournal.ui.shell.filter_state import FilterState
from negojournal.ui.shell.page_way import PageWays
from negojournal.ui.shell.places import EDITOR, JOURNAL, PLAN, TODAY, Places
from negojournal.ui.shell.port import Tasks
from negojournal.ui.shell.whereabouts import Whereabouts

if TYPE_CHECKING:
    from negojournal.domain.draft import Draft
    from negojournal.service.journal import Journal


class Navigation(PageWays):
    """Lead through the places of one window: to its pages, and to the form."""

    def __init__(self, places: Places, chosen: FilterState, tasks: Tasks) -> None:
        super().__init__(places, chosen)
        self._tasks = tasks
        self._journal: Journal | None = None
        self._is_errand = False

    def show_journal(self, journal: Journal) -> None:
        """Take the open journal, in which what the form begins with is made."""
        self._journal = journal

    def edit(self, record: NegotiationId | None = None, part: str = "") -> None:
        """Open the form for a record, at a part of it if one is named, or for a new review.

        Before the journal is open there is no record to be had, though its line may be listed.
        """
        if record is None:
            self._places.editor.show_new()
        elif self._journal is None:
            return
        else:
            self._places.editor.show_record(record, part)
        self._show_form(EDITOR if record is None else JOURNAL, waits=record is not None)

    def plan(self) -> None:
        """Open the form for a new plan."""
        self._places.editor.show_plan()
        self._show_form(PLAN)

    def start(self, record: Negotiation) -> None:
        """Open the form with a new record that was made for the user to go on with."""
        self._places.editor.show_started(record)
        self._show_form(PLAN)

    def review(self, record: NegotiationId) -> None:
        """Open the form with a plan as its review."""
        self._make(lambda journal: journal.plans.as_review(journal.records.get(record)), self._go_on_with)

    def follow(self, record: NegotiationId) -> None:
        """Open the form with a new plan that follows a negotiation."""
        self._make(lambda journal: journal.plans.following(record), self.start)

    def continue_draft(self, draft: Draft) -> None:
        """Open the form with an unfinished draft."""
        self._places.editor.show_draft(draft)
        new = PLAN if draft.record.status is Status.PLANNED else EDITOR
        self._show_form(new if draft.is_new else JOURNAL, waits=True)

    def come_back(self, where: Whereabouts) -> None:
        """Show again where the user was, at first the form; what was unfinished in it goes on."""
        record, journal = where.record, self._journal
        if where.place not in {"", EDITOR}:
            self.go(where.place)
            if record is not None:
                self.open_record(record)
        elif record is None or journal is None:
            (self.plan if where.is_plan else self.edit)()
        else:
            self.edit()
            self._tasks.run(lambda: draft_of(journal, record), partial(self._resume, record))

    def _resume(self, record: NegotiationId, draft: Draft | None) -> None:
        if draft is None:
            self.edit(record)
        else:
            self.continue_draft(draft)

    def leave_form(self, record: NegotiationId | None) -> None:
        """Go on from the form: to the record that was saved, or to the page before; from what waited to what waits."""
        if record is None or self._is_errand:
            self.go(self._places.last_page())
        else:
            self.open_record(record)

    def _make(self, make: Callable[[Journal], Negotiation], then: Callable[[Negotiation], None]) -> None:
        if (journal := self._journal) is not None:
            self._tasks.run(lambda: make(journal), then)

    def _go_on_with(self, record: Negotiation) -> None:
        self._places.editor.show_started(record, is_new=False)
        self._show_form(JOURNAL, waits=True)

    def _show_form(self, belonging: str, *, waits: bool = False) -> None:
        """Show the form as part of what it was come to from: what `waits` is done where it is listed."""
        self._is_errand = waits and self._places.key() == TODAY
        page = TODAY if self._is_errand and belonging == JOURNAL else belonging
        self._places.show_place(EDITOR, page).focus_start()


def draft_of(journal: Journal, record: NegotiationId) -> Draft | None:
    """Return what was left unfinished of a record."""
    return next((draft for draft in journal.drafts.all() if draft.record.id == record), None)
