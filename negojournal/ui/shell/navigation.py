"""The ways from one place of the window to another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from negojournal.domain.filter import Filter
from negojournal.domain.identity import NegotiationId
from negojournal.ui.shell.filter_state import FilterState
from negojournal.ui.shell.page import RecordPage
from negojournal.ui.shell.places import EDITOR, JOURNAL, Places

if TYPE_CHECKING:
    from negojournal.domain.draft import Draft


class Navigation:
    """Lead through the places of one window."""

    def __init__(self, places: Places, chosen: FilterState) -> None:
        self._places = places
        self._filter = chosen

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

    def edit(self, record: NegotiationId | None = None) -> None:
        """Open the form for a record, or for a new review."""
        if record is None:
            self._places.editor.show_new()
        else:
            self._places.editor.show_record(record)
        self._show_form(is_new=record is None)

    def continue_draft(self, draft: Draft) -> None:
        """Open the form with an unfinished draft."""
        self._places.editor.show_draft(draft)
        self._show_form(is_new=draft.is_new)

    def search(self) -> None:
        """Show the journal and put the keyboard into its search."""
        answer = self._places.show_place(JOURNAL).commands().get("search")
        if answer is not None:
            answer()

    def leave_form(self, record: NegotiationId | None) -> None:
        """Go on from the form: to the record that was saved, or to the page before."""
        if record is None:
            self.go(self._places.last_page())
        else:
            self.open_record(record)

    def _show_form(self, *, is_new: bool) -> None:
        """Show the form; a record that is in the journal already is changed there."""
        self._places.show_place(EDITOR, "" if is_new else JOURNAL).focus_start()
