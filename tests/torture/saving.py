"""Records and drafts are kept one after the other."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field, replace
from functools import cache
from itertools import accumulate
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Protocol

from negojournal.domain.draft import Draft
from negojournal.domain.identity import NegotiationId
from negojournal.domain.negotiation import Negotiation
from negojournal.domain.passphrase import Passphrase
from negojournal.domain.review import Review
from negojournal.service.journal import Journal
from tests.builders import build_full_record, build_id
from tests.torture.child import Teller
from tests.torture.sound import Content, content_of, opened, unsound, without_stamp
from tests.torture.trial import Kind

FIRST, STEPS = range(10, 14), 10
PASSPHRASE = Passphrase("nine green bottles")


@dataclass(frozen=True, slots=True)
class State:
    """Hold what a journal should hold: its records, the bin left out, and the titles of its drafts."""

    records: Content
    drafts: dict[NegotiationId, str] = field(default_factory=dict)


class Step(Protocol):
    """Change a journal in one way."""

    def do(self, journal: Journal) -> object:
        """Keep it in the journal."""

    def then(self, state: State) -> State:
        """Return what a journal holds afterwards."""


@dataclass(frozen=True, slots=True)
class Adding:
    """Keep a new record."""

    record: Negotiation

    def do(self, journal: Journal) -> object:
        return journal.records.save(self.record)

    def then(self, state: State) -> State:
        """Add the record and drop its draft."""
        drafts = {key: title for key, title in state.drafts.items() if key != self.record.id}
        return State({**state.records, self.record.id: without_stamp(self.record)}, drafts)


@dataclass(frozen=True, slots=True)
class Editing(Adding):
    """Keep a record in the place of its earlier version."""

    def do(self, journal: Journal) -> object:
        return journal.records.save(self.record, base=journal.records.get(self.record.id).updated_at)


@dataclass(frozen=True, slots=True)
class Drafting:
    """Keep what is half typed."""

    record: Negotiation

    def do(self, journal: Journal) -> object:
        return journal.drafts.keep(Draft(self.record, "", is_new=True, saved_at=self.record.created_at))

    def then(self, state: State) -> State:
        return State(state.records, {**state.drafts, self.record.id: self.record.title})


@dataclass(frozen=True, slots=True)
class Deleting:
    """Put a record into the bin."""

    id: NegotiationId

    def do(self, journal: Journal) -> object:
        return journal.records.delete([self.id])

    def then(self, state: State) -> State:
        return State({key: one for key, one in state.records.items() if key != self.id}, state.drafts)


class Saving:
    """Keep records, edit them, keep drafts, delete."""

    def __init__(self, passphrase: Passphrase | None, folder: Path, random: Random) -> None:
        self._path, self._passphrase = folder / "journal.db", passphrase
        self._path.write_bytes(first_journal(passphrase))
        self._steps = tuple(_steps(random))
        first = State({record.id: without_stamp(record) for record in map(build_full_record, FIRST)})
        self._states = tuple(accumulate(self._steps, lambda state, step: step.then(state), initial=first))

    def act(self, tell: Teller) -> None:
        """Do every step."""
        journal = opened(self._path, self._passphrase)
        tell.ready()
        for step in self._steps:
            step.do(journal)
            tell()
        journal.close()

    def losses(self, told: int) -> Iterator[str]:
        """Find the journal as it was after the last acknowledged step, or after the next one."""
        with closing(opened(self._path, self._passphrase)) as journal:
            found = State(content_of(journal), {draft.record.id: draft.record.title for draft in journal.drafts.all()})
            yield from unsound(journal)
        if found not in self._states[told : told + 2]:
            yield f"after {told} steps the journal is neither as it was after them nor after the next one"


def saving(name: str, rounds: int, passphrase: Passphrase | None) -> Kind:
    """Return the kind for a journal that is encrypted or isn't."""
    return Kind(name, rounds, lambda folder, random: Saving(passphrase, folder, random))


@cache
def first_journal(passphrase: Passphrase | None) -> bytes:
    """Return the file of a closed journal with a few records."""
    with TemporaryDirectory() as folder:
        path = Path(folder, "journal.db")
        with closing(opened(path, passphrase)) as journal:
            journal.fill(map(build_full_record, FIRST), ())
        return path.read_bytes()


def _steps(random: Random) -> Iterator[Step]:
    """Yield steps that can be done one after the other."""
    there, drafted, last = list(FIRST), list[int](), FIRST.stop
    for _ in range(STEPS):
        kind = random.choice([Adding, Adding, Editing, Drafting, Deleting if len(there) > 1 else Adding])
        if kind is Editing:
            yield Editing(_marked(random, random.choice(there)))
        elif kind is Deleting:
            yield Deleting(build_id(there.pop(random.randrange(len(there)))))
        elif kind is Drafting:
            drafted.append(last := last + 1)
            yield Drafting(_marked(random, last))
        else:
            number = drafted.pop() if drafted else (last := last + 1)
            there.append(number)
            yield Adding(_marked(random, number))


def _marked(random: Random, number: int) -> Negotiation:
    """Return a record with a text of its own, now and then one that fills many pages."""
    words = random.choice([1, 1, 1, 5_000])
    record = build_full_record(number, title=f"Talk {number} {random.getrandbits(32):x}")
    return replace(record, review=replace(record.review or Review(), summary=f"{random.getrandbits(32):x} " * words))
