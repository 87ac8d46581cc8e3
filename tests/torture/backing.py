"""A journal is backed up and goes back to a backup, while records are kept."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import accumulate
from pathlib import Path
from random import Random

from negojournal.domain.retention import BackupKind
from negojournal.service.backup_folder import Backup, listed
from negojournal.storage.probe import looking
from negojournal.storage.soundness import check_pages
from tests.builders import build_full_record, build_id
from tests.torture.changing import backed_up, lay_out
from tests.torture.child import Teller
from tests.torture.saving import FIRST, PASSPHRASE
from tests.torture.sound import looked_at, opened, without_stamp
from tests.torture.trial import Kind

Numbers = frozenset[int]
"""Which records there are."""

STEPS = ("make", "save", "save", "restore", "save", "restore", "make")


@dataclass(frozen=True, slots=True)
class State:
    """Hold what the journal holds, each backup that was asked for, and each file that was kept aside."""

    present: Numbers
    backups: tuple[Numbers, ...]
    aside: tuple[Numbers, ...] = ()


@dataclass(frozen=True, slots=True)
class Step:
    """Save a record of a number, make a backup, or restore the backup of a number."""

    kind: str
    number: int

    def then(self, state: State) -> State:
        """Return what there is afterwards."""
        if self.kind == "save":
            return replace(state, present=state.present | {self.number})
        if self.kind == "make":
            return replace(state, backups=(*state.backups, state.present))
        return replace(state, present=state.backups[self.number], aside=(*state.aside, state.present))


class Backing:
    """Save, back up, go back."""

    def __init__(self, folder: Path, random: Random) -> None:
        self._path = folder / "journal.db"
        self._passphrase = random.choice([None, PASSPHRASE])
        first = dict(backed_up(self._passphrase))
        if random.random() < 1 / 3:
            first = {"journal.db": first["journal.db"]}
        lay_out(first, folder)
        state = State(frozenset(FIRST), (frozenset(FIRST),) * (len(first) - 1))
        self._steps = tuple(_steps(random, len(state.backups)))
        self._states = tuple(accumulate(self._steps, lambda before, step: step.then(before), initial=state))

    def act(self, tell: Teller) -> None:
        """Do every step; a journal is opened again after it was restored."""
        journal = opened(self._path, self._passphrase)
        files = [backup.path for backup in reversed(journal.backups.all())]
        tell.ready()
        for step in self._steps:
            if step.kind == "save":
                journal.records.save(build_full_record(step.number))
            elif step.kind == "make":
                files.append(journal.backups.make().path)
            else:
                journal.backups.restore(files[step.number])
                journal.close()
                journal = opened(self._path, self._passphrase)
            tell()
        journal.close()

    def losses(self, told: int) -> Iterator[str]:
        """Find the journal, every backup that was there, and whatever was kept aside."""
        found, faults = looked_at(self._path, self._passphrase)
        yield from faults
        held, coming = self._states[told], self._states[min(told + 1, len(self._steps))]
        if found not in [_content(state.present) for state in (held, coming)]:
            yield f"after {told} steps the journal is neither as it was after them nor after the next one"
        backups = listed(self._path)
        yield from self._missing(backups, "backup", {BackupKind.MANUAL}, held.backups)
        yield from self._missing(backups, "file kept aside", {BackupKind.RESTORE}, held.aside)

    def _missing(
        self, backups: tuple[Backup, ...], what: str, kinds: set[BackupKind], wanted: tuple[Numbers, ...]
    ) -> Iterator[str]:
        found = Counter(self._numbers(backup.path) for backup in backups if backup.kind in kinds)
        if lost := Counter(wanted) - found:
            yield f"{lost.total()} {what} lost of {len(wanted)}"

    def _numbers(self, path: Path) -> Numbers:
        """Return which records are in a backup; raises what says that it isn't whole."""
        with looking(path, self._passphrase) as connection:
            check_pages(connection, path)
            ids = {id_ for (id_,) in connection.execute("SELECT id FROM negotiation")}
        return frozenset(number for number in range(100) if build_id(number) in ids)


BACKING = Kind("backing up, restoring", 100, Backing)


def _steps(random: Random, backups: int) -> Iterator[Step]:
    """Yield steps in any order; a backup can be gone back to once it is there."""
    rest = random.sample(STEPS[1:], len(STEPS) - 1)
    for place, kind in enumerate((STEPS[0], *rest) if not backups else random.sample(STEPS, len(STEPS))):
        yield Step(kind, random.randrange(backups) if kind == "restore" else FIRST.stop + place)
        backups += kind == "make"


def _content(numbers: Numbers) -> dict[object, object]:
    return {record.id: without_stamp(record) for record in map(build_full_record, numbers)}
