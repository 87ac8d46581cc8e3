"""The right side of the window: one place at a time, each made when it is first wanted."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from negojournal.domain.change import Change
from negojournal.domain.filter import Filter
from negojournal.domain.identity import NegotiationId
from negojournal.ui.shell.page import EditorPage, JournalPage, PageEntry, RecordPage
from negojournal.ui.shell.workspace import Workspace

if TYPE_CHECKING:
    from negojournal.domain.draft import Draft
    from negojournal.service.journal import Journal

EDITOR = "editor"
JOURNAL = "journal"


class Places(QStackedWidget):
    """Hold the form, the pages, and what stands in their place while there is no journal; navigate between them.

    `shown` carries the key of the place that is now on screen, "" for a state that is none.
    """

    shown = Signal(str)

    def __init__(self, pages: Sequence[PageEntry], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entries = {entry.key: entry for entry in pages}
        self._places: dict[str, JournalPage] = {}
        self._stale: set[str] = set()
        self._journal: Journal | None = None
        self._key = ""
        self._state: QWidget | None = None
        self._last_page = next(iter(self._entries), "")

    def furnish(self, workspace: Workspace, editor: EditorPage) -> None:
        """Take what every place is given, and the form."""
        self._workspace = workspace
        self._editor = editor
        editor.finished.connect(self._on_finished)
        self._add(EDITOR, editor)
        workspace.bus.changed.connect(self._on_changed)
        workspace.filter.changed.connect(self._on_filter_changed)

    def show_journal(self, journal: Journal) -> None:
        """Hand the open journal to every place that is made already."""
        self._journal = journal
        for place in self._places.values():
            place.show_journal(journal)

    def show_state(self, state: QWidget) -> None:
        """Show something that stands in for the places, such as the first start."""
        if state is not self._state:
            self._forget_state()
            self._state = state
            self.addWidget(state)
        self._key = ""
        self.setCurrentWidget(state)
        state.setFocus()
        self._workspace.actions.answer_here({})
        self.shown.emit("")

    def go(self, page: str) -> None:
        """Show a page by its key."""
        self._show(page)
        self._places[page].focus_start()

    def open_record(self, record: NegotiationId) -> None:
        """Show a record in the journal's reading pane."""
        self.go(JOURNAL)
        place = self._places[JOURNAL]
        if isinstance(place, RecordPage):
            place.show_record(record)

    def show_filter(self, chosen: Filter) -> None:
        """Show the journal through a filter."""
        self._workspace.filter.choose(chosen)
        self.go(JOURNAL)

    def edit(self, record: NegotiationId | None = None) -> None:
        """Open the form for a record, or for a new review."""
        if record is None:
            self._editor.show_new()
        else:
            self._editor.show_record(record)
        self._show_editor()

    def continue_draft(self, draft: Draft) -> None:
        """Open the form with an unfinished draft."""
        self._editor.show_draft(draft)
        self._show_editor()

    def _forget_state(self) -> None:
        if self._state is not None:
            self.removeWidget(self._state)
            self._state.deleteLater()

    def return_from_state(self) -> None:
        """Show the form again, as it was left."""
        self._show_editor()

    def search(self) -> None:
        """Show the journal and put the keyboard into its search."""
        self.go(JOURNAL)
        answer = self._places[JOURNAL].commands().get("search")
        if answer is not None:
            answer()

    def is_form(self) -> bool:
        """Tell whether the form is on screen."""
        return self._key == EDITOR

    def key(self) -> str:
        """Return the key of the place on screen."""
        return self._key

    def _show_editor(self) -> None:
        self._show(EDITOR)
        self._editor.focus_start()

    def _show(self, key: str) -> None:
        place = self._places.get(key) or self._make(key)
        self._key = key
        if key != EDITOR:
            self._last_page = key
        self.setCurrentWidget(place)
        self._answer(key)
        if key in self._stale:
            self._stale.discard(key)
            place.refresh()
        self.shown.emit(key)

    def _make(self, key: str) -> JournalPage:
        place = self._entries[key].load()(self._workspace)
        self._add(key, place)
        if self._journal is not None:
            place.show_journal(self._journal)
        return place

    def _add(self, key: str, place: JournalPage) -> None:
        self._places[key] = place
        self.addWidget(place)
        place.commands_changed.connect(lambda: self._on_commands_changed(key))

    def _answer(self, key: str) -> None:
        """Let actions do what the place does; on the form, what isn't typing is not taken back by a slip."""
        quiet = {"undo": None, "redo": None} if key == EDITOR else {}
        self._workspace.actions.answer_here({**quiet, **self._places[key].commands()})

    def _on_commands_changed(self, key: str) -> None:
        if key == self._key:
            self._answer(key)

    def _on_changed(self, change: Change) -> None:
        for key, place in self._places.items():
            if key == self._key:
                place.on_changed(change)
            else:
                self._stale.add(key)

    def _on_filter_changed(self) -> None:
        self._stale.update(self._places.keys() - {self._key, EDITOR})

    def _on_finished(self, record: NegotiationId | None) -> None:
        if record is None:
            self.go(self._last_page)
        else:
            self.open_record(record)
