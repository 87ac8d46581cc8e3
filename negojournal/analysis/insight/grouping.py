"""By what negotiations are divided into two groups."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from negojournal.domain.case import Case
from negojournal.domain.catalog import Catalog, EntryKind
from negojournal.domain.negotiation import Channel, Milestone, name_key
from negojournal.domain.preparation import Method
from negojournal.domain.review import PracticeMark

MOST_COUNTERPARTS = 12
"""The most counterparts that are laid beside each other."""


class GroupingKind(StrEnum):
    """Name what negotiations are divided by."""

    AREA = "area"
    COUNTERPART = "counterpart"
    METHOD = "method"
    CHANNEL = "channel"
    PRACTICE = "practice"
    TRAP = "trap"
    PREPARED = "prepared"
    MILESTONE = "milestone"


KIND_WORDS = {kind: kind.value.capitalize() for kind in GroupingKind} | {
    GroupingKind.PREPARED: "With and without a plan",
    GroupingKind.MILESTONE: "Before and after a milestone",
}

SIDES = {
    GroupingKind.PRACTICE: ("with “{}” done well", "with it partly or not"),
    GroupingKind.TRAP: ("with “{}”", "without it"),
    GroupingKind.PREPARED: ("with a plan", "without a plan"),
    GroupingKind.MILESTONE: ("since {}", "before it"),
}
"""What a pair of groups is called; where nothing stands here, by the key's label and "all others"."""

ROW_SIDES = {
    GroupingKind.PRACTICE: ("when done well", "when partly or not"),
    GroupingKind.TRAP: ("with it", "without it"),
}
"""The same where each key has a row that its label begins."""

ENTRIES = {
    GroupingKind.AREA: EntryKind.AREA,
    GroupingKind.PRACTICE: EntryKind.PRACTICE,
    GroupingKind.TRAP: EntryKind.TRAP,
}


@dataclass(frozen=True, slots=True)
class Grouping:
    """Say what is compared: with a key, that group against the rest, outcome by outcome.

    Without a key each group of the kind stands against the rest, by `overall`. `prepared` takes no key; a milestone
    is named by its id, and without one it is the latest.
    """

    kind: GroupingKind = GroupingKind.PREPARED
    key: str | None = None

    @property
    def is_pair(self) -> bool:
        """Tell whether it makes two groups, not one a key."""
        return self.key is not None or self.kind in {GroupingKind.PREPARED, GroupingKind.MILESTONE}


@dataclass(frozen=True, slots=True)
class Choice:
    """Hold a grouping that can be chosen, with its label: Area: Budgets."""

    grouping: Grouping
    label: str


Divider = Callable[[Case], bool | None]
"""Say on which side a case lies: True the group, False the rest, None neither."""


@dataclass(frozen=True, slots=True)
class Division:
    """Hold how cases are divided by one key, and what the two groups are called."""

    key: str
    label: str
    one: str
    other: str
    divide: Divider


def divisions_of(
    grouping: Grouping, cases: Sequence[Case], catalog: Catalog, milestones: Sequence[Milestone]
) -> tuple[Division, ...]:
    """Return the divisions that a grouping means: one where it names a key or needs none, else one a key found."""
    names = names_of(grouping.kind, cases, catalog, milestones)
    if grouping.kind is GroupingKind.MILESTONE and grouping.key is None:
        names = dict(list(names.items())[-1:])
    if grouping.key is not None:
        key = name_key(grouping.key) if grouping.kind is GroupingKind.COUNTERPART else grouping.key
        entries = ENTRIES.get(grouping.kind)
        names = {key: names.get(key) or (catalog.label(entries, key) if entries else grouping.key)}
    days = {str(one.id): one for one in milestones}
    return tuple(_division(grouping, key, name, days.get(key)) for key, name in names.items())


