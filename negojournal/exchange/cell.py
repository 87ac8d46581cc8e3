"""What a cell says, as plain data of a field."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from enum import Enum
from fractions import Fraction
from functools import cache
from typing import get_args, get_origin

from negojournal.domain.moment import Moment
from negojournal.domain.negotiation import name_key
from negojournal.domain.outcome import Outcome
from negojournal.exchange.cell_text import plain_from_text, without_none
from negojournal.exchange.custom import Custom, number_from
from negojournal.exchange.dating import moment_text
from negojournal.exchange.table import TYPES
from negojournal.exchange.word import simplified, words_for

Reader = Callable[[str, Custom], object]
"""Return the plain data that a text tells; raise MisfitError."""

EXPECTED = tuple(f"preparation.expected.{outcome}" for outcome in Outcome)
ANSWERS = tuple(f"review.assessment.answers.{outcome}" for outcome in Outcome)
"""One rating each, as in a quick review; tables of ours have all answers in one cell."""
TERM = tuple(f"preparation.terms.{end}" for end in ("opening", "goal", "bottom_line", "their_opening", "agreed"))
"""The ends of the one term that a table negotiates about."""

NOTHING = frozenset({"", "-", "–", "—", "?", "n/a", "#n/a", "na", "n.a.", "none", "null", "nan", "k.a.", "--"})
"""What people write where there is no number, date or choice."""


class MisfitError(Exception):
    """Carry the words for what is expected of a cell; never leaves this folder."""


def _moment(text: str, custom: Custom) -> str:
    try:
        return moment_text(text, custom.order)
    except ValueError as error:
        raise MisfitError(f"a date such as {DATES[custom.order]}") from error


DATES = {"dmy": "28.2.2026 or 28/02/2026 14:30", "mdy": "2/28/2026 or 2/28/2026 2:30 PM", "ymd": "2026-02-28 14:30"}
"""A date in each order, for people."""


def _day(text: str, custom: Custom) -> str:
    return _moment(text, custom)[: len("2026-02-28")]


def _number(text: str, custom: Custom) -> Fraction:
    try:
        return number_from(text, custom.decimal)
    except ValueError as error:
        raise MisfitError(f"a number such as 4{custom.decimal}5") from error


def _amount(text: str, custom: Custom) -> object:
    return _plain(_number(text, custom))


def _whole(text: str, custom: Custom) -> object:
    number = _number(text, custom)
    if number.denominator != 1:
        raise MisfitError("a whole number")
    return int(number)


def _chance(text: str, custom: Custom) -> float:
    number = _number(text, custom)
    share = number / 100 if "%" in text or number > 1 else number
    if not 0 <= share <= 1:
        raise MisfitError("a share such as 60% or 0.6")
    return float(share)


def _on_scale(text: str, custom: Custom) -> Fraction:
    """Return a rating on our scale; "4/5" says its own."""
    value, _, end = text.partition("/")
    number = _number(value, custom)
    if not custom.scale.holds(number) or (end and end.strip() != str(custom.scale.highest)):
        raise MisfitError(f"a rating from {custom.scale.lowest} to {custom.scale.highest}")
    return custom.scale.as_ours(number)


def _rating(text: str, custom: Custom) -> int:
    value = _on_scale(text, custom)
    return int(Decimal(value.numerator) / Decimal(value.denominator) + Decimal("0.5"))


def _expected(text: str, custom: Custom) -> object:
    return _plain(_on_scale(text, custom))


def _plain(number: Fraction) -> object:
    return int(number) if number.denominator == 1 else float(number)


_DURATION = re.compile(
    r"(?:(\d{1,4}(?:[.,]\d{1,2})?) ?h(?:ours?|rs?)?\.?)? ?(?:(\d{1,6}) ?(?:m|min|mins|minutes?|minuten)?\.?)?", re.ASCII
)
_CLOCK = re.compile(r"(\d{1,4}):(\d{2})(?::\d{2})?", re.ASCII)


def _minutes(text: str, _custom: Custom) -> int:
    short = text.strip().lower()
    if clock := _CLOCK.fullmatch(short):
        return int(clock[1]) * 60 + int(clock[2])
    found = _DURATION.fullmatch(short)
    if found is None or not short:
        raise MisfitError("minutes such as 90, or 1:30")
    hours = Decimal((found[1] or "0").replace(",", "."))
    return int((hours * 60).to_integral_value(ROUND_HALF_UP)) + int(found[2] or 0)


def _text(text: str, _custom: Custom) -> str:
    return text


def _line(text: str, _custom: Custom) -> str:
    return " ".join(text.split())


def _code(text: str, _custom: Custom) -> str:
    return SIGNS.get(text.strip(), text.strip().upper())


SIGNS = {"€": "EUR", "$": "USD", "£": "GBP", "¥": "JPY"}

_PARTS = re.compile(r"\s*[;\r\n\v\f\u2028\u2029]+\s*")
_COMMAS = re.compile(r"\s*,\s+(?!(?:inc|ltd|llc|gmbh|co|corp|jr|sr|phd)\b)|\s+[/+]\s+|\s*,(?=\w)", re.IGNORECASE)
_BULLET = re.compile(r"[-•*·]\s+")


def _names(text: str, _custom: Custom) -> list[str]:
    """Return several names in one cell, each once; commas part them only where nothing stronger does."""
    parts = [_BULLET.sub("", one, count=1) for one in _PARTS.split(text.strip())]
    if len(parts) == 1:
        parts = _COMMAS.split(parts[0])
    return _once(" ".join(one.split()) for one in parts)


def _once(names: Iterable[str]) -> list[str]:
    first: dict[str, str] = {}
    for name in names:
        first.setdefault(name_key(name), name)
    return [name for key, name in first.items() if key]


def _lines(text: str, _custom: Custom) -> list[str]:
    """Return the lines of a cell as the parts of a list."""
    return [one for part in _PARTS.split(text) if (one := _BULLET.sub("", part, count=1).strip())]


def _choice(words: Mapping[str, str]) -> Reader:
    expected = f"one of {', '.join(dict.fromkeys(words.values()))}"

    def read(text: str, _custom: Custom) -> str:
        try:
            return words[simplified(text)]
        except KeyError as error:
            raise MisfitError(expected) from error

    return read


READERS: Mapping[str, Reader] = {
    "title": _line,
    "counterparts": _names,
    "tags": _names,
    "area": _line,
    "purposes": _names,
    "review.traps": _names,
    "duration_minutes": _minutes,
    "currency": _code,
    "preparation.chance": _chance,
    "preparation.trust": _rating,
    "review.trust": _rating,
    **dict.fromkeys(EXPECTED, _expected),
    **dict.fromkeys(ANSWERS, _rating),
    **dict.fromkeys(TERM, _amount),
}
"""What reads a field whose declared type alone doesn't tell how."""

