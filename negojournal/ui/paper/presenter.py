"""What the page of paper does, without Qt: ask for a paper, show it, replace what a coach need not know, write it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from negojournal.domain.filter import Filter
from negojournal.domain.identity import NegotiationId
from negojournal.errors import JournalError

if TYPE_CHECKING:
    from negojournal.exchange.paper import Paper, Printout
    from negojournal.service.journal import Journal
    from negojournal.service.paper import CoachCopy, PrintPdf
    from negojournal.ui.shell.port import Messages, Tasks

Make = Callable[["Journal", bool], "Paper"]
"""Put a paper together, for a coach or not."""

TOPIC = "paper"


@dataclass(frozen=True, slots=True)
class Wanted:
    """Hold which paper is wanted, and the name that a file of it is offered under."""

    make: Make
    name: str
    takes_long: bool = False


@dataclass(frozen=True, slots=True)
class Sheet:
    """Hold what is shown: the page, and each name and amount with what stands in for it."""

    copy: CoachCopy
    printout: Printout


class PaperView(Protocol):
    """Be told what to show."""

    def show_sheet(self, sheet: Sheet, *, for_coach: bool) -> None:
        """Show a page, and what is replaced in it where it is for a coach."""

    def show_waiting(self) -> None:
        """Say that a page is being set which takes a while."""

    def show_nothing(self, why: str) -> None:
        """Say why there is no page."""


class PaperPresenter:
    """Answer the page of paper."""

    def __init__(self, view: PaperView, tasks: Tasks, messages: Messages) -> None:
        self._view = view
        self._tasks = tasks
        self._messages = messages
        self._journal: Journal | None = None
        self._wanted: Wanted | None = None
        self._sheet: Sheet | None = None
        self._for_coach = False

    @property
    def sheet(self) -> Sheet | None:
        """Return what is on show."""
        return self._sheet

    @property
    def file_name(self) -> str:
        """Return the name that a file is offered under; it tells nobody what it is about."""
        return f"{self._wanted.name if self._wanted else TOPIC}{'-coach' if self._for_coach else ''}.pdf"

    def show_journal(self, journal: Journal) -> None:
        """Take the open journal."""
        self._journal = journal
        self.refresh()

    def want_brief(self, record: NegotiationId) -> None:
        """Show the brief of a negotiation."""
        self._want(Wanted(lambda journal, _: journal.papers.brief(record), "brief"))

    def want_review(self, record: NegotiationId) -> None:
        """Show the report of one negotiation."""
        self._want(Wanted(lambda journal, _: journal.papers.report(record), "review"))

    def want_period(self, chosen: Filter) -> None:
        """Show the report of all that a filter lets through."""
        self._want(Wanted(partial(_period, chosen), "report", takes_long=True))

    def show_for_coach(self, *, for_coach: bool) -> None:
        """Replace names and amounts, or show them again; until that is done there is nothing to hand on."""
        self._for_coach, self._sheet = for_coach, None
        self.refresh()

    def refresh(self) -> None:
        """Ask again for the paper that is wanted."""
        journal, wanted, for_coach = self._journal, self._wanted, self._for_coach
        if journal is None or wanted is None:
            return
        self._tasks.run_latest(
            TOPIC, lambda: _sheet(journal, wanted, for_coach=for_coach), self._on_sheet, self._on_failed
        )

    def save(self, path: Path, print_pdf: PrintPdf) -> None:
        """Write what is on show to a file."""
        journal, sheet = self._journal, self._sheet
        if journal is None or sheet is None:
            return

        def on_written(_: None) -> None:
            self._messages.info(f"Written to {path}.")

        self._tasks.run(lambda: journal.papers.write(sheet.copy.paper, path, print_pdf), on_written)

    def _want(self, wanted: Wanted) -> None:
        self._wanted, self._sheet = wanted, None
        if wanted.takes_long:
            self._view.show_waiting()
        self.refresh()

    def _on_sheet(self, sheet: Sheet) -> None:
        self._sheet = sheet
        self._view.show_sheet(sheet, for_coach=self._for_coach)

    def _on_failed(self, error: JournalError) -> None:
        self._sheet = None
        self._view.show_nothing(str(error))


def _sheet(journal: Journal, wanted: Wanted, *, for_coach: bool) -> Sheet:
    from negojournal.service.paper import CoachCopy  # noqa: PLC0415 - it is there once a journal is open

    paper = wanted.make(journal, for_coach)
    copy = journal.papers.for_coach(paper) if for_coach else CoachCopy(paper)
    return Sheet(copy, journal.papers.printout(copy.paper))


def _period(chosen: Filter, journal: Journal, for_coach: bool) -> Paper:  # noqa: FBT001 - as every paper is made
    from negojournal.charts.sheet import period_paper  # noqa: PLC0415 - loads what draws

    return period_paper(journal.papers.period(chosen), journal.papers.theme, for_coach=for_coach)
