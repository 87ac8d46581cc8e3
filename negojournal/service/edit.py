"""Changes as values: what was, what is, and how to get from one to the other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Protocol

from negojournal.domain.catalog import Entry, EntryKind
from negojournal.domain.change import Change
from negojournal.domain.identity import MilestoneId, NegotiationId
from negojournal.domain.moment import now
from negojournal.domain.negotiation import Milestone, Negotiation
from negojournal.domain.note import Note, Subject
from negojournal.domain.person import Naming
from negojournal.domain.prediction import sealed
from negojournal.domain.progress import Progress
from negojournal.errors import ConflictError, NotFoundError
from negojournal.service.holding import Holding

MOVED_ON = "This was changed elsewhere since; it was left as it is."


class Edit(Protocol):
    """Be one change that can be written, and turned round to be taken back."""

    def turned(self) -> Edit:
        """Return the opposite change."""

    def write(self, holding: Holding) -> Change:
        """Carry it out; raise ConflictError or NotFoundError when the journal has moved on."""


@dataclass(frozen=True, slots=True)
class Rewriting:
    """Put one version of a record in the place of another."""

    before: Negotiation
    after: Negotiation

    def turned(self) -> Rewriting:
        """Return the way back to the earlier version."""
        return Rewriting(self.after, self.before)

    def write(self, holding: Holding) -> Change:
        """Save the later version, provided the earlier one still stands, and not in the bin."""
        if holding.store.records.is_binned(self.after.id):
            raise ConflictError(f"“{self.before.title}” was deleted elsewhere since; it was left in the bin.")
        holding.store.records.save(self.after, holding.scores(self.after), base=self.before.updated_at)
        return Change(saved=frozenset({self.after.id}))


@dataclass(frozen=True, slots=True)
class Binning:
    """Put records into the bin, or take them out of it."""

    ids: tuple[NegotiationId, ...]
    binned: bool

    def turned(self) -> Binning:
        """Return the move the other way."""
        return Binning(self.ids, not self.binned)

    def write(self, holding: Holding) -> Change:
        """Move the records that are still there."""
        records = holding.store.records
        moved = records.bin(self.ids, now()) if self.binned else records.restore(self.ids)
        if not moved:
            raise NotFoundError("This is no longer in the " + ("journal." if self.binned else "bin."))
        ids = frozenset(self.ids)
        return Change(removed=ids) if self.binned else Change(saved=ids)


@dataclass(frozen=True, slots=True)
class Marking:
    """Put one version of a milestone in the place of another; None is no milestone."""

    id: MilestoneId
    before: Milestone | None
    after: Milestone | None

    def turned(self) -> Marking:
        """Return the way back to the earlier version."""
        return Marking(self.id, self.after, self.before)

    def write(self, holding: Holding) -> Change:
        """Save the later version, or delete the milestone, provided the earlier one still stands."""
        _check_stands(self.before, (one for one in holding.store.milestones.all() if one.id == self.id))
        if self.after:
            holding.store.milestones.save(self.after)
        else:
            holding.store.milestones.delete(self.id)
        return Change(milestones=True)


@dataclass(frozen=True, slots=True)
class Wording:
    """Put one list of the user's own entries of a kind in the place of another."""

    kind: EntryKind
    before: tuple[Entry, ...]
    after: tuple[Entry, ...]

    def turned(self) -> Wording:
        """Return the way back to the earlier list."""
        return Wording(self.kind, self.after, self.before)

    def write(self, holding: Holding) -> Change:
        """Store the later list, provided the earlier one still stands."""
        if tuple(one for one in holding.store.entries.all() if one.kind is self.kind) != self.before:
            raise ConflictError(MOVED_ON)
        holding.store.entries.replace(self.kind, self.after)
        return Change(catalog=True)


@dataclass(frozen=True, slots=True)
class Noting:
    """Put one version of a note in the place of another of the same subject and key; None is no note."""

    subject: Subject
    key: str
    before: Note | None
    after: Note | None

    def turned(self) -> Noting:
        """Return the way back to the earlier version."""
        return Noting(self.subject, self.key, self.after, self.before)

    def write(self, holding: Holding) -> Change:
        """Save the later version, or delete the note, provided the earlier one still stands."""
        _check_stands(self.before, filter(None, (holding.store.notes.get(self.subject, self.key),)))
        if self.after:
            holding.store.notes.save(self.after)
        else:
            holding.store.notes.delete(self.subject, self.key)
        return Change(notes=True)


@dataclass(frozen=True, slots=True)
class Renaming:
    """Put other counterparts into records, each from and to a version of its own."""

    before: tuple[Naming, ...]
    after: tuple[Naming, ...]

    def turned(self) -> Renaming:
        """Return the way back to the earlier names."""
        return Renaming(self.after, self.before)

    def write(self, holding: Holding) -> Change:
        """Save every record under its later names, provided that all of them still stand as they did."""
        records = holding.store.records
        ids = tuple(one.id for one in self.before)
        stamps = records.updated_at(ids)
        if any(stamps.get(one.id) != one.updated_at for one in self.before):
            raise ConflictError(
                "One of these negotiations was changed elsewhere since; all of them were left as they are."
            )
        names = {one.id: one for one in self.after}
        renamed = (_renamed(record, names[record.id]) for record in records.load(ids))
        records.save_many((record, holding.scores(record)) for record in renamed)
        return Change(saved=frozenset(ids))


def _renamed(record: Negotiation, naming: Naming) -> Negotiation:
    """Return a record under other names; a prediction whose meeting has begun is sealed, as by every edit."""
    return sealed(
        replace(record, counterparts=naming.counterparts, updated_at=naming.updated_at), before=record, now=now()
    )


@dataclass(frozen=True, slots=True)
class Step:
    """Hold what one use case changed, and words for it that go on after "Undo": deleting “Budget”."""

    label: str
    edits: tuple[Edit, ...]

    def turned(self) -> Step:
        """Return the step that takes this one back, under the same words."""
        return Step(self.label, tuple(edit.turned() for edit in reversed(self.edits)))

    def write(self, holding: Holding, progress: Progress | None = None) -> Change:
        """Carry out every edit, or none."""
        with holding.store.transaction():
            change = merged(edit.write(holding) for edit in self._told(progress))
        if change.catalog:
            holding.refresh_catalog()
        return change

    def _told(self, progress: Progress | None) -> Iterator[Edit]:
        """Yield the edits, and tell how far it is before each."""
        for done, edit in enumerate(self.edits):
            if progress:
                progress(done, len(self.edits))
            yield edit


def _check_stands(before: object, found: Iterable[object]) -> None:
    if next(iter(found), None) != before:
        raise ConflictError(MOVED_ON)


def merged(changes: Iterable[Change]) -> Change:
    """Return several changes as one."""
    listed = tuple(changes)
    return Change(
        saved=frozenset().union(*(change.saved for change in listed)),
        removed=frozenset().union(*(change.removed for change in listed)),
        milestones=any(change.milestones for change in listed),
        catalog=any(change.catalog for change in listed),
        notes=any(change.notes for change in listed),
        everything=any(change.everything for change in listed),
    )
