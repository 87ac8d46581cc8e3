"""What the content of a file changes in the journal, worked out before anything is written."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import astuple, dataclass, replace
from itertools import islice
from operator import add
from typing import TYPE_CHECKING

from negojournal.analysis.phrase import count
from negojournal.domain.catalog import Entry, EntryKind
from negojournal.domain.identity import NegotiationId
from negojournal.domain.negotiation import Milestone, Negotiation, name_key
from negojournal.domain.note import Note
from negojournal.domain.prediction import as_sealed_here
from negojournal.domain.progress import Progress, told
from negojournal.errors import InvalidError, Problem
from negojournal.exchange.journal import Document
from negojournal.service.edit import Binning, Edit, Marking, Noting, Rewriting, Wording
from negojournal.service.holding import RING, Holding, instant_of, stamp_after

if TYPE_CHECKING:
    from negojournal.storage.store import Store

LOT = 100
"""How many records of a document are held at once."""


@dataclass(frozen=True, slots=True)
class ImportCounts:
    """Hold what an import does; `kept` records are newer in the journal than in the file, and left alone.

    Of those updated, `sealed` keep the prediction they had when their meeting began.
    """

    added: int
    updated: int
    unchanged: int
    kept: int
    milestones: int
    entries: int
    notes: int = 0
    sealed: int = 0

    def words(self) -> str:
        """Return the counts in one line, for people."""
        parts = (
            (self.added, "negotiation added", "negotiations added"),
            (self.updated, "updated", "updated"),
            (self.unchanged, "unchanged", "unchanged"),
            (self.kept, "kept as newer here", "kept as newer here"),
            (self.milestones, "milestone added", "milestones added"),
            (self.entries, "choice added", "choices added"),
            (self.notes, "note added", "notes added"),
            (self.sealed, "prediction kept as it was sealed", "predictions kept as they were sealed"),
        )
        changed = self.added or self.updated or self.milestones or self.entries or self.notes
        said = ", ".join(count(n, one, many) for n, one, many in parts if n)
        return said if changed else f"Nothing to change: {said or 'the file is empty'}"

    def __add__(self, other: ImportCounts) -> ImportCounts:
        return ImportCounts(*map(add, astuple(self), astuple(other)))


@dataclass(frozen=True, slots=True)
class Lot:
    """Hold what some records of a document change: new ones, those taken out of the bin, and newer versions."""

    new: tuple[Negotiation, ...]
    returned: tuple[NegotiationId, ...]
    rewritten: tuple[Rewriting, ...]
    counts: ImportCounts

    @property
    def kept(self) -> tuple[Negotiation, ...]:
        """Return the records that are written."""
        return (*self.new, *(one.after for one in self.rewritten))


Write = Callable[[Lot], object]
"""Writes a lot, before the next one is worked out."""


@dataclass(frozen=True, slots=True)
class Intake:
    """Hold what a document changes: records that are new or taken out of the bin, newer versions, and all else."""

    added: tuple[NegotiationId, ...]
    rewritten: tuple[Rewriting, ...]
    others: tuple[Edit, ...]
    counts: ImportCounts

    @property
    def edits(self) -> tuple[Edit, ...]:
        """Return it as edits, which can be taken back."""
        binning = (Binning(self.added, binned=False),) if self.added else ()
        return (*binning, *self.rewritten, *self.others)


def build_intake(
    document: Document, holding: Holding, write: Write | None = None, progress: Progress | None = None
) -> Intake:
    """Work out what a document changes: by id, and where both know a record, the later version stands.

    Its records are walked through and handed on for writing lot by lot, so that no more than one is held.
    Raises InvalidError where a negotiation would come to follow itself, after all are written.
    """
    store = holding.store
    added: list[NegotiationId] = []
    rewritten: list[Rewriting] = []
    follows: dict[NegotiationId, NegotiationId | None] = {}
    marked = tuple(_markings(document.milestones, store.milestones.all()))
    worded = tuple(_wordings(document.entries, store.entries.all()))
    noted = tuple(_notings(document.notes, store.notes.all()))
    entries = sum(len(one.after) - len(one.before) for one in worded)
    counts = ImportCounts(0, 0, 0, 0, milestones=len(marked), entries=entries, notes=len(noted))
    for records in _lots(told(document.negotiations, len(document.negotiations), progress)):
        lot = _lot(records, store)
        if write:
            write(lot)
        added += (*(record.id for record in lot.new), *lot.returned)
        rewritten += lot.rewritten
        follows.update((record.id, record.follows) for record in lot.kept)
        counts += lot.counts
    _check_chains(document, follows, holding)
    return Intake(tuple(added), tuple(rewritten), (*marked, *worded, *noted), counts)


def _lots(records: Iterable[Negotiation]) -> Iterator[tuple[Negotiation, ...]]:
    remaining = iter(records)
    while lot := tuple(islice(remaining, LOT)):
        yield lot


def _lot(records: tuple[Negotiation, ...], store: Store) -> Lot:
    """Work out what some records change."""
    ids = tuple(record.id for record in records)
    stored = {record.id: record for record in store.records.load(ids)}
    binned = store.records.binned(ids)
    new = tuple(record for record in records if record.id not in stored)
    known = tuple((stored[record.id], record) for record in records if record.id in stored)
    later = tuple((mine, theirs) for mine, theirs in known if _is_later(theirs, mine))
    rewritten = tuple(Rewriting(mine, _kept_sealed(theirs, mine)) for mine, theirs in later)
    returned = tuple(one for one in ids if one in binned)
    unchanged = sum(mine == theirs for mine, theirs in known if mine.id not in binned)
    updated = sum(one.after.id not in binned for one in rewritten)
    counts = ImportCounts(
        added=len(new) + len(returned),
        updated=updated,
        unchanged=unchanged,
        kept=len(known) - len(returned) - unchanged - updated,
        milestones=0,
        entries=0,
        sealed=sum(one.after != theirs for one, (_, theirs) in zip(rewritten, later, strict=True)),
    )
    return Lot(new, returned, rewritten, counts)


def _is_later(theirs: Negotiation, mine: Negotiation) -> bool:
    return theirs != mine and instant_of(theirs.updated_at) > instant_of(mine.updated_at)


def _kept_sealed(theirs: Negotiation, mine: Negotiation) -> Negotiation:
    """Return the file's version, as a later one still where the prediction stays as it was sealed here."""
    after = as_sealed_here(theirs, mine)
    return after if after == theirs else replace(after, updated_at=stamp_after(theirs.updated_at))


