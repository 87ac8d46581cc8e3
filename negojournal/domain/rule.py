"""The rules that a single value must keep, as a table (record.md)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, cast

from negojournal.domain.catalog import Entry
from negojournal.domain.identity import is_uuid7
from negojournal.domain.moment import Moment
from negojournal.domain.negotiation import Milestone, Negotiation
from negojournal.domain.note import Note
from negojournal.domain.outcome import PerOutcome
from negojournal.domain.plain import shown
from negojournal.domain.preparation import Exchange, Preparation
from negojournal.domain.questionnaire import HIGHEST, LOWEST, Item, Questionnaire
from negojournal.domain.review import Assessment, Review

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

LONGEST_LINE = 200
LONGEST_WORDING = 1000
LONGEST_TEXT = 2**20
MOST_DIGITS = 15
FIRST_YEAR, LAST_YEAR = 1900, 2199
LONGEST_COUNT = 999_999

Fault = tuple[str, str]
"""A place, and the rest of a sentence that begins with it."""


@dataclass(frozen=True, slots=True)
class Rule:
    """Hold what must be true of a value, and the words for what is expected."""

    holds: Callable[[object], bool]
    expected: str


def faults_in(value: object) -> list[Fault]:
    """Return every rule of the tables that a value, or a value in it, breaks."""
    return [(place.removeprefix("."), phrase) for place, phrase in _faults(value, None)]


def _faults(value: object, rule: Rule | None) -> Sequence[Fault]:
    """Return what is broken in a value and in its parts; `rule` is that of the field it stands in.

    A place is put together only where there is a fault: most records have none, and an import asks of each.
    """
    if isinstance(value, _LEAVES):
        kept = rule or TYPE_RULES.get(type(value))
        if kept is None or kept.holds(value):
            return ()
        return (("", f"should be {kept.expected}{_instead(value)}"),)
    return [
        (f"{_step(at)}{place}", phrase) for at, part, own in _parts(value, rule) for place, phrase in _faults(part, own)
    ]


def _parts(value: object, rule: Rule | None) -> Iterator[tuple[int | str, object, Rule | None]]:
    """Yield the number or name of what a value holds, what it is, and its rule."""
    if isinstance(value, tuple):
        yield from ((number, one, rule) for number, one in enumerate(value))
    elif isinstance(value, Mapping):
        yield from ((key, key, KEY) for key in value)
        yield from ((key, one, rule) for key, one in value.items() if one is not None)
    else:
        whole = isinstance(value, PerOutcome)
        for name, own in _fields(cast("Hashable", type(value))):
            if (one := getattr(value, name)) is not None and one != ():
                yield name, one, rule if whole else own


def _step(at: int | str) -> str:
    return f".{at}" if isinstance(at, str) else f"[{at}]"


@cache
def _fields(kind: type[DataclassInstance]) -> tuple[tuple[str, Rule | None], ...]:
    rules = RULES.get(kind, {})
    return tuple((field.name, rules.get(field.name)) for field in fields(kind))


def _instead(value: object) -> str:
    """Return the wrong value for the sentence, but not a text: it can be long, and no one's business."""
    return "" if isinstance(value, str) else f", not {shown(value)}"


_LEAVES = (str, int, float, Decimal, date, Moment)


def _is_whole(lowest: int, highest: int) -> Callable[[object], bool]:
    return lambda value: type(value) is int and lowest <= value <= highest


def _is_number(lowest: float, highest: float) -> Callable[[object], bool]:
    return lambda value: type(value) is not bool and isinstance(value, int | float) and lowest <= value <= highest


def _matches(pattern: str) -> Callable[[object], bool]:
    compiled = re.compile(pattern)
    return lambda value: isinstance(value, str) and compiled.fullmatch(value) is not None


def _is_line(longest: int) -> Callable[[object], bool]:
    """Return the test of a name: short, something to see in it, and nothing that breaks or steers a line."""

    def holds(value: object) -> bool:
        if not isinstance(value, str) or not 0 < len(value) <= longest or value.isspace():
            return False
        return value.isprintable() or (
            any(one.isprintable() and one != " " for one in value)
            and not any(unicodedata.category(one) in _STEERING for one in value)
            and not UNKEPT.search(value)
        )

    return holds


