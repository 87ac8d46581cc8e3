"""The choices that a table names: those that are known, and new ones of the user's own."""

from __future__ import annotations

from dataclasses import replace

from negojournal.domain.catalog import Catalog, Entry, EntryKind, new_key
from negojournal.domain.negotiation import name_key
from negojournal.domain.rule import LONGEST_LINE
from negojournal.domain.validation import problems_of_entries
from negojournal.exchange.cell import MisfitError

MOST_NEW = 100
"""How many choices of one kind a table may bring; a column of free text is none."""


class Choices:
    """Know the choices by key and label, and make new ones."""

    def __init__(self, catalog: Catalog) -> None:
        self.catalog = catalog
        self.new: list[Entry] = []
        self._keys = {(entry.kind, name_key(entry.key)): entry.key for entry in catalog.entries}
        self._keys |= {(entry.kind, name_key(entry.label)): entry.key for entry in catalog.entries}

    def key(self, kind: EntryKind, label: str) -> str:
        """Return the key of a choice, a new one where it isn't known; raises MisfitError."""
        known = self._keys.get((kind, name_key(label)))
        if known is not None:
            return known
        if sum(entry.kind is kind for entry in self.new) >= MOST_NEW:
            raise MisfitError(f"one of your {kind}; a table can bring at most {MOST_NEW} new ones")
        entry = Entry(kind, new_key(label, self.catalog.keys(kind)), label)
        if problems_of_entries((entry,)):
            raise MisfitError(f"a name of at most {LONGEST_LINE} characters")
        self.new.append(entry)
        self._keys[kind, name_key(label)] = entry.key
        self.catalog = replace(self.catalog, entries=(*self.catalog.entries, entry))
        return entry.key
