"""Use cases of paper: the brief before a meeting, the report afterwards, and the copy for a coach."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from negojournal import paths
from negojournal.domain.agreement import Commitment
from negojournal.domain.case import Case
from negojournal.domain.catalog import EntryKind
from negojournal.domain.filter import Filter
from negojournal.domain.identity import NegotiationId
from negojournal.domain.moment import today
from negojournal.domain.negotiation import Negotiation
from negojournal.domain.note import Subject
from negojournal.domain.stand_in import StandIns
from negojournal.domain.theme import Theme
from negojournal.errors import FormatError
from negojournal.exchange.brief import Background, History, Matter, build_brief
from negojournal.exchange.page import printout_of
from negojournal.exchange.paper import Paper, Printout, masked
from negojournal.exchange.report import Account, build_report
from negojournal.service.exchange import Exchange
from negojournal.service.file import written_bytes
from negojournal.service.holding import Holding
from negojournal.service.insight import Insights
from negojournal.service.listing import Listing
from negojournal.service.look import shipped_theme
from negojournal.service.note import Notes
from negojournal.service.trend import Trends

if TYPE_CHECKING:
    from negojournal.analysis.period import Period

PrintPdf = Callable[[Printout], bytes]
"""Gives the content of a PDF file."""

PDF, HTML = ".pdf", ".html"

LINES, NAMES = 200, 500
"""How many negotiations the report of a period lists, and how many of the names used most a coach's copy looks for."""

CASES, RECORDS, LATEST = 100, 5, 200
"""How many earlier negotiations with a counterpart are compared, how many read whole, and how many tell the traps."""

OFTEN = 2
"""Times that a trap must be marked to be called the usual one."""


@dataclass(frozen=True, slots=True)
class CoachCopy:
    """Hold a paper as a coach may see it, and each name and amount with what stands in for it."""

    paper: Paper
    replaced: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Sources:
    """Hold the other subjects of the journal that papers ask."""

    lists: Listing
    notes: Notes
    trends: Trends
    insights: Insights


