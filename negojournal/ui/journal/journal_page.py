"""The journal page: search, filter, list, calendar of the year, and the reading pane."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from negojournal.domain.catalog import Catalog
from negojournal.domain.change import Change
from negojournal.domain.filter import Filter
from negojournal.domain.identity import NegotiationId
from negojournal.domain.negotiation import Status
from negojournal.domain.summary import Summary
from negojournal.ui.journal.presenter import Counts, JournalPresenter, Reading
from negojournal.ui.journal.reading_pane import ReadingActions, ReadingPane
from negojournal.ui.journal.results_pane import ResultsPane
from negojournal.ui.journal.year_strip import YearStrip
from negojournal.ui.shell.page import RecordPage
from negojournal.ui.shell.port import Run
from negojournal.ui.shell.workspace import Workspace
from negojournal.ui.widgets.text import Hairline
from negojournal.ui.widgets.theme import spaced

if TYPE_CHECKING:
    from negojournal.service.journal import Journal

SPLIT = "journal-split"

WIDE = 2000
"""Wider than any window has room for, so that list and record get half of it each at first."""


class ListPage(RecordPage):
    """Find a negotiation and read it."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self._presenter = JournalPresenter(self, workspace.tasks, workspace.messages, workspace.bus.tell)
        self._journal: Journal | None = None
        self._reading: Reading | None = None
        self._build()
        workspace.filter.changed.connect(self._on_filter)

    def show_newest(self, lines: tuple[Summary, ...]) -> None:
        """Show the lines, unless a filter lets through others."""
        self._show_catalog(self.workspace.catalog)
        self._list.show_lines(lines if self.workspace.filter.value() == Filter() else (), None)

    def show_journal(self, journal: Journal) -> None:
        """Take the open journal and show its newest page."""
        self._journal = journal
        self._show_catalog(journal.catalog)
        chosen = self.workspace.filter.value()
        self._results.show_search(chosen.search)
        self._presenter.show_journal(journal, chosen)
        self._results.filters.show_journal(journal)

    def refresh(self) -> None:
        """Ask again for what is on the page."""
        if self._journal is None:
            return
        self._show_catalog(self._journal.catalog)
        self._presenter.filter_by(self.workspace.filter.value())
        self._presenter.read_again()
        # The names that can be filtered by take 55 ms to find among 100,000 negotiations; what is on show goes first.
        self._results.filters.refresh()

    def on_changed(self, change: Change) -> None:
        """Ask again; what alone was saved is read, such as a record whose deletion is taken back."""
        if len(change.saved) == 1 and not self.workspace.filter.value().binned:
            self._presenter.choose(*change.saved)
        self._presenter.leave(change.removed)
        self.refresh()

    def show_record(self, record: NegotiationId) -> None:
        """Show a record in the reading pane, and mark its line where the list has it."""
        self._list.select(record)
        self._presenter.choose(record)

    def record(self) -> NegotiationId | None:
        """Return the record that is read."""
        return self._reading.record.id if self._reading is not None else None

    def focus_start(self) -> None:
        """Begin in the list, or with what stands in its place."""
        self._results.focus_start()

    def commands(self) -> Mapping[str, Run]:
        """Return what can be done with the chosen records."""
        always: dict[str, Run] = {"search": self._results.focus_search, "clear-filter": self._results.show_everything}
        if self._reading is None:
            return always
        chosen: dict[str, Run] = {
            "previous": lambda: self._list.step(-1),
            "next": lambda: self._list.step(1),
        }
        if not self._reading.binned:
            ways = self.workspace.navigator
            is_plan = self._reading.record.status is Status.PLANNED
            key, way = ("brief", ways.brief) if is_plan else ("negotiate-again", ways.follow)
            chosen |= {
                "edit-record": partial(self._go, ways.edit),
                "delete": self._on_delete,
                "report-record": partial(self._go, ways.report),
                key: partial(self._go, way),
            }
        return always | chosen

    def show_lines(self, lines: tuple[Summary, ...], chosen: NegotiationId | None) -> None:
        """Show the first page of a list."""
        self._list.show_lines(lines, chosen)
        if lines:
            self._results.show_list()
        if lines and chosen is None:
            self._list.step(1)

    def show_more(self, lines: tuple[Summary, ...]) -> None:
        """Show the next page below."""
        self._list.show_more(lines)

    def show_reading(self, reading: Reading | None) -> None:
        """Show a record in the reading pane, or nothing."""
        self._reading = reading
        self._pane.show_reading(reading)
        self.commands_changed.emit()

    def show_counts(self, counts: Counts) -> None:
        """Show how many there are, or why there is none, and a year in the calendar."""
        self._results.show_tally(counts.tally)
        self._strip.show_days(counts.year, counts.days, counts.years)

    def _build(self) -> None:
        self._results = ResultsPane(self.workspace, self._presenter.has_more, self._presenter.more)
        self._list = self._results.list
        self._list.chosen.connect(self._presenter.choose)
        self._list.opened.connect(self.workspace.navigator.edit)
        self._list.sorted.connect(self._presenter.sort_by)
        self._pane = self._build_pane()
        self._strip = YearStrip()
        self._strip.picked.connect(self.workspace.filter.choose_day)
        self._strip.wanted.connect(self._presenter.show_year)
        column = spaced(QVBoxLayout(self), gap=0)
        column.addWidget(self._build_split(), 1)
        column.addWidget(Hairline())
        column.addWidget(self._strip)

    def _build_split(self) -> QSplitter:
        self._split = QSplitter(Qt.Orientation.Horizontal)
        self._split.setChildrenCollapsible(False)
        for number, part in enumerate((self._results, self._pane)):
            self._split.addWidget(part)
            self._split.setStretchFactor(number, 1)
        self._split.setSizes([WIDE, WIDE])
        self._split.restoreState(self.workspace.preferences.state(SPLIT))
        keep = self.workspace.preferences.keep_state
        self._split.splitterMoved.connect(lambda: keep(SPLIT, self._split.saveState()))
        return self._split

    def _build_pane(self) -> ReadingPane:
        ways = self.workspace.navigator
        return ReadingPane(
            ReadingActions(
                edit=partial(self._go, ways.edit),
                review=partial(self._go, ways.review),
                brief=partial(self._go, ways.brief),
                follow=partial(self._go, ways.follow),
                delete=self._on_delete,
                restore=lambda: self._presenter.restore(self._list.selection()),
                previous=lambda: self._list.step(-1),
                next=lambda: self._list.step(1),
                open_person=ways.open_person,
                open_record=ways.open_record,
            )
        )

    def _show_catalog(self, catalog: Catalog) -> None:
        self._list.show_catalog(catalog)
        self._pane.show_catalog(catalog)

    def _on_filter(self, chosen: Filter) -> None:
        self._results.show_search(chosen.search)
        if self.isVisible():
            self._presenter.filter_by(chosen)

    def _go(self, way: Callable[[NegotiationId], None]) -> None:
        """Go on with the record that is read."""
        if self._reading is not None:
            way(self._reading.record.id)

    def _on_delete(self) -> None:
        self._presenter.delete(self._list.selection(), self._list.successor())
