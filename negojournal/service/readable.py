"""What can still be read of a broken journal, as a journal could hold it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeVar

from negojournal.analysis.phrase import count
from negojournal.domain.catalog import Catalog, Entry, merge_entries
from negojournal.domain.negotiation import Milestone, Negotiation, name_key
from negojournal.domain.note import Note
from negojournal.domain.validation import (
    choices_in,
    problems_of,
    problems_of_entries,
    problems_of_milestone,
    problems_of_note,
)
from negojournal.service.mending import mended

if TYPE_CHECKING:
    from negojournal.storage.salvage import Salvage

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Readable:
    """Hold everything that can be read of a broken journal, without what no journal could hold.

    Of the negotiations in `partly`, those in the bin left out, something may be missing; so many are `lost`.
    """

    records: tuple[Negotiation, ...] = ()
    binned: tuple[Negotiation, ...] = ()
    milestones: tuple[Milestone, ...] = ()
    entries: tuple[Entry, ...] = ()
    notes: tuple[Note, ...] = ()
    drafts: tuple[tuple[str, str], ...] = ()
    partly: tuple[Negotiation, ...] = ()
    lost: int = 0
    is_whole: bool = False

    @property
    def is_empty(self) -> bool:
        """Tell whether there is nothing."""
        held = (self.records, self.binned, self.milestones, self.entries, self.notes, self.drafts)
        return not any(held)

    def words(self) -> str:
        """Return in one line, for people, how much it is."""
        said = count(len(self.records), "negotiation", "negotiations")
        if self.partly:
            said += f", {len(self.partly):,} of them maybe not whole"
        said += f", {count(len(self.milestones), 'milestone', 'milestones')}"
        if self.notes:
            said += f", {count(len(self.notes), 'note', 'notes')}"
        return f"{said}; lost: {count(self.lost, 'negotiation', 'negotiations')}" if self.lost else said


def readable_of(found: Salvage, catalog: Catalog) -> Readable:
    """Return what was found without what breaks a rule, so that every part of it can be kept, and read back."""
    entries = _entries(found, catalog)
    known = replace(catalog, entries=merge_entries(catalog.entries, entries))
    whole = {one.id: mended(one, lambda record: problems_of(record, known)) for one in (*found.records, *found.binned)}
    records = tuple(_kept(whole[one.id] for one in found.records))
    partly = found.partly | {one.id for one in found.records if whole[one.id] != one}
    milestones = _kept(mended(one, problems_of_milestone) for one in found.milestones)
    notes = _kept(mended(one, problems_of_note) for one in found.notes)
    return Readable(
        records=records,
        binned=tuple(_kept(whole[one.id] for one in found.binned)),
        milestones=tuple(milestones),
        entries=entries,
        notes=tuple({(note.subject, name_key(note.key)): note for note in notes}.values()),
        drafts=tuple(found.drafts.items()),
        partly=tuple(one for one in records if one.id in partly),
        lost=found.lost + len(found.records) - len(records),
        is_whole=found.is_whole and not partly,
    )


def _entries(found: Salvage, catalog: Catalog) -> tuple[Entry, ...]:
    """Return the user's own choices; one that is lost gets its key for a label, where a record names it."""
    used = (choice for record in (*found.records, *found.binned) for choice in choices_in(record))
    named = (Entry(kind, key, key) for _, kind, key in used if not catalog.knows(kind, key))
    entries: dict[tuple[str, str], Entry] = {}
    for entry in (*found.entries, *named):
        if not problems_of_entries((entry,)):
            entries.setdefault((entry.kind, entry.key), entry)
    return tuple(entries.values())


def _kept(values: Iterable[T | None]) -> Iterator[T]:
    return (value for value in values if value is not None)
