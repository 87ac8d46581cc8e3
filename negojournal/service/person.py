"""Use cases of counterparts: who they are, what there has been with one, and two names that are one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from negojournal.domain.agenda import Errand
from negojournal.domain.case import Case
from negojournal.domain.change import Change
from negojournal.domain.filter import Filter
from negojournal.domain.moment import today
from negojournal.domain.negotiation import name_key
from negojournal.domain.note import Note, Subject
from negojournal.domain.person import Naming, Person
from negojournal.domain.preparation import Side
from negojournal.domain.progress import Progress
from negojournal.domain.promise import Kept, kept_of
from negojournal.domain.summary import Intention, Tally
from negojournal.domain.validation import problems_of_name
from negojournal.errors import InvalidError, NotFoundError, Problem
from negojournal.service.edit import Edit, Noting, Renaming, Step
from negojournal.service.history import History
from negojournal.service.holding import Holding, stamp_after
from negojournal.service.note import Notes, joined

MOST = 100
"""How many of the latest negotiations with one counterpart are looked at."""

AT_ONCE = 100
"""How many records get another name from one report of progress to the next."""


@dataclass(frozen=True, slots=True)
class Panel:
    """Hold what there is about one counterpart.

    `cases` are the latest in order of time, `promises` those of both sides that are open, the soonest first and those
    without a date last; `kept` says for each side what became of the promises in the cases.
    """

    name: str
    note: str
    tally: Tally
    cases: tuple[Case, ...]
    intention: Intention | None
    promises: tuple[Errand, ...]
    kept: Mapping[Side, Kept]


class People:
    """Give out what is known of counterparts, and keep what is noted about them."""

    def __init__(self, holding: Holding, history: History, notes: Notes) -> None:
        self._holding = holding
        self._history = history
        self._notes = notes

    def all(self) -> tuple[Person, ...]:
        """Return every counterpart, the one met most first."""
        return self._holding.store.people.all()

    def panel(self, name: str) -> Panel:
        """Return what there is about a counterpart, under the name as it was last written."""
        store, chosen = self._holding.store, Filter(counterpart=name)
        cases = self._holding.cases(chosen, MOST)
        note = self._note(name)
        commitments = tuple(one for case in cases for one in case.commitments)
        return Panel(
            _spelled(name, cases),
            note.text if note else "",
            store.lists.tally(chosen),
            cases,
            store.lists.last_intention(None, (name,)),
            store.waiting.promises(name),
            {side: kept_of(commitments, today(), side) for side in Side},
        )

    def save_note(self, name: str, text: str, base: str | None = None) -> Change:
        """Keep what is noted about a counterpart; a blank text drops it.

        Where another program has changed the note since it was read as `base`, both texts are kept.
        """
        noted = self._note(name)
        text = joined(text, base, noted.text if noted else "")
        return self._notes.keep(Note(Subject.COUNTERPART, name, text), f"changing the note on “{name}”")

    def merge(self, source: str, target: str, progress: Progress | None = None) -> Change:
        """Write another name in the place of one in every record that isn't in the bin, and join their notes.

        Raises InvalidError when both are the same name, and NotFoundError when there is nothing under the first.
        """
        target = target.strip()
        if problems := tuple(_unfit(source, target)):
            raise InvalidError(problems)
        before, noting = self._holding.store.people.naming(source), tuple(self._joining(source, target))
        if not before and not noting:
            raise NotFoundError(f"No negotiation names “{source}”.")
        edits: tuple[Edit, ...] = (*_renaming(before, source, target), *noting)
        return self._history.do(Step(f"merging “{source}” into “{target}”", edits), progress)

    def _joining(self, source: str, target: str) -> Iterator[Noting]:
        """Yield that what is noted under one name stands below what is noted under the other."""
        noted, other = self._note(source), self._note(target)
        if noted:
            text = f"{other.text}\n\n{noted.text}" if other else noted.text
            yield Noting(Subject.COUNTERPART, source, noted, None)
            yield Noting(Subject.COUNTERPART, target, other, Note(Subject.COUNTERPART, target, text))

    def _note(self, name: str) -> Note | None:
        return self._holding.store.notes.get(Subject.COUNTERPART, name)


def _unfit(source: str, target: str) -> Iterator[Problem]:
    yield from problems_of_name(target)
    if name_key(source) == name_key(target):
        yield Problem("name", f"“{source}” and “{target}” are the same name; choose another to merge it into.")


def _renaming(namings: tuple[Naming, ...], source: str, target: str) -> Iterator[Renaming]:
    for start in range(0, len(namings), AT_ONCE):
        before = namings[start : start + AT_ONCE]
        yield Renaming(before, tuple(_renamed(one, source, target) for one in before))


def _renamed(naming: Naming, source: str, target: str) -> Naming:
    key = name_key(source)
    names = {name_key(name): name for name in (target if name_key(one) == key else one for one in naming.counterparts)}
    return replace(naming, counterparts=tuple(names.values()), updated_at=stamp_after(naming.updated_at))


def _spelled(name: str, cases: tuple[Case, ...]) -> str:
    written = (one for case in reversed(cases) for one in case.counterparts if name_key(one) == name_key(name))
    return next(written, name)
