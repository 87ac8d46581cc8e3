"""Hypothesis strategies: any record that keeps every rule, built from the declared types of its fields."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from datetime import date, datetime, timedelta, timezone
from decimal import Decimal
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from hypothesis import strategies as st

from negojournal.catalog.load import load_catalog
from negojournal.domain.catalog import Entry, EntryKind
from negojournal.domain.draft import Draft
from negojournal.domain.identity import uuid_from
from negojournal.domain.moment import Moment
from negojournal.domain.negotiation import Milestone, Negotiation, name_key
from negojournal.domain.note import Note, Subject
from negojournal.domain.preparation import Exchange, Preparation
from negojournal.domain.review import Assessment, PracticeMark, Review, TrapMark
from negojournal.domain.rule import RULES, TYPE_RULES
from negojournal.paths import resource_folder

CATALOG = load_catalog(resource_folder())

NO_CHARACTERS = "\0\ufffe\uffff" + "".join(map(chr, range(0xFDD0, 0xFDF0)))
texts = st.text(st.characters(exclude_categories=["Cs"], exclude_characters=NO_CHARACTERS), max_size=40)
lines = st.text(
    st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"], exclude_characters=NO_CHARACTERS),
    min_size=1,
    max_size=40,
).filter(RULES[Negotiation]["title"].holds)
ids = st.builds(uuid_from, st.integers(0, 2**48 - 1), st.integers(0, 2**80 - 1))
ratings = st.integers(1, 7)
days = st.dates(date(1900, 1, 1), date(2199, 12, 31))
offsets = st.integers(-14 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
instants = st.builds(datetime.combine, days, st.times(), offsets)
stamps = instants.map(lambda one: Moment(one.isoformat()))
moments = st.one_of(days, instants).map(lambda one: Moment(one.isoformat()))
amounts = st.builds(
    lambda digits, places: Decimal(digits).scaleb(-places), st.integers(1 - 10**15, 10**15 - 1), st.integers(0, 12)
).filter(TYPE_RULES[Decimal].holds)
chances = st.floats(0, 1)


def keys(kind: EntryKind) -> st.SearchStrategy[str]:
    return st.sampled_from([entry.key for entry in CATALOG.of(kind)])


@st.composite
def assessments(draw: st.DrawFn) -> Assessment:
    questionnaire = draw(st.sampled_from(CATALOG.questionnaires))
    items = st.sampled_from([item.key for item in questionnaire.items])
    answers = draw(st.dictionaries(items, st.none() | ratings, max_size=16))
    return Assessment(questionnaire.key, questionnaire.revision, answers)


def some(inner: st.SearchStrategy[Any], **unique: Any) -> st.SearchStrategy[tuple[Any, ...]]:
    return st.lists(inner, max_size=2, **unique).map(tuple)


names = some(lines, unique_by=name_key)

LEAVES: Mapping[Any, st.SearchStrategy[Any]] = {
    str: texts,
    bool: st.booleans(),
    Decimal: amounts,
    date: days,
    Moment: moments,
    Assessment: assessments(),
}
"""What values of a type may be where a field has no rule of its own."""

FIELDS: Mapping[type, Mapping[str, st.SearchStrategy[Any]]] = {
    Negotiation: {
        "id": ids,
        "title": lines,
        "created_at": stamps,
        "updated_at": stamps,
        "counterparts": names,
        "area": st.none() | keys(EntryKind.AREA),
        "power": st.none() | st.integers(-2, 2),
        "duration_minutes": st.none() | st.integers(0, 999_999),
        "follows": st.none() | ids,
        "purposes": some(keys(EntryKind.PURPOSE), unique=True),
        "tags": names,
        "currency": st.none() | st.text("ABCXYZ", min_size=3, max_size=3),
    },
    Preparation: {"chance": st.none() | chances, "trust": st.none() | ratings, "sealed_at": st.none() | stamps},
    Exchange: {"probability": chances},
    Review: {
        "practices": st.dictionaries(keys(EntryKind.PRACTICE), st.sampled_from(PracticeMark), max_size=3),
        "traps": some(st.builds(TrapMark, keys(EntryKind.TRAP), st.none() | texts), unique_by=lambda mark: mark.key),
        "trust": st.none() | ratings,
    },
    Milestone: {"id": ids, "title": lines},
    Entry: {"key": st.from_regex(r"[a-z0-9]{1,8}(-[a-z]{1,8})?", fullmatch=True), "label": lines},
}
"""What a field may hold that has a rule of its own."""


@cache
def values_of(hint: Any) -> st.SearchStrategy[Any]:
    """Return any value of a declared type that keeps the rules."""
    origin, arguments = get_origin(hint), get_args(hint)
    if hint in LEAVES:
        return LEAVES[hint]
    if hint is float:  # only expected scores have no strategy of their own
        return st.floats(1, 7)
    if origin in (Union, UnionType):
        (inner,) = (one for one in arguments if one is not NoneType)
        return st.none() | values_of(inner)
    if origin is tuple:
        return some(values_of(arguments[0]))
    if isinstance(hint, type) and issubclass(hint, Enum):
        return st.sampled_from(hint)
    kind = origin or hint
    own = FIELDS.get(kind, {})
    hints = {
        name: one[arguments] if getattr(one, "__parameters__", ()) else one
        for name, one in get_type_hints(kind).items()
    }
    return st.builds(kind, **{f.name: own[f.name] if f.name in own else values_of(hints[f.name]) for f in fields(kind)})


negotiations = values_of(Negotiation).filter(lambda record: record.follows != record.id)
"""Any record that keeps every rule."""
milestones = values_of(Milestone)
entries = values_of(Entry)
drafts = values_of(Draft)
notes = st.one_of(
    st.builds(Note, st.just(Subject.COUNTERPART), lines, texts),
    st.builds(Note, st.just(Subject.STRATEGY), days.map(date.isoformat), texts),
    st.builds(Note, st.just(Subject.FOCUS), days.map("{:%Y-%m}".format), keys(EntryKind.TRAP)),
)

quarters = st.integers(4, 28).map(lambda quarter: quarter / 4)
"""A score: the mean of four ratings."""
series = st.lists(quarters, max_size=60)
stepped = st.tuples(st.lists(quarters, min_size=8, max_size=30), st.lists(quarters, min_size=8, max_size=30)).map(
    lambda halves: [*halves[0], *(score + 3 for score in halves[1])]
)
"""Two levels, of which the second lies higher."""
