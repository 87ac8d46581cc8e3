"""What a filter can be narrowed by, and how the filter in force is said: pure, for the filter bar."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from functools import partial
from typing import TypeVar

from negojournal.domain.catalog import Catalog, EntryKind
from negojournal.domain.filter import Filter
from negojournal.domain.negotiation import Status
from negojournal.domain.preparation import Method
from negojournal.domain.review import Result

Member = TypeVar("Member", bound=StrEnum)
Translate = Callable[[str], str]
SayDay = Callable[[date], str]


@dataclass(frozen=True, slots=True)
class Choice:
    """Hold what a menu entry or a chip says, and the filter that choosing it puts in force."""

    label: str
    filter: Filter


@dataclass(frozen=True, slots=True)
class Group:
    """Hold the choices for one part of the filter."""

    title: str
    choices: tuple[Choice, ...]


def build_groups(
    now: Filter, catalog: Catalog, counterparts: Sequence[str], tags: Sequence[str], today: date, tr: Translate
) -> tuple[Group, ...]:
    """Return what the filter can be narrowed by from here; groups without a choice are left out."""
    narrow = partial(replace, now)
    groups = (
        Group(tr("Period"), tuple(Choice(tr(name), narrow(since=a, until=b)) for name, a, b in periods(today))),
        Group(tr("Area"), _entries(catalog, EntryKind.AREA, lambda key: narrow(area=key))),
        Group(tr("Counterpart"), tuple(Choice(name, narrow(counterpart=name)) for name in counterparts)),
        Group(tr("How it ended"), _members(Result, lambda one: narrow(outcome=one), tr)),
        Group(tr("Method"), _members(Method, lambda one: narrow(method=one), tr)),
        Group(tr("Status"), _members(Status, lambda one: narrow(status=one), tr)),
        Group(tr("Trap"), _entries(catalog, EntryKind.TRAP, lambda key: narrow(trap=key))),
        Group(tr("Tag"), tuple(Choice(tag, narrow(tag=tag)) for tag in tags)),
    )
    return tuple(group for group in groups if group.choices)


def build_chips(now: Filter, catalog: Catalog, tr: Translate, say_day: SayDay) -> tuple[Choice, ...]:
    """Return a chip for each part of the filter in force, with the filter that is left without it."""
    without = partial(replace, now)
    said = (
        (now.area and catalog.label(EntryKind.AREA, now.area), {"area": None}),
        (now.counterpart and tr("with {}").format(now.counterpart), {"counterpart": None}),
        (now.outcome and said_of(now.outcome, tr), {"outcome": None}),
        (now.method and said_of(now.method, tr), {"method": None}),
        (now.status and said_of(now.status, tr), {"status": None}),
        (now.trap and catalog.label(EntryKind.TRAP, now.trap), {"trap": None}),
        (now.tag and f"#{now.tag}", {"tag": None}),
        (_period(now, tr, say_day), {"since": None, "until": None}),
        (now.binned and tr("In the bin"), {"binned": False}),
    )
    return tuple(Choice(label, without(**parts)) for label, parts in said if label)


def build_search_chips(now: Filter, tr: Translate) -> tuple[Choice, ...]:
    """Return a chip for what is searched for, where the page has no field that shows it."""
    return (Choice(tr("matching “{}”").format(now.search), replace(now, search="")),) if now.search else ()


def periods(today: date) -> tuple[tuple[str, date, date | None], ...]:
    """Return the periods offered, by name, first day and last day (None: no end)."""
    year = today.year
    return (
        ("This month", today.replace(day=1), None),
        ("Last 3 months", _months_before(today, 3), None),
        ("Last 6 months", _months_before(today, 6), None),
        ("Last 12 months", _months_before(today, 12), None),
        ("This year", date(year, 1, 1), None),
        ("Last year", date(year - 1, 1, 1), date(year - 1, 12, 31)),
    )


def said_of(member: StrEnum, tr: Translate) -> str:
    """Return the words for a member of a closed set: its value as people write it."""
    return tr(member.value.replace("-", " ").capitalize())


def _months_before(day: date, months: int) -> date:
    """Return the day after the same day of an earlier month, so that the period is whole months."""
    index = day.year * 12 + day.month - 1 - months
    first = date(index // 12, index % 12 + 1, 1)
    last = date((index + 1) // 12, (index + 1) % 12 + 1, 1) - timedelta(days=1)
    return min(first + timedelta(days=day.day - 1), last) + timedelta(days=1)


def _period(now: Filter, tr: Translate, say_day: SayDay) -> str:
    if now.since and now.since == now.until:
        return tr("on {}").format(say_day(now.since))
    if now.since and now.until:
        return tr("{} to {}").format(say_day(now.since), say_day(now.until))
    if now.since:
        return tr("since {}").format(say_day(now.since))
    return tr("until {}").format(say_day(now.until)) if now.until else ""


def _entries(catalog: Catalog, kind: EntryKind, chosen: Callable[[str], Filter]) -> tuple[Choice, ...]:
    return tuple(Choice(entry.label, chosen(entry.key)) for entry in catalog.of(kind))


def _members(members: Iterable[Member], chosen: Callable[[Member], Filter], tr: Translate) -> tuple[Choice, ...]:
    return tuple(Choice(said_of(member, tr), chosen(member)) for member in members)