def _check_chains(document: Document, follows: Mapping[NegotiationId, NegotiationId | None], holding: Holding) -> None:
    """Raise InvalidError where a negotiation would come to follow itself, by way of the file or the journal."""
    if not any(follows.values()):
        return
    rings = _rings({**holding.store.lists.follows(), **follows})
    if rings and (
        problems := tuple(
            Problem(f"negotiations[{number}].follows", RING)
            for number, record in enumerate(document.negotiations)
            if record.id in follows and record.id in rings
        )
    ):
        raise InvalidError(problems)


def _rings(follows: Mapping[NegotiationId, NegotiationId | None]) -> set[NegotiationId]:
    """Return what comes back to itself by following; every one is visited once."""
    found: set[NegotiationId] = set()
    seen: set[NegotiationId] = set()
    for start in follows:
        path: dict[NegotiationId, None] = {}
        one: NegotiationId | None = start
        while one is not None and one not in seen and one not in path:
            path[one] = None
            one = follows.get(one)
        if one in path:
            walked = tuple(path)
            found.update(walked[walked.index(one) :])
        seen.update(path)
    return found


def _markings(theirs: Iterable[Milestone], mine: Iterable[Milestone]) -> Iterator[Marking]:
    """Yield the milestones that the journal lacks; one it has stays as it is."""
    known = {milestone.id for milestone in mine}
    return (Marking(milestone.id, None, milestone) for milestone in theirs if milestone.id not in known)


def _notings(theirs: Iterable[Note], mine: Iterable[Note]) -> Iterator[Noting]:
    """Yield the notes that the journal lacks; one it has stays as it is."""
    known = {(note.subject, name_key(note.key)) for note in mine}
    return (
        Noting(note.subject, note.key, None, note) for note in theirs if (note.subject, name_key(note.key)) not in known
    )


def _wordings(theirs: tuple[Entry, ...], mine: tuple[Entry, ...]) -> Iterator[Wording]:
    """Yield the kinds that gain entries: those the journal lacks come after its own."""
    known = {(entry.kind, entry.key) for entry in mine}
    for kind in EntryKind:
        before = tuple(entry for entry in mine if entry.kind is kind)
        gained = tuple(entry for entry in theirs if entry.kind is kind and (kind, entry.key) not in known)
        if gained:
            yield Wording(kind, before, before + gained)
