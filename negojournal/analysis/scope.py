"""A filter in words, for the caption of a chart."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from negojournal.analysis.phrase import day_words
from negojournal.domain.catalog import Catalog, EntryKind
from negojournal.domain.filter import Filter

EVERYTHING = "all reviews"

WORDS = {
    "search": "matching “{}”",
    "counterpart": "with {}",
    "area": "area {}",
    "method": "method {}",
    "outcome": "outcome {}",
    "status": "{}",
    "tag": "tag {}",
    "trap": "trap {}",
    "since": "since {}",
    "until": "until {}",
}
"""What a caption says of each part of a filter, in the order said."""


def scope_words(chosen: Filter, catalog: Catalog) -> str:
    """Return what a filter lets through: with Ana Ruiz, area Team and hiring, since 1 March 2026."""
    return ", ".join(_parts(chosen, catalog)) or EVERYTHING


def _parts(chosen: Filter, catalog: Catalog) -> Iterator[str]:
    names: dict[str, Callable[[str], str]] = {
        "area": lambda key: catalog.label(EntryKind.AREA, key),
        "trap": lambda key: catalog.label(EntryKind.TRAP, key),
        "method": _plain,
        "outcome": _plain,
        "status": _plain,
    }
    for part, words in WORDS.items():
        value = getattr(chosen, part)
        if value:
            name = names.get(part, str)(value) if isinstance(value, str) else day_words(value, year=True)
            yield words.format(name)


def _plain(key: str) -> str:
    return key.replace("-", " ")
