"""What waits for the user today."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from negojournal.domain.change import Change
from negojournal.domain.draft import Draft
from negojournal.domain.summary import Intention
from negojournal.ui.shell.port import Messages, Navigator, Tasks
from negojournal.ui.shell.unfinished import Unfinished

if TYPE_CHECKING:
    from negojournal.service.journal import Journal


@dataclass(frozen=True, slots=True)
class Waiting:
    """Hold what waits: drafts, the newest first, and what the user meant to do next time."""

    drafts: tuple[Draft, ...]
    intention: Intention | None


class TodayView(Protocol):
    """Show what waits."""

    def show_waiting(self, waiting: Waiting) -> None:
        """Show it, or that there is nothing."""


class TodayPresenter:
    """Look up what waits, and answer what the user does about it."""

    def __init__(
        self, view: TodayView, tasks: Tasks, messages: Messages, navigator: Navigator, tell: Callable[[Change], None]
    ) -> None:
        self._view, self._tasks, self._messages, self._navigator, self._tell = view, tasks, messages, navigator, tell
        self._journal: Journal | None = None

    def show_journal(self, journal: Journal) -> None:
        """Take the open journal."""
        self._journal = journal
        self.refresh()

    def refresh(self) -> None:
        """Look again."""
        if (journal := self._journal) is not None:
            self._tasks.run_latest(
                "today",
                lambda: Waiting(journal.drafts.all(), journal.lists.latest_intention()),
                self._view.show_waiting,
            )

    def continue_draft(self, draft: Draft) -> None:
        """Go on writing."""
        self._navigator.continue_draft(draft)

    def discard(self, draft: Draft, said: str) -> None:
        """Forget a draft; `said` tells so."""
        if (journal := self._journal) is not None:
            Unfinished(self._tasks, self._messages, self._tell, journal.drafts).discard(draft, said)

    def open_source(self, intention: Intention) -> None:
        """Show the review in which the intention stands."""
        self._navigator.open_record(intention.id)

    def write(self) -> None:
        """Begin a new review."""
        self._navigator.edit()
