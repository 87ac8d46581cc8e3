"""The ways to the pages of a window."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from negojournal.domain.filter import Filter
from negojournal.domain.identity import NegotiationId
from negojournal.ui.shell.filter_state import FilterState
from negojournal.ui.shell.page import PaperPlace, PersonPage, RecordPage, SectionPage, TablePlace
from negojournal.ui.shell.places import JOURNAL, PAPER, PEOPLE, SETTINGS, TABLE, Places


class PageWays:
    """Lead to the pages of one window, and to what is to be seen on them."""

    def __init__(self, places: Places, chosen: FilterState) -> None:
        self._places, self._filter = places, chosen

    def go(self, page: str) -> None:
        """Show a page by its key."""
        self._places.show_place(page).focus_start()

    def open_record(self, record: NegotiationId) -> None:
        """Show a record in the journal's reading pane."""
        page = self._places.show_place(JOURNAL)
        page.focus_start()
        if isinstance(page, RecordPage):
            page.show_record(record)

    def show_filter(self, chosen: Filter) -> None:
        """Show the journal through a filter."""
        self._filter.choose(chosen)
        self.go(JOURNAL)

    def open_person(self, name: str) -> None:
        """Show a counterpart."""
        page = self._places.show_place(PEOPLE)
        page.focus_start()
        if isinstance(page, PersonPage):
            page.show_person(name)

    def brief(self, record: NegotiationId) -> None:
        """Show the brief of a plan."""
        self._show_paper(lambda page: page.show_brief(record))

    def report(self, record: NegotiationId | None = None) -> None:
        """Show the report of one negotiation, or of all that the filter lets through."""
        chosen = self._filter.value()
        self._show_paper(lambda page: page.show_period(chosen) if record is None else page.show_review(record))

    def open_table(self, path: Path) -> None:
        """Show a table of another program, to be mapped and taken in."""
        page = self._places.show_place(TABLE, is_told=True)
        page.focus_start()
        if isinstance(page, TablePlace):
            page.show_table(path)

    def open_settings(self, section: str) -> None:
        """Show a section of the settings."""
        page = self._places.show_place(SETTINGS)
        page.focus_start()
        if isinstance(page, SectionPage):
            page.show_section(section)

    def search(self) -> None:
        """Show the journal and put the keyboard into its search."""
        answer = self._places.show_place(JOURNAL).commands().get("search")
        if answer is not None:
            answer()

    def _show_paper(self, show: Callable[[PaperPlace], None]) -> None:
        page = self._places.show_place(PAPER, is_told=True)
        page.focus_start()
        if isinstance(page, PaperPlace):
            show(page)
