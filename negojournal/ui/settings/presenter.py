"""What the settings do: lists of the user's own words, and where the journal is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from negojournal.domain.catalog import Entry, EntryKind
from negojournal.domain.change import Change
from negojournal.errors import InvalidError, JournalError
from negojournal.ui.shell.port import Messages, Tasks

if TYPE_CHECKING:
    from negojournal.service.journal import Journal
    from negojournal.service.vocabulary import Vocabulary


class EntryView(Protocol):
    """Show a list of entries, and what is wrong with what was asked for."""

    def show_entries(self, entries: Sequence[Entry], chosen: str) -> None:
        """Show the entries, the chosen one selected: by its key, or the first where none is named."""

    def show_problem(self, sentence: str) -> None:
        """Show what is wrong; nothing takes it away."""


class EntryPresenter:
    """Add, rename, hide and arrange the entries of one kind."""

    def __init__(
        self, kind: EntryKind, view: EntryView, tasks: Tasks, messages: Messages, tell: Callable[[Change], None]
    ) -> None:
        self._kind, self._view, self._tasks, self._messages, self._tell = kind, view, tasks, messages, tell
        self._settings: Vocabulary | None = None
        self._entries: tuple[Entry, ...] = ()
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
            self._replace(lambda: (*self._entries, settings.new_entry(self._kind, label)), None)

    def rename(self, key: str, label: str) -> None:
        """Give an entry other words; records keep its key."""
        self._change(key, label=label.strip())

    def hide(self, key: str, *, hidden: bool) -> None:
        """Offer an entry no more, or again; records keep it."""
        self._change(key, hidden=hidden)

    def move(self, key: str, step: int) -> None:
        """Move an entry up (−1) or down (1)."""
        keys = [entry.key for entry in self._entries]
        at = keys.index(key)
        to = min(max(at + step, 0), len(keys) - 1)
        keys.insert(to, keys.pop(at))
        by_key = {entry.key: entry for entry in self._entries}
        self._replace(lambda: tuple(by_key[each] for each in keys), key)

    def _change(self, key: str, **fields: object) -> None:
        changed = tuple(replace(entry, **fields) if entry.key == key else entry for entry in self._entries)  # type: ignore[arg-type]
        self._replace(lambda: changed, key)

    def _replace(self, build: Callable[[], tuple[Entry, ...]], chosen: str | None) -> None:
        if (settings := self._settings) is not None:
            self._chosen = chosen
            self._tasks.run(lambda: settings.replace_entries(self._kind, build()), self._on_replaced, self._on_failed)

    def _on_read(self, entries: tuple[Entry, ...]) -> None:
        self._entries = entries
        self._view.show_entries(entries, entries[-1].key if self._chosen is None else self._chosen)

    def _on_replaced(self, change: Change) -> None:
        self._view.show_problem("")
        self._tell(change)
        self.refresh()

    def _on_failed(self, error: JournalError) -> None:
        if isinstance(error, InvalidError):
            self._view.show_problem(str(error))
        else:
            self._messages.error(str(error))
        self.refresh()


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


SIDE_FILES = ("", "-wal")
"""What stands beside each other on the disk: the file, and what is written but not yet moved into it."""


def place_of(path: Path | None) -> Place:
    """Return where a journal is, with its size on disk."""
    if path is None:
        return Place(None, 0)
    files = (path.with_name(path.name + suffix) for suffix in SIDE_FILES)
    return Place(path, sum(file.stat().st_size for file in files if file.exists()))
