"""What the user chooses from: areas, traps, practices, purposes, questions and questionnaires."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from itertools import count

from negojournal.domain.questionnaire import Questionnaire

FALLBACK_KEY = "own"
"""What a key begins with when its label has no letter or digit that a key can take."""


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
class Choice:
    """Hold an entry as a file lists it, under its kind."""

    key: str
    label: str
    hint: str | None = None
    hidden: bool = False


Vocabulary = Mapping[EntryKind, tuple[Choice, ...]]
"""Entries as files hold them: the choices of each kind, in order."""


@dataclass(frozen=True)
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

    def knows(self, kind: EntryKind, key: str) -> bool:
        """Tell whether there is such an entry, hidden or not."""
        return (kind, key) in self._labels

    def label(self, kind: EntryKind, key: str) -> str:
        """Return the label of an entry, or its key where it is not known."""
        return self._labels.get((kind, key), key)

    @cached_property
    def _labels(self) -> Mapping[tuple[EntryKind, str], str]:
        return {(entry.kind, entry.key): entry.label for entry in self.entries}

    def questionnaire(self, key: str) -> Questionnaire | None:
        """Return a questionnaire by its key."""
        return next((one for one in self.questionnaires if one.key == key), None)


def new_key(label: str, taken: Container[str]) -> str:
    """Return a key made from a label, numbered where there is such a one."""
    plain = unicodedata.normalize("NFKD", label.casefold()).encode("ascii", "ignore").decode()
    stem = re.sub(r"[^a-z0-9]+", "-", plain)[:60].strip("-") or FALLBACK_KEY
    return next(key for number in count(1) if (key := stem if number == 1 else f"{stem}-{number}") not in taken)


def merge_entries(shipped: tuple[Entry, ...], own: tuple[Entry, ...]) -> tuple[Entry, ...]:
    """Return the shipped entries with the user's own words, additions and order in their place.

    `own` is in the user's order; where it has a kind at all, entries it does not name follow after it.
    """
    named = {(entry.kind, entry.key) for entry in own}
    return own + tuple(entry for entry in shipped if (entry.kind, entry.key) not in named)


def entries_of(vocabulary: Vocabulary) -> tuple[Entry, ...]:
    """Return the entries that a file lists."""
    return tuple(
        Entry(kind, choice.key, choice.label, choice.hint, choice.hidden)
        for kind, choices in vocabulary.items()
        for choice in choices
    )


def vocabulary_of(entries: Iterable[Entry]) -> Vocabulary:
    """Return entries as a file lists them, with every kind."""
    listed = tuple(entries)
    return {
        kind: tuple(Choice(entry.key, entry.label, entry.hint, entry.hidden) for entry in listed if entry.kind is kind)
        for kind in EntryKind
    }
