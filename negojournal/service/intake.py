"""What the content of a file changes in the journal, worked out before anything is written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from negojournal.analysis.phrase import count
from negojournal.domain.catalog import Entry, EntryKind
from negojournal.domain.identity import NegotiationId
from negojournal.domain.negotiation import Milestone, Negotiation, name_key
from negojournal.domain.note import Note
from negojournal.domain.prediction import as_sealed_here
from negojournal.errors import InvalidError, Problem
from negojournal.exchange.journal import Document
from negojournal.service.edit import Binning, Edit, Marking, Noting, Rewriting, Wording
from negojournal.service.holding import RING, Holding, instant_of, stamp_after


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


@dataclass(frozen=True, slots=True)
class Intake:
    """Hold what is written: new records, those taken out of the bin, newer versions, and everything else."""

    new: tuple[Negotiation, ...]
    returned: tuple[NegotiationId, ...]
    rewritten: tuple[Rewriting, ...]
    others: tuple[Edit, ...]
    counts: ImportCounts

    @property
    def edits(self) -> tuple[Edit, ...]:
        """Return it as edits, which can be taken back."""
        added = (*(record.id for record in self.new), *self.returned)
        binning = (Binning(added, binned=False),) if added else ()
        return (*binning, *self.rewritten, *self.others)


def build_intake(document: Document, holding: Holding) -> Intake:
    """Work out what a document changes: by id, and where both know a record, the later version stands."""
    store = holding.store
    ids = tuple(record.id for record in document.negotiations)
    stored = {record.id: record for record in store.records.load(ids)}
    binned = store.records.binned(ids)
    new = tuple(record for record in document.negotiations if record.id not in stored)
    known = tuple((stored[record.id], record) for record in document.negotiations if record.id in stored)
    later = tuple((mine, theirs) for mine, theirs in known if _is_later(theirs, mine))
    rewritten = tuple(Rewriting(mine, _kept_sealed(theirs, mine)) for mine, theirs in later)
    _check_chains(document, (*new, *(one.after for one in rewritten)), holding)
    marked = tuple(_markings(document.milestones, store.milestones.all()))
    worded = tuple(_wordings(document.entries, store.entries.all()))
    noted = tuple(_notings(document.notes, store.notes.all()))
    returned = tuple(one for one in ids if one in binned)
    unchanged = sum(mine == theirs for mine, theirs in known if mine.id not in binned)
    updated = sum(one.after.id not in binned for one in rewritten)
    return Intake(
        new,
        returned,
        rewritten,
        (*marked, *worded, *noted),
        ImportCounts(
            added=len(new) + len(returned),
            updated=updated,
            unchanged=unchanged,
            kept=len(known) - len(returned) - unchanged - updated,
            milestones=len(marked),
            entries=sum(len(one.after) - len(one.before) for one in worded),
            notes=len(noted),
            sealed=sum(one.after != theirs for one, (_, theirs) in zip(rewritten, later, strict=True)),
        ),
    )


def _is_later(theirs: Negotiation, mine: Negotiation) -> bool:
    return theirs != mine and instant_of(theirs.updated_at) > instant_of(mine.updated_at)


def _kept_sealed(theirs: Negotiation, mine: Negotiation) -> Negotiation:
    """Return the file's version, as a later one still where the prediction stays as it was sealed here."""
    after = as_sealed_here(theirs, mine)
    return after if after == theirs else replace(after, updated_at=stamp_after(theirs.updated_at))


def _check_chains(document: Document, kept: Iterable[Negotiation], holding: Holding) -> None:
    """Raise InvalidError where a negotiation would come to follow itself, by way of the file or the journal."""
    follows = {record.id: record.follows for record in kept}
    if not any(follows.values()):
        return
    rings = _rings({**holding.store.lists.follows(), **follows})
    if problems := tuple(
        Problem(f"negotiations[{number}].follows", RING)
        for number, record in enumerate(document.negotiations)
        if record.id in follows and record.id in rings
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
