"""What waits for the user today."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from negojournal.domain.agenda import Agenda
from negojournal.domain.change import Change
from negojournal.domain.draft import Draft
from negojournal.domain.identity import NegotiationId
from negojournal.domain.summary import Intention
from negojournal.ui.shell.port import Messages, Navigator, Tasks
from negojournal.ui.shell.unfinished import Unfinished

if TYPE_CHECKING:
    from negojournal.service.journal import Journal

DAYS_LATER = 14
"""How far a follow-up is put off."""


@dataclass(frozen=True, slots=True)
class Contents:
    """Hold what the page shows: drafts, the newest first, and what waits."""

    drafts: tuple[Draft, ...]
    agenda: Agenda


class TodayView(Protocol):
    """Show what waits."""

    def show_contents(self, contents: Contents) -> None:
        """Show it, or that there is nothing."""


class TodayPresenter:
    """Look up what waits, and answer what the user does about it; `said` is what is told when it is done."""

    def __init__(
        self, view: TodayView, tasks: Tasks, messages: Messages, navigator: Navigator, tell: Callable[[Change], None]
    ) -> None:
        self._view, self._tasks, self._messages, self._tell = view, tasks, messages, tell
        self.navigator = navigator
        self._journal: Journal | None = None

    def show_journal(self, journal: Journal) -> None:
        """Take the open journal."""
        self._journal = journal
        self.refresh()

    def refresh(self) -> None:
        """Look again."""
        if (journal := self._journal) is not None:
            self._tasks.run_latest(
                "today", lambda: Contents(journal.drafts.all(), journal.agenda.today()), self._view.show_contents
            )

    def discard(self, draft: Draft, said: str) -> None:
        """Forget a draft."""
        if (journal := self._journal) is not None:
            Unfinished(self._tasks, self._messages, self._tell, journal.drafts).discard(draft, said)

    def keep_promise(self, record: NegotiationId, number: int, said: str) -> None:
        """Mark a commitment as kept today."""
        self._change(lambda journal: journal.agenda.keep_promise(record, number), said)

    def break_promise(self, record: NegotiationId, number: int, said: str) -> None:
        """Mark a commitment as broken."""
        self._change(lambda journal: journal.agenda.break_promise(record, number), said)

    def postpone(self, record: NegotiationId, number: int, said: str) -> None:
        """Put a follow-up off."""
        self._change(lambda journal: journal.agenda.postpone(record, number, DAYS_LATER), said)

    def skip(self, record: NegotiationId, number: int, said: str) -> None:
        """Take a follow-up off the record."""
        self._change(lambda journal: journal.agenda.skip_follow_up(record, number), said)

    def open_source(self, intention: Intention) -> None:
        """Show the review in which the intention stands."""
        self.navigator.open_record(intention.id)

    def _change(self, work: Callable[[Journal], Change], said: str) -> None:
        def on_done(change: Change) -> None:
            self._tell(change)
            self._messages.undoable(said)

        if (journal := self._journal) is not None:
            self._tasks.run(lambda: work(journal), on_done)