def _is_text(value: object) -> bool:
    return isinstance(value, str) and len(value) <= LONGEST_TEXT and (value.isprintable() or not UNKEPT.search(value))


def _is_amount(value: object) -> bool:
    if not isinstance(value, Decimal) or not value.is_finite():
        return False
    digits = "".join(map(str, value.as_tuple().digits)).rstrip("0")
    return not value or (len(digits) <= MOST_DIGITS and -MOST_DIGITS <= value.adjusted() < MOST_DIGITS)


def _is_near(value: object) -> bool:
    day = value.day if isinstance(value, Moment) else value
    return isinstance(day, date) and FIRST_YEAR <= day.year <= LAST_YEAR


_STEERING = frozenset({"Cc", "Cs", "Zl", "Zp"})
UNKEPT = re.compile("[\0\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
"""What is no character; Qt has uses of its own for the last ones, and would show something else than was written."""

_LINE = Rule(_is_line(LONGEST_LINE), f"a line of 1 to {LONGEST_LINE} printable characters, not only spaces")
_WORDING = Rule(_is_line(LONGEST_WORDING), f"a line of 1 to {LONGEST_WORDING} printable characters, not only spaces")
_RATING = Rule(_is_whole(LOWEST, HIGHEST), f"a whole number from {LOWEST} to {HIGHEST}")
_CHANCE = Rule(_is_number(0, 1), "a number from 0 to 1")
_DAY = Rule(_is_near, f"a date from {FIRST_YEAR} to {LAST_YEAR}")
_INSTANT = Rule(
    lambda value: isinstance(value, Moment) and value.instant is not None and _is_near(value),
    f"a date and time with its offset such as 2026-02-28T14:30+01:00, from {FIRST_YEAR} to {LAST_YEAR}",
)
_UUID = Rule(lambda value: isinstance(value, str) and is_uuid7(value), "a UUID of version 7 in lower case")
_REVISION = Rule(_is_whole(1, LONGEST_COUNT), f"a whole number from 1 to {LONGEST_COUNT:,}")
KEY = Rule(_matches(r"\w[\w.-]{0,99}"), "a key of 1 to 100 letters, digits, hyphens or underscores")

RULES: Mapping[type, Mapping[str, Rule]] = {
    Negotiation: {
        "id": _UUID,
        "title": _LINE,
        "created_at": _INSTANT,
        "updated_at": _INSTANT,
        "counterparts": _LINE,
        "power": Rule(_is_whole(-2, 2), "a whole number from −2 to 2"),
        "duration_minutes": Rule(_is_whole(0, LONGEST_COUNT), f"a whole number of minutes from 0 to {LONGEST_COUNT:,}"),
        "follows": _UUID,
        "tags": _LINE,
        "currency": Rule(_matches("[A-Z]{3}"), "three capital letters such as EUR"),
    },
    Preparation: {
        "expected": Rule(_is_number(LOWEST, HIGHEST), f"a number from {LOWEST} to {HIGHEST}"),
        "chance": _CHANCE,
        "trust": _RATING,
        "sealed_at": _INSTANT,
    },
    Exchange: {"probability": _CHANCE},
    Review: {"trust": _RATING},
    Assessment: {"revision": _REVISION, "answers": _RATING},
    Questionnaire: {"key": KEY, "revision": _REVISION, "title": _LINE},
    Item: {"key": KEY, "wording": _WORDING},
    Milestone: {"id": _UUID, "title": _LINE},
    Entry: {"key": KEY, "label": _LINE},
    Note: {"key": _LINE},
}
"""The rule of a field, or of each value in it; None keeps every rule."""

TYPE_RULES: Mapping[type, Rule] = {
    str: Rule(_is_text, "text of at most a million characters, without NUL or broken ones"),
    Decimal: Rule(_is_amount, f"a number of at most {MOST_DIGITS} digits"),
    date: _DAY,
    Moment: _DAY,
}
"""The rule of every other value of a type."""
