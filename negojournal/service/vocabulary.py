"""Use cases of the lists that a user can add to: areas, traps, practices, purposes, questions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from negojournal.domain.catalog import Entry, EntryKind, new_key
from negojournal.domain.change import Change
from negojournal.domain.negotiation import name_key
from negojournal.domain.validation import problems_of_entries
from negojournal.errors import ConflictError, InvalidError, Problem
from negojournal.service.edit import Step, Wording
from negojournal.service.history import History
from negojournal.service.holding import Holding


class Vocabulary:
    """Give out and replace what the user chooses from."""

    def __init__(self, holding: Holding, history: History) -> None:
        self._holding = holding
        self._history = history

    def entries(self, kind: EntryKind) -> tuple[Entry, ...]:
        """Return the entries of a kind in order, hidden ones included."""
        return self._holding.catalog.of(kind, hidden=True)

    def new_entry(self, kind: EntryKind, label: str) -> Entry:
        """Return an entry with a key made from its label, not kept yet."""
        return Entry(kind, new_key(label, self._holding.catalog.keys(kind)), label.strip())

    def replace_entries(self, kind: EntryKind, entries: Iterable[Entry]) -> Change:
        """Put a kind's entries in a new order, under new words, with more of them, or hide some.

        Raises InvalidError for an empty or double label, and for one left out: records may use it; ConflictError when
        another program has changed them, which is known then.
        """
        stored = self._holding.store.entries.all()
        if stored != self._holding.own_entries:
            self._holding.refresh_catalog()
            raise ConflictError(
                "These were changed elsewhere meanwhile and left as they are; look again and repeat it."
            )
        after = tuple(replace(entry, kind=kind) for entry in entries)
        if problems := (*problems_of_entries(after), *self._problems(kind, after)):
            raise InvalidError(problems)
        before = tuple(entry for entry in stored if entry.kind is kind)
        if after == self.entries(kind):
            return Change()
        return self._history.do(Step(f"changing {kind}", (Wording(kind, before, after),)))

    def _problems(self, kind: EntryKind, after: tuple[Entry, ...]) -> tuple[Problem, ...]:
        times = Counter(name_key(entry.label) for entry in after)
        doubles = {name: entry.label for entry in reversed(after) if times[name := name_key(entry.label)] > 1}
        missing = self._holding.catalog.keys(kind) - {entry.key for entry in after}
        labels = sorted(self._holding.catalog.label(kind, key) for key in missing)
        return (
            *(Problem(kind, f"“{label}” is there twice; give one of them another name.") for label in doubles.values()),
            *(Problem(kind, f"“{label}” can be hidden but not removed, as records may use it.") for label in labels),
        )
