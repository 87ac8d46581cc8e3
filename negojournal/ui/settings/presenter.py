"""What the settings do: lists of the user's own words, and where the journal is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from negojournal.domain.catalog import Entry, EntryKind
from negojournal.domain.change import Change
from negojournal.errors import InvalidError, JournalError
from negojournal.service.file import size_of
from negojournal.ui.shell.port import Messages, Tasks

if TYPE_CHECKING:
    from negojournal.service.journal import Journal
    from negojournal.service.vocabulary import Vocabulary


Entries = tuple[Entry, ...]


class EntryView(Protocol):
    """Show a list of entries, and what is wrong with what was asked for."""

    def show_entries(self, entries: Sequence[Entry], chosen: str) -> None:
        """Show the entries, the chosen one selected: by its key, or the first where none is named."""

    def show_added(self) -> None:
        """Be ready for the next entry to be typed."""

    def show_problem(self, sentence: str) -> None:
        """Show what is wrong; nothing takes it away."""


class EntryPresenter:
    """Add, rename, hide and arrange the entries of one kind."""

    def __init__(
        self, kind: EntryKind, view: EntryView, tasks: Tasks, messages: Messages, tell: Callable[[Change], None]
    ) -> None:
        self._kind, self._view, self._tasks, self._messages, self._tell = kind, view, tasks, messages, tell
        self._settings: Vocabulary | None = None
        self._chosen: str | None = ""

    def show_journal(self, journal: Journal) -> None:
        """Take the open journal."""
        self._settings = journal.settings
        self.refresh()

    def refresh(self) -> None:
        """Read the list again."""
        if (settings := self._settings) is not None:
            self._tasks.run_latest(f"entries {self._kind}", lambda: settings.entries(self._kind), self._on_read)

    def add(self, label: str) -> None:
        """Add an entry at the end."""
        if (settings := self._settings) is not None:
            self._edit(lambda entries: (*entries, settings.new_entry(self._kind, label)), None, self._on_added)

    def rename(self, key: str, label: str) -> None:
        """Give an entry other words; records keep its key."""
        self._change(key, label=label.strip())

    def hide(self, key: str, *, hidden: bool) -> None:
        """Offer an entry no more, or again; records keep it."""
        self._change(key, hidden=hidden)

    def move(self, key: str, step: int) -> None:
        """Move an entry up (−1) or down (1)."""
        self._edit(lambda entries: moved(entries, key, step), key, self._on_edited)

    def _change(self, key: str, **fields: object) -> None:
        def changed(entries: Entries) -> Entries:
            return tuple(replace(entry, **fields) if entry.key == key else entry for entry in entries)  # type: ignore[arg-type]

        self._edit(changed, key, self._on_edited)

    def _edit(self, edit: Callable[[Entries], Entries], chosen: str | None, then: Callable[[Change], None]) -> None:
        """Edit the list as it is by the time of the work, not as it is on screen: what was edited just before stays."""
        if (settings := self._settings) is not None:
            kind, self._chosen = self._kind, chosen
            self._tasks.run(lambda: settings.replace_entries(kind, edit(settings.entries(kind))), then, self._on_failed)

    def _on_read(self, entries: Entries) -> None:
        self._view.show_entries(entries, entries[-1].key if self._chosen is None else self._chosen)

    def _on_added(self, change: Change) -> None:
        self._view.show_added()
        self._on_edited(change)

    def _on_edited(self, change: Change) -> None:
        self._view.show_problem("")
        self._tell(change)
        self.refresh()

    def _on_failed(self, error: JournalError) -> None:
        if isinstance(error, InvalidError):
            self._view.show_problem(str(error))
        else:
            self._messages.error(str(error))
        self.refresh()


def moved(entries: Entries, key: str, step: int) -> Entries:
    """Return the entries with one of them further up or down, as far as there is room."""
    at = [entry.key for entry in entries].index(key)
    others = [*entries[:at], *entries[at + 1 :]]
    to = min(max(at + step, 0), len(others))
    return (*others[:to], entries[at], *others[to:])


@dataclass(frozen=True, slots=True)
class Place:
    """Hold where the journal is, None for one in memory, and how many bytes it takes."""

    path: Path | None
    size: int


class PlaceView(Protocol):
    """Show where the journal is."""

    def show_place(self, place: Place) -> None:
        """Show path and size."""


class PlacePresenter:
    """Look up where the journal is and how large it has grown."""

    def __init__(self, view: PlaceView, tasks: Tasks) -> None:
        self._view, self._tasks = view, tasks
        self._journal: Journal | None = None

    def show_journal(self, journal: Journal) -> None:
        """Take the open journal."""
        self._journal = journal
        self.refresh()

    def refresh(self) -> None:
        """Look again."""
        if (journal := self._journal) is not None:
            self._tasks.run_latest("place", lambda: place_of(journal.path), self._view.show_place)


def place_of(path: Path | None) -> Place:
    """Return where a journal is, with its size on disk."""
    return Place(path, size_of(path) if path else 0)