BY_TYPE: Mapping[object, Reader] = {date: _day, Moment: _moment, Decimal: _amount, float: _amount, int: _whole}


def plain_from_cell(text: str, path: str, custom: Custom) -> object:
    """Return what a cell says for a field, None where it says nothing; raises MisfitError."""
    if custom.is_ours and path in TYPES:
        return plain_from_text(text, float if path in EXPECTED else TYPES[path])
    reader = reader_of(path)
    if reader in PLAIN:
        return reader(text, custom) if text.strip() else None
    return None if text.strip().casefold() in NOTHING else reader(text, custom)


PLAIN = frozenset({_text, _line, _names, _lines})
"""What reads any text."""


@cache
def reader_of(path: str) -> Reader:
    """Return what reads the cells for a field."""
    if path in READERS:
        return READERS[path]
    hint = without_none(TYPES[path])
    if isinstance(hint, type) and issubclass(hint, Enum):
        return _choice(words_for(path, hint))
    if get_origin(hint) is tuple and get_args(hint)[0] is str:
        return _lines
    if get_origin(hint) in (tuple, Mapping):
        return lambda text, _custom: plain_from_text(text, hint)
    return BY_TYPE.get(hint, _text)


def is_strict(path: str) -> bool:
    """Tell whether a field takes only certain cells, so that what stands in a column tells whether it can be that."""
    return reader_of(path) not in PLAIN
