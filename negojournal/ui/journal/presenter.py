"""What the journal page does, without Qt: ask, show, page on, choose, delete."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Protocol

from negojournal.domain.change import Change
from negojournal.domain.filter import Filter, Order
from negojournal.domain.identity import NegotiationId
from negojournal.domain.moment import today
from negojournal.domain.negotiation import Negotiation
from negojournal.domain.scoring import Scores
from negojournal.domain.summary import Chain, Cursor, Page, Summary, Tally
from negojournal.errors import JournalError, NotFoundError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from negojournal.service.journal import Journal
    from negojournal.ui.shell.port import Messages, Tasks

PAGE = 100
"""Lines asked for at a time."""


@dataclass(frozen=True, slots=True)
class Reading:
    """Hold the record in the reading pane, its scores, whether it lies in the bin, and what it follows or leads to."""

    record: Negotiation
    scores: Scores | None
    binned: bool
    chain: Chain


@dataclass(frozen=True, slots=True)
class Counts:
    """Hold how many negotiations a filter lets through, how many on each day of a year, and the years with any."""

    tally: Tally
    year: int
    days: Mapping[date, int]
    years: tuple[int, ...]


class JournalView(Protocol):
    """Be told what to show."""

    def show_lines(self, lines: tuple[Summary, ...], chosen: NegotiationId | None) -> None:
        """Show the first page of a list."""

    def show_more(self, lines: tuple[Summary, ...]) -> None:
        """Show the next page below."""

    def show_reading(self, reading: Reading | None) -> None:
        """Show a record in the reading pane, or nothing."""

    def show_counts(self, counts: Counts) -> None:
        """Show how many negotiations there are in all, and on each day of a year."""


class JournalPresenter:
    """Answer the journal page: `tell` is given every change that is made here."""

    def __init__(self, view: JournalView, tasks: Tasks, messages: Messages, tell: Callable[[Change], None]) -> None:
        self._view = view
        self._tasks = tasks
        self._messages = messages
        self._tell = tell
        self._journal: Journal | None = None
        self._filter = Filter()
        self._order = Order()
        self._year: int | None = None
        self._following: Cursor | None = None
        self._chosen: NegotiationId | None = None

    def show_journal(self, journal: Journal, chosen: Filter) -> None:
        """Take the open journal and show it through a filter."""
        self._journal = journal
        self.filter_by(chosen)

    def read_again(self) -> None:
        """Ask again for the record in the reading pane."""
        if self._chosen is not None:
            self.choose(self._chosen)

    def leave(self, removed: frozenset[NegotiationId]) -> None:
        """Let the first of the list be chosen where the record in the reading pane went into the bin."""
        if self._chosen in removed and not self._filter.binned:
            self._chosen = None

    def filter_by(self, chosen: Filter) -> None:
        """Show the list and the calendar through a filter; another one than before chooses its first record."""
        if chosen != self._filter:
            self._chosen = None
        self._filter = chosen
        self._ask_lines()
        self._ask_counts()

    def sort_by(self, order: Order) -> None:
        """Show the list in another order."""
        self._order = order
        self._ask_lines()

    def more(self) -> None:
        """Ask for the next page where there is one."""
        journal, after = self._journal, self._following
        if journal is None or after is None:
            return
        self._following = None
        chosen, order = self._filter, self._order
        self._tasks.run_latest("journal-lines", lambda: journal.lists.page(chosen, order, after, PAGE), self._on_more)

    def has_more(self) -> bool:
        """Tell whether the list goes on after what is shown."""
        return self._following is not None

    def show_year(self, year: int) -> None:
        """Show another year in the calendar."""
        self._year = year
        self._ask_counts()

    def choose(self, record: NegotiationId | None) -> None:
        """Show a record in the reading pane, or none."""
        self._chosen = record
        journal, binned = self._journal, self._filter.binned
        if journal is None or record is None:
            self._view.show_reading(None)
            return

        def read() -> Reading:
            whole = journal.records.get(record)
            return Reading(whole, journal.records.scores(whole), binned, journal.plans.chain(record))

        self._tasks.run_latest(
            "journal-reading", read, partial(self._on_read, record), partial(self._on_not_read, record)
        )

    def delete(self, records: tuple[NegotiationId, ...], successor: NegotiationId | None) -> None:
        """Put records into the bin, say so with an undo, and choose the one that follows them."""
        journal = self._journal
        if journal is None or not records:
            return
        self._chosen = successor
        words = "Deleted. It stays in the bin for 30 days." if len(records) == 1 else f"{len(records)} deleted."

        def on_deleted(change: Change) -> None:
            self._tell(change)
            self._messages.undoable(words)

        self._tasks.run(lambda: journal.records.delete(records), on_deleted)

    def restore(self, records: tuple[NegotiationId, ...]) -> None:
        """Take records out of the bin."""
        journal = self._journal
        if journal is not None and records:
            self._chosen = None
            self._tasks.run(lambda: journal.records.restore(records), self._tell)

    def _ask_lines(self) -> None:
        journal, chosen, order = self._journal, self._filter, self._order
        if journal is None:
            return
        # What follows the list on show is no page of the one asked for.
        self._following = None

        self._tasks.run_latest("journal-lines", lambda: journal.lists.page(chosen, order, None, PAGE), self._on_lines)

    def _ask_counts(self) -> None:
        """Ask apart from the lines, which needn't wait: to count what words are in, every match has to be found."""
        journal, chosen, year = self._journal, self._filter, self._year
        if journal is None:
            return

        def ask() -> Counts:
            years = journal.lists.years(chosen)
            shown = year if year is not None else max(years, default=today().year)
            return Counts(journal.lists.tally(chosen), shown, journal.lists.days(chosen, shown), years)

        self._tasks.run_latest("journal-counts", ask, self._view.show_counts)

    def _on_lines(self, page: Page[Summary]) -> None:
        self._following = page.following
        self._view.show_lines(page.lines, self._chosen)
        if not page.lines and self._chosen is None:
            self._view.show_reading(None)

    def _on_more(self, page: Page[Summary]) -> None:
        self._following = page.following
        self._view.show_more(page.lines)

    def _on_read(self, record: NegotiationId, reading: Reading) -> None:
        if self._chosen == record:
            self._view.show_reading(reading)

    def _on_not_read(self, record: NegotiationId, error: JournalError) -> None:
        """Leave the pane where the record is gone, and say what else may be the matter."""
        if not isinstance(error, NotFoundError):
            self._messages.error(str(error), self.read_again)
        elif self._chosen == record:
            self._chosen = None
            self._view.show_reading(None)