def names_of(
    kind: GroupingKind, cases: Sequence[Case], catalog: Catalog, milestones: Sequence[Milestone]
) -> dict[str, str]:
    """Return the keys by which cases can be divided, with their labels, in the order shown."""
    if kind is GroupingKind.PREPARED:
        return {"prepared": KIND_WORDS[kind]}
    if kind is GroupingKind.MILESTONE:
        return {str(one.id): f"“{one.title}”" for one in sorted(milestones, key=lambda one: one.on)}
    if kind is GroupingKind.COUNTERPART:
        return _counterparts(cases)
    found = {key for case in cases for key in _keys(case, kind)}
    if entries := ENTRIES.get(kind):
        known = [entry.key for entry in catalog.of(entries, hidden=True)]
        ordered = [*(key for key in known if key in found), *sorted(found.difference(known))]
        return {key: catalog.label(entries, key) for key in ordered}
    closed = (*Method, *Channel)
    return {key.value: key.value.replace("-", " ").capitalize() for key in closed if key.value in found}


def choices_of(cases: Sequence[Case], catalog: Catalog, milestones: Sequence[Milestone] = ()) -> tuple[Choice, ...]:
    """Return every grouping that can be chosen: of each kind all at once, and each key that is found."""
    return tuple(choice for kind in GroupingKind for choice in _choices(kind, cases, catalog, milestones))


def _choices(
    kind: GroupingKind, cases: Sequence[Case], catalog: Catalog, milestones: Sequence[Milestone]
) -> Iterator[Choice]:
    names = names_of(kind, cases, catalog, milestones)
    if kind is GroupingKind.PREPARED:
        yield Choice(Grouping(kind), KIND_WORDS[kind])
        return
    if names and kind is not GroupingKind.MILESTONE:
        yield Choice(Grouping(kind), f"Every {kind.value}")
    for key, name in names.items():
        yield Choice(Grouping(kind, key), f"{kind.value.capitalize()}: {name}")


def _counterparts(cases: Sequence[Case]) -> dict[str, str]:
    """Return the counterparts met most, by the name they have last."""
    counts: Counter[str] = Counter()
    names: dict[str, str] = {}
    for case in cases:
        spelled = {name_key(name): name for name in case.counterparts}
        counts.update(spelled.keys())
        names |= spelled
    return {key: names[key] for key, _ in counts.most_common(MOST_COUNTERPARTS)}


def _keys(case: Case, kind: GroupingKind) -> tuple[str, ...]:
    if kind is GroupingKind.PRACTICE:
        return tuple(case.practices)
    if kind is GroupingKind.TRAP:
        return case.traps
    value = getattr(case, kind.value)
    return () if value is None else (str(value),)


def _division(grouping: Grouping, key: str, name: str, milestone: Milestone | None) -> Division:
    sides = SIDES if grouping.is_pair else ROW_SIDES
    one, other = sides.get(grouping.kind, ("{}", "all others"))
    return Division(key, name, one.format(name), other, divider_of(grouping.kind, key, milestone))


def divider_of(kind: GroupingKind, key: str, milestone: Milestone | None = None) -> Divider:
    """Return what tells the side of a case; a milestone that isn't known has nobody on either."""
    if kind is GroupingKind.PREPARED:
        return lambda case: case.prepared
    if kind is GroupingKind.MILESTONE:
        return lambda case: None if milestone is None else case.day >= milestone.on
    if kind is GroupingKind.COUNTERPART:
        return lambda case: key in set(map(name_key, case.counterparts)) if case.counterparts else None
    if kind is GroupingKind.PRACTICE:
        return lambda case: done_well(case.practices.get(key))
    if kind is GroupingKind.TRAP:
        return lambda case: key in case.traps
    return lambda case: key in found if (found := _keys(case, kind)) else None


def done_well(mark: PracticeMark | None) -> bool | None:
    """Tell whether a practice was done well, None where it wasn't marked or didn't matter."""
    return None if mark in (None, PracticeMark.NOT_RELEVANT) else mark is PracticeMark.WELL
