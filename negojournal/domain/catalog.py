"""What the user chooses from: areas, traps, practices, purposes, questions and questionnaires."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from negojournal.domain.questionnaire import Questionnaire


class EntryKind(StrEnum):
    """Name the lists that a user can add to; the values are the keys of the exchange format."""

    AREA = "areas"
    TRAP = "traps"
    PRACTICE = "practices"
    PURPOSE = "purposes"
    QUESTION = "questions"


@dataclass(frozen=True, slots=True)
class Entry:
    """Hold one choice: records keep the key, people read the label; hidden ones are not offered."""

    kind: EntryKind
    key: str
    label: str
    hint: str | None = None
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class Catalog:
    """Hold every choice in the order shown, and the questionnaires."""

    entries: tuple[Entry, ...]
    questionnaires: tuple[Questionnaire, ...]

    def of(self, kind: EntryKind, *, hidden: bool = False) -> tuple[Entry, ...]:
        """Return the entries of one kind, without the hidden ones unless asked for."""
        return tuple(entry for entry in self.entries if entry.kind is kind and (hidden or not entry.hidden))

    def keys(self, kind: EntryKind) -> frozenset[str]:
        """Return the keys of one kind, hidden ones included."""
        return frozenset(entry.key for entry in self.of(kind, hidden=True))

    def label(self, kind: EntryKind, key: str) -> str:
        """Return the label of an entry, or its key where it is not known."""
        return next((entry.label for entry in self.of(kind, hidden=True) if entry.key == key), key)

    def questionnaire(self, key: str) -> Questionnaire | None:
        """Return a questionnaire by its key."""
        return next((one for one in self.questionnaires if one.key == key), None)


def merge_entries(shipped: tuple[Entry, ...], own: tuple[Entry, ...]) -> tuple[Entry, ...]:
    """Return the shipped entries with the user's own words, additions and order in their place.

    `own` is in the user's order; where it has a kind at all, entries it does not name follow after it.
    """
    named = {(entry.kind, entry.key) for entry in own}
    return own + tuple(entry for entry in shipped if (entry.kind, entry.key) not in named)
