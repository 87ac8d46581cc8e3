"""What the page of the user's own strategy does, without a window."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Protocol

from negojournal.domain.catalog import Entry, EntryKind
from negojournal.domain.change import Change
from negojournal.domain.moment import today
from negojournal.domain.note import Note
from negojournal.errors import JournalError
from negojournal.ui.shell.port import Messages, Tasks

if TYPE_CHECKING:
    from negojournal.service.journal import Journal


@dataclass(frozen=True, slots=True)
class Strategy:
    """Hold every revision, newest first, the trap that the month is about, and the traps to choose from."""

    revisions: tuple[Note, ...]
    focus: str | None
    traps: tuple[Entry, ...]

    @property
    def text(self) -> str:
        """The strategy as it stands."""
        return self.revisions[0].text if self.revisions else ""

    @property
    def since(self) -> date | None:
        """The day on which it was last written or looked at."""
        return date.fromisoformat(self.revisions[0].key) if self.revisions else None


class StrategyView(Protocol):
    """Show the strategy, and be asked for it as it is typed."""

    def show_strategy(self, strategy: Strategy, text: str) -> None:
        """Show it, with a text to go on typing: the strategy's, or what is typed and not kept yet."""

    def text(self) -> str:
        """Return the strategy as it is typed."""


class StrategyPresenter:
    """Keep revisions of the strategy, one a day, and the month's focus."""

    def __init__(self, view: StrategyView, tasks: Tasks, messages: Messages, tell: Callable[[Change], None]) -> None:
        self._view, self._tasks, self._messages, self._tell = view, tasks, messages, tell
        self._journal: Journal | None = None
        self._kept = ""

    def show_journal(self, journal: Journal) -> None:
        """Take the open journal."""
        self._journal = journal
        self.refresh()

    def refresh(self) -> None:
        """Read again."""
        if (journal := self._journal) is not None:
            self._tasks.run_latest("strategy", lambda: _strategy_of(journal), self._on_read)

    def keep(self) -> None:
        """Keep what is typed as today's revision, where it says something else than the last one."""
        if not self.is_kept():
            self._revise(self._view.text())

    def is_kept(self) -> bool:
        """Tell whether nothing that is typed would be lost."""
        return self._journal is None or self._view.text() == self._kept

    def confirm(self, said: str) -> None:
        """Keep the text unchanged as today's revision: it was looked at and holds; `said` tells so."""
        self._revise(self._view.text(), said)

    def choose_focus(self, trap: str | None) -> None:
        """Choose the trap that the month is about."""
        if (journal := self._journal) is not None:
            self._tasks.run(lambda: journal.notes.choose_focus(trap), self._tell)

    def _revise(self, text: str, said: str = "") -> None:
        if (journal := self._journal) is not None:
            before, self._kept = self._kept, text
            self._tasks.run(
                lambda: journal.notes.revise(text, today(), before),
                lambda change: self._on_revised(change, said),
                partial(self._on_not_revised, before),
            )

    def _on_revised(self, change: Change, said: str) -> None:
        self._tell(change)
        if said:
            self._messages.undoable(said)

    def _on_not_revised(self, before: str, error: JournalError) -> None:
        """Say why; what is typed counts as not kept, so that it stays and the next change tries again."""
        self._kept = before
        self._messages.error(str(error), self.keep)

    def _on_read(self, strategy: Strategy) -> None:
        if self.is_kept():
            self._kept = strategy.text
            self._view.show_strategy(strategy, strategy.text)
        else:
            self._view.show_strategy(strategy, self._view.text())


def _strategy_of(journal: Journal) -> Strategy:
    notes = journal.notes
    return Strategy(notes.strategy(), notes.focus(), journal.catalog.of(EntryKind.TRAP))
