"""Two versions of one record side by side: every field in which they differ, in the words people read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from dataclasses import fields as fields_of
from itertools import permutations, zip_longest
from typing import TYPE_CHECKING, cast

from negojournal.domain.agreement import Agreement, Dodge
from negojournal.domain.catalog import Catalog
from negojournal.domain.negotiation import Negotiation
from negojournal.domain.outcome import Outcome, PerOutcome
from negojournal.domain.plain import plain_of
from negojournal.domain.preparation import Preparation
from negojournal.domain.review import Assessment, Review
from negojournal.exchange.label import LABELS
from negojournal.exchange.speech import Speech
from negojournal.exchange.text import dump

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

PARTED: Mapping[str, type[DataclassInstance]] = {
    "preparation": Preparation,
    "review": Review,
    "agreement": Agreement,
    "dodge": Dodge,
}
"""The parts of a record that are compared field by field; one that isn't there is as an empty one."""

BEFORE, LONGEST = 60, 600
"""Characters kept before the first that differs, and characters of a line."""

SHORT, MOST = 8, 30
"""Lines of a list that is told whole, and the most lines that differ of a longer one."""


@dataclass(frozen=True, slots=True)
class Difference:
    """Hold what two versions say of one field, each as lines; where there are none, nothing is said of it."""

    label: str
    mine: tuple[str, ...]
    theirs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Pair:
    """Hold what two versions have in one place: its label, the name of its field, and both values."""

    label: str
    name: str
    mine: object
    theirs: object


def build_difference(
    mine: Negotiation, theirs: Negotiation, catalog: Catalog, titles: Mapping[str, str] | None = None
) -> tuple[Difference, ...]:
    """Return every field in which two versions of a record differ, in the order of the record.

    Of a long list only the lines that aren't in both are told, of a long text what stands around the first change.
    `titles` are those of the negotiations that the versions follow.
    """
    speech = Speech(catalog, titles or {})
    return tuple(_difference(pair, speech) for pair in _pairs(Negotiation, mine, theirs, speech) if _differs(pair))


def _differs(pair: _Pair) -> bool:
    """Tell whether the values differ by more than two ways of being empty."""
    return pair.mine != pair.theirs and bool(_is_said(pair.mine) or _is_said(pair.theirs))


def _is_said(value: object) -> bool:
    return value is not None and value not in ("", ())


def _pairs(kind: type, mine: object, theirs: object, speech: Speech) -> Iterator[_Pair]:
    """Yield what is beside each other in two values of a type."""
    for field in fields_of(kind):
        name, first, second = field.name, getattr(mine, field.name), getattr(theirs, field.name)
        if part := PARTED.get(name):
            yield from _pairs(part, first or part(), second or part(), speech)
        elif label := LABELS[kind].get(name):
            yield from _parted(_Pair(label, name, first, second), speech)


def _parted(pair: _Pair, speech: Speech) -> Iterator[_Pair]:
    """Yield what a field holds: values by outcome, marks and ratings each for itself, anything else as it is."""
    first, second = pair.mine, pair.theirs
    if isinstance(first, Assessment) or isinstance(second, Assessment):
        yield from _ratings(pair, speech)
    elif isinstance(first, PerOutcome) and isinstance(second, PerOutcome):
        for one in Outcome:
            yield _Pair(f"{pair.label}: {one.capitalize()}", pair.name, first.of(one), second.of(one))
    elif isinstance(first, Mapping) and isinstance(second, Mapping):
        for key in dict.fromkeys((*first, *second)):
            yield _Pair(f"{pair.label}: {speech.line(pair.name, key)}", pair.name, first.get(key), second.get(key))
    else:
        yield pair


def _ratings(pair: _Pair, speech: Speech) -> Iterator[_Pair]:
    """Yield which questionnaire was used, and each item with both answers."""
    mine, theirs = cast("tuple[Assessment | None, Assessment | None]", (pair.mine, pair.theirs))
    bare = (replace(one, answers={}) if one else None for one in (mine, theirs))
    yield _Pair(pair.label, pair.name, *bare)
    asked = {key: one for one in (theirs, mine) if one for key in one.answers}
    for key, one in asked.items():
        yield _Pair(speech.item(one, key), pair.name, speech.rating(mine, key), speech.rating(theirs, key))


def _difference(pair: _Pair, speech: Speech) -> Difference:
    mine, theirs = speech.lines(pair.name, pair.mine), speech.lines(pair.name, pair.theirs)
    if mine == theirs:
        mine, theirs = (dump(plain_of(pair.mine)),), (dump(plain_of(pair.theirs)),)
    first, second, same = mine, theirs, 0
    if max(len(mine), len(theirs)) > SHORT and sorted(mine) != sorted(theirs):
        first, second = (tuple((one - other).elements()) for one, other in permutations(map(Counter, (mine, theirs))))
        same = len(mine) - len(first)
    told = tuple(_around(one, other) for one, other in zip_longest(first, second, fillvalue=""))
    return Difference(pair.label, _most((one for one, _ in told), same), _most((other for _, other in told), same))


def _around(one: str, other: str) -> tuple[str, str]:
    """Return two texts from a little before the first character that differs, and not too much of them."""
    if max(len(one), len(other)) <= LONGEST:
        return one, other
    apart = next(
        (place for place, pair in enumerate(zip(one, other, strict=False)) if pair[0] != pair[1]),
        min(len(one), len(other)),
    )
    start = max(0, apart - BEFORE)
    return _cut(one, start), _cut(other, start)


def _cut(text: str, start: int) -> str:
    end = start + LONGEST
    return f"{'…' if start else ''}{text[start:end]}{'…' if end < len(text) else ''}" if text else ""


def _most(lines: Iterable[str], same: int) -> tuple[str, ...]:
    """Return the lines that there is something on, at most so many, and how many more there are."""
    told = tuple(filter(None, lines))
    more = (f"and {len(told) - MOST} more",) if len(told) > MOST else ()
    alike = (f"and {same} the same",) if same else ()
    return (*told[:MOST], *more, *alike)
