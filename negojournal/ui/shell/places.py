"""The right side of the window: one place at a time, each made when it is first wanted."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from negojournal.domain.change import Change
from negojournal.domain.identity import NegotiationId
from negojournal.domain.summary import Summary
from negojournal.ui.shell.page import EditorPage, JournalPage, PageEntry
from negojournal.ui.shell.workspace import Workspace

if TYPE_CHECKING:
    from negojournal.service.journal import Journal

EDITOR = "editor"
PLAN = "plan"
TODAY = "today"
JOURNAL = "journal"
PEOPLE = "people"
PAPER = "paper"
TABLE = "table"
SETTINGS = "settings"


class Places(QStackedWidget):
    """Hold the form, the pages, and what stands in their place while there is no journal.

    `shown` carries the key of the place to which what is now on screen belongs, "" for a state that is none;
    `finished` carries the id of what was saved in the form, or None when it was left.
    """

    shown = Signal(str)
    finished = Signal(object)

    def __init__(self, pages: Sequence[PageEntry], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._loaders: dict[str, Callable[[], Callable[[Workspace], JournalPage]]] = {
            entry.key: entry.load for entry in pages
        }
        self._places: dict[str, JournalPage] = {}
        self._stale: set[str] = set()
        self._journal: Journal | None = None
        self._newest: tuple[Summary, ...] = ()
        self._key = ""
        self._state: QWidget | None = None
        self._last_page = next(iter(self._loaders), "")

    def furnish(
        self, workspace: Workspace, editor: Callable[[Workspace], EditorPage], newest: tuple[Summary, ...] = ()
    ) -> None:
        """Take what every place is given, what makes the form, and what a list shows until the journal is open."""
        self._workspace = workspace
        self._loaders[EDITOR] = lambda: editor
        self._newest = newest
        workspace.bus.changed.connect(self._on_changed)
        workspace.filter.changed.connect(self._on_filter_changed)

    @property
    def editor(self) -> EditorPage:
        """The form, made when it is first wanted, as pages are."""
        return cast("EditorPage", self._place(EDITOR))

    def show_newest(self, lines: tuple[Summary, ...]) -> None:
        """Have lists show these lines until the journal is open; where it doesn't open, none may be left."""
        self._newest = lines
        for place in self._places.values():
            place.show_newest(lines)

    def show_journal(self, journal: Journal) -> None:
        """Hand the open journal to every place that is made already."""
        self._journal, self._newest = journal, ()
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

    def _forget_state(self) -> None:
        if self._state is not None:
            self.removeWidget(self._state)
            self._state.deleteLater()
            self._state = None

    def show_place(self, key: str, belonging: str = "", *, is_told: bool = False) -> JournalPage:
        """Show a page, or the form, and return it; what changed while it was hidden is read again.

        The form may be `belonging` to a page, whose record is changed in it. A page that `is_told` what to show next
        doesn't read again first what was on it.
        """
        place = self._place(key)
        self._forget_state()
        self._key = key
        if key != EDITOR:
            self._last_page = key
        self.setCurrentWidget(place)
        self._answer(key)
        if key in self._stale:
            self._stale.discard(key)
            if not is_told:
                place.refresh()
        self.shown.emit(belonging or key)
        return place

    def read_again(self) -> None:
        """Have every page read again, the one on screen at once; the form stays as it is."""
        self._stale.update(self._places.keys() - {EDITOR, self._key})
        if self._key and not self.is_form():
            self._places[self._key].refresh()

    def record(self, key: str = "") -> NegotiationId | None:
        """Return the record that is read or edited in a place, at first the one on screen."""
        place = self._places.get(key or self._key)
        return place.record() if place is not None else None

    def keep_now(self) -> None:
        """Store what is being typed in any place."""
        for place in self._places.values():
            place.keep_now()

    def is_kept(self, but: str = "") -> bool:
        """Tell whether all that was typed in any place is stored, the one `but` for which it doesn't matter."""
        return all(place.is_kept() for key, place in self._places.items() if key != but)

    def last_page(self) -> str:
        """Return the key of the page shown last, at first the uppermost."""
        return self._last_page

    def is_form(self) -> bool:
        """Tell whether the form is on screen."""
        return self._key == EDITOR

    def key(self) -> str:
        """Return the key of the place on screen."""
        return self._key

    def _place(self, key: str) -> JournalPage:
        if key in self._places:
            return self._places[key]
        place = self._places[key] = self._loaders[key]()(self._workspace)
        self.addWidget(place)
        place.commands_changed.connect(lambda: self._on_commands_changed(key))
        if isinstance(place, EditorPage):
            place.finished.connect(self.finished)
        if self._journal is not None:
            place.show_journal(self._journal)
        else:
            place.show_newest(self._newest)
        return place

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
