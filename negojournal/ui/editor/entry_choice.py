"""Which entries of a list are offered for a record."""

from __future__ import annotations

from collections.abc import Collection

from negojournal.domain.catalog import Catalog, Entry, EntryKind


def offered(catalog: Catalog, kind: EntryKind, used: Collection[str]) -> tuple[Entry, ...]:
    """Return the entries of a kind, with those that are hidden or unknown by now where the record uses them."""
    shown = tuple(entry for entry in catalog.of(kind, hidden=True) if not entry.hidden or entry.key in used)
    known = {entry.key for entry in shown}
    return shown + tuple(Entry(kind, key, key) for key in used if key not in known)
