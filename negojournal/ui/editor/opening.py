"""What the form can be opened with."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from negojournal.domain.draft import Draft
from negojournal.domain.identity import NegotiationId
from negojournal.domain.negotiation import Negotiation, Status
from negojournal.errors import JournalError, NotFoundError
from negojournal.ui.editor.beginning import draft_of, emptied, started
from negojournal.ui.editor.gate import Gate
from negojournal.ui.editor.port import View
from negojournal.ui.editor.sheet import Sheet

Begin = Callable[[Callable[[], object]], object]


class Opening:
    """Bring a new review, a plan, a record or a draft on screen.

    `begin` ends what was going on before; `compare` asks of a draft whether its record was changed elsewhere since.
    """

    def __init__(self, view: View, gate: Gate, sheet: Sheet, begin: Begin, compare: Callable[[], None]) -> None:
        self._view = view
        self._gate = gate
        self._sheet = sheet
        self._begin = begin
        self._compare = compare

    def show_new(self, status: Status = Status.HELD) -> None:
        """Show an empty new review or plan, unless an unfinished one is on screen already."""
        on_screen = self._sheet.current()
        is_other = (on_screen.record.status is Status.PLANNED) is not (status is Status.PLANNED)
        if not on_screen.is_new or is_other or self._sheet.is_untouched():
            self._begin(partial(self._sheet.show_blank, status))

    def edit(self, record: NegotiationId, part: str = "") -> None:
        """Show a record of the journal, with the changes that were not finished last time, and begin at a part."""
        self._sheet.keep()
        self._gate.load(record, lambda stored, draft: self._show(draft or draft_of(stored), draft_of(stored), part))

    def start(self, record: Negotiation, part: str) -> None:
        """Show a new record that was made for the user to go on with."""
        self._start(started(record, is_new=True), part)

    def start_review(self, review: Negotiation, part: str) -> None:
        """Show what a plan of the journal becomes; what was not finished of it last time comes first."""

        def show(stored: Negotiation, draft: Draft | None) -> None:
            if draft is None:
                self._start(draft_of(review), part)
                return
            self._show(draft, draft_of(stored), part)
            if draft.record.status is Status.PLANNED:
                self.hold(part)

        self._sheet.keep()
        self._gate.load(review.id, show)

    def hold(self, part: str) -> None:
        """Turn the plan on screen into its review, with what is typed of it, also until the answer is there."""
        plan = self._sheet.current()

        def show(review: Negotiation) -> None:
            if (now := self._sheet.current()) != plan:
                if now.record.id == plan.record.id and now.record.status is Status.PLANNED:
                    self.hold(part)
                return
            self._begin(partial(self._sheet.bring_back, replace(plan, record=review), self._sheet.clean))
            self._view.go_to(part)

        self._gate.review(plan.record, show)

    def resume(self, draft: Draft) -> None:
        """Go on with a draft that was found some time ago: as it is on screen, or else as it is stored by now."""
        on_screen = self._sheet.current()
        if on_screen.record.id != draft.record.id or not self._sheet.is_changed():
            self._sheet.keep()
            self._gate.newest(draft, self.continue_draft)

    def continue_draft(self, draft: Draft) -> None:
        """Show an unfinished draft; one whose record is gone goes on as a new review."""
        if draft.is_new:
            self._show(draft, emptied(draft))
        else:
            self._gate.load(
                draft.record.id,
                lambda stored, _: self._show(draft, draft_of(stored)),
                partial(self._on_not_loaded, draft),
            )

    def show_unfinished(self, draft: Draft) -> None:
        """Show at once a draft that is stored nowhere; it is stored, and set beside its record, once that can be."""

        def show(stored: Negotiation, _: Draft | None) -> None:
            if (now := self._sheet.current()).record.id == stored.id:
                self._show(now, draft_of(stored))

        self._begin(partial(self._sheet.bring_back, draft, emptied(draft)))
        if not draft.is_new:
            self._gate.load(draft.record.id, show, partial(self._on_not_loaded, draft))

    def _show(self, draft: Draft, clean: Draft, part: str = "") -> None:
        self._begin(partial(self._sheet.show, draft, clean))
        if part:
            self._view.go_to(part)
        if draft != clean:
            self._compare()

    def _start(self, draft: Draft, part: str) -> None:
        self._begin(partial(self._sheet.show, draft, draft, is_started=True))
        self._view.go_to(part)

    def _on_not_loaded(self, draft: Draft, error: JournalError) -> None:
        if isinstance(error, NotFoundError):
            self.continue_draft(replace(draft, is_new=True))
        else:
            self._view.show_failure(str(error), partial(self.continue_draft, draft))