class Papers:
    """Put together what is printed or handed on, and write it to a file."""

    def __init__(self, holding: Holding, sources: Sources, exchange: Exchange) -> None:
        self._holding, self._sources, self._exchange = holding, sources, exchange

    @cached_property
    def theme(self) -> Theme:
        """The colours of every paper: those that ship, on white."""
        return shipped_theme(paths.resource_folder())

    def brief(self, record: NegotiationId, day: date | None = None) -> Paper:
        """Return the brief of a negotiation, on one page; raises NotFoundError."""
        whole, day = self._holding.store.records.get(record), day or today()
        background = self._background(whole, day)
        return build_brief(Matter(whole, background, self._holding.catalog, self.theme.light, day))

    def report(self, record: NegotiationId, day: date | None = None) -> Paper:
        """Return the report of one negotiation; raises NotFoundError."""
        whole = self._holding.store.records.get(record)
        chain = self._holding.store.lists.chain(record)
        scores, catalog = self._holding.scores(whole), self._holding.catalog
        return build_report(Account(whole, chain, scores, catalog, self.theme, day or today()))

    def period(self, chosen: Filter | None = None, day: date | None = None) -> Period:
        """Compute what the report of all that a filter lets through is made from."""
        from negojournal.analysis.period import Period  # noqa: PLC0415 - only those who ask for it wait for it

        chosen, lists = chosen or Filter(), self._sources.lists
        lines = lists.page(chosen, limit=LINES).lines
        met = (name for line in lines for name in line.counterparts)
        return Period(
            self._sources.trends.report(chosen),
            self._sources.insights.report(chosen),
            lines,
            tuple(dict.fromkeys((*met, *lists.counterparts()[:NAMES]))),
            self._holding.catalog,
            day or today(),
        )

    def for_coach(self, paper: Paper) -> CoachCopy:
        """Return a paper with names and amounts replaced, the same by the same throughout.

        Whoever else is met often may be named in a text as well, and is replaced like those whom it is about.
        """
        stand_ins = StandIns((*paper.names, *self._sources.lists.counterparts()[:NAMES]), paper.units)
        copy = masked(paper, stand_ins.mask)
        return CoachCopy(copy, stand_ins.pairs())

    def printout(self, paper: Paper) -> Printout:
        """Return a paper as it is printed, shown and written."""
        return printout_of(paper, self.theme.light)

    def check(self, path: Path) -> None:
        """Refuse a file that isn't called .pdf or .html, or is the journal: FormatError and UnreachableError."""
        if path.suffix.lower() not in (PDF, HTML):
            raise FormatError(f"“{path.name}” should end with {PDF} or {HTML}.")
        self._exchange.spare_journal(path)

    def write(self, paper: Paper, path: Path, print_pdf: PrintPdf) -> None:
        """Write a paper as .pdf or .html, by its name's end; raises FormatError and StorageError's children."""
        self.check(path)
        printout = self.printout(paper)
        content = print_pdf(printout) if path.suffix.lower() == PDF else printout.html.encode()
        with written_bytes(path) as stream:
            stream.write(content)

    def _background(self, record: Negotiation, day: date) -> Background:
        with_them = self._with_them(record)
        in_area = self._in_area(record, with_them.cases)
        trap = self._usual_trap((*with_them.cases, *in_area.cases))
        focus = self._sources.notes.focus(day)
        catalog = self._holding.catalog
        return Background(
            with_them=with_them,
            in_area=in_area,
            interests=tuple(dict.fromkeys(self._interests(with_them.cases))),
            promises=self._open_promises(record),
            intention=self._sources.lists.last_intention(record),
            trap=trap,
            focus=catalog.label(EntryKind.TRAP, focus) if focus else None,
            notes=tuple(self._about(record.counterparts)),
        )

    def _with_them(self, record: Negotiation) -> History:
        """Return what was held with any of its counterparts up to the day of a record."""
        until = record.held_at.day
        met = [self._latest(Filter(counterpart=name, until=until), CASES) for name in record.counterparts]
        found = {case.id: case for cases in met for case in cases if case.id != record.id}
        newest_first = sorted(found.values(), key=lambda case: case.day, reverse=True)
        return History(tuple(newest_first), all(len(cases) < CASES for cases in met))

    def _in_area(self, record: Negotiation, known: tuple[Case, ...]) -> History:
        if record.area is None:
            return History()
        found = self._latest(Filter(area=record.area, until=record.held_at.day), CASES)
        others = {record.id, *(case.id for case in known)}
        return History(tuple(case for case in reversed(found) if case.id not in others), len(found) < CASES)

    def _latest(self, chosen: Filter, limit: int) -> tuple[Case, ...]:
        return self._holding.store.cases.latest(chosen, lambda _assessment: {}, limit)

    def _usual_trap(self, cases: tuple[Case, ...]) -> tuple[str, int] | None:
        """Return the trap marked most in these negotiations, or in the latest of all where none stands out."""
        for pool in (cases, self._latest(Filter(), LATEST)):
            counts = Counter(trap for case in pool for trap in case.traps).most_common(1)
            if counts and counts[0][1] >= OFTEN:
                key, times = counts[0]
                return self._holding.catalog.label(EntryKind.TRAP, key), times
        return None

    def _interests(self, cases: tuple[Case, ...]) -> Iterator[str]:
        """Yield what they were said to care about lately."""
        for case in cases[:RECORDS]:
            plan = self._holding.store.records.get(case.id).preparation
            if plan:
                yield from plan.their_interests

    def _open_promises(self, record: Negotiation) -> tuple[Commitment, ...]:
        """Return what is still owed to or by its counterparts from whenever, soonest first; not what it says itself."""
        owed = {
            (one.id, one.number): Commitment(one.owner, one.what, one.due_on)
            for name in record.counterparts
            for one in self._holding.store.waiting.promises(name)
            if one.owner and one.what and one.id != record.id
        }
        return tuple(sorted(owed.values(), key=lambda one: one.due_on or date.max))

    def _about(self, names: Iterable[str]) -> Iterator[tuple[str, str]]:
        for name in names:
            if note := self._holding.store.notes.get(Subject.COUNTERPART, name):
                yield name, note.text
