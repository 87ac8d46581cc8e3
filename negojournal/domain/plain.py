"""Turn values into plain data (dicts, lists, text, numbers) and back, by their declared types.

One mechanism serves the exchange format, drafts and the text files of the catalogue. Plain data has every key, in
the order of the fields, and null for what is absent; read back, null and a missing key both mean absent. Reading is
strict: a whole number is not 4.5, "4" or true, and a key that is not known is an error.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Collection, Hashable, Mapping
from dataclasses import MISSING, fields, is_dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import TYPE_CHECKING, Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from negojournal.domain.moment import Moment
from negojournal.errors import InvalidError, Problem

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

T = TypeVar("T")
Reader = Callable[[Any], Any]
Writer = Callable[[Any], Any]

SHOWN = 40
"""How many characters of a wrong value are shown."""
LONGEST_PLACE = 160
"""How many characters of a place are kept; a key can be as long as a file."""

_WHOLE_BELOW = 10**15


class _MisfitError(Exception):
    """Carry where and why data did not fit, relative to the value being read; never leaves this module."""

    def __init__(self, places: list[tuple[str, str]]) -> None:
        super().__init__(places)
        self.places = places

    def under(self, step: str) -> list[tuple[str, str]]:
        return [(step + place, phrase) for place, phrase in self.places]


def value_from(kind: type[T], data: object, at: str = "") -> T:
    """Return the value of a type that plain data at a place describes; raise InvalidError with every misfit's place."""
    try:
        return cast("T", _reader(cast("Hashable", kind))(data))
    except _MisfitError as misfit:
        places = [(shown_text((at + place).removeprefix("."), LONGEST_PLACE), why) for place, why in misfit.places]
        raise InvalidError(tuple(Problem(place, sentence(place, why)) for place, why in places)) from None


def plain_of(value: object) -> object:
    """Return a value as plain data; numbers are exact to 15 digits, and one that is not finite is null."""
    kind = type(value)
    return value if kind in _SAME else _writer(cast("Hashable", kind))(value)


def sentence(place: str, phrase: str) -> str:
    """Return the sentence for the user that begins with the place."""
    return f"“{place}” {phrase}." if place else f"The content {phrase}."


def shown(data: object) -> str:
    """Return a short form of a wrong value, fit to stand in a sentence."""
    names: dict[type, str] = {NoneType: "null", dict: "an object", list: "a list", bool: str(data).lower()}
    if type(data) in names:
        return names[type(data)]
    return f"“{shown_text(data)}”" if isinstance(data, str) else shown_text(str(data))


def shown_text(text: str, limit: int = SHOWN) -> str:
    """Return the beginning of a text without anything that can't be printed."""
    short = text if len(text) <= limit else text[: limit - 1] + "…"
    return "".join(character if character.isprintable() else "�" for character in short)


@cache
def _reader(declared: Hashable) -> Reader:
    """Return the function that reads one declared type."""
    hint = getattr(declared, "__supertype__", declared)
    origin, arguments = get_origin(hint), get_args(hint)
    if origin in (Union, UnionType):
        (inner,) = (_reader(one) for one in arguments if one is not NoneType)
        return lambda data: None if data is None else inner(data)
    if origin in (tuple, Collection):
        return _sequence_reader(_reader(arguments[0]))
    if origin is Mapping:
        return _mapping_reader(_reader(arguments[0]), _reader(arguments[1]))
    if hint in _LEAVES:
        return _leaf_reader(*_LEAVES[hint])
    if isinstance(hint, type) and issubclass(hint, Enum):
        return _choice_reader(hint)
    return _object_reader(cast("type[DataclassInstance]", origin or hint), arguments)


def _misfit(expected: str, data: object) -> _MisfitError:
    return _MisfitError([("", f"should be {expected}, not {shown(data)}")])


def _sequence_reader(inner: Reader) -> Reader:
    def read(data: object) -> tuple[object, ...]:
        if type(data) is not list:
            raise _misfit("a list", data)
        faults: list[tuple[str, str]] = []
        values = tuple([_tried(inner, one, number, faults) for number, one in enumerate(data)])
        return _unless(faults, values)

    return read


def _mapping_reader(name: Reader, inner: Reader) -> Reader:
    def read(data: object) -> dict[object, object]:
        if type(data) is not dict:
            raise _misfit("an object", data)
        faults: list[tuple[str, str]] = []
        values = {_tried(name, key, key, faults): _tried(inner, one, key, faults) for key, one in data.items()}
        return _unless(faults, values)

    return read


def _object_reader(kind: type[DataclassInstance], arguments: tuple[object, ...]) -> Reader:
    """Return the reader of a dataclass; `arguments` are those of a generic one."""
    hints = {
        name: hint[arguments] if getattr(hint, "__parameters__", ()) else hint
        for name, hint in get_type_hints(kind).items()
    }
    readers = {field.name: _reader(hints[field.name]) for field in fields(kind)}
    required = [one.name for one in fields(kind) if one.default is MISSING and one.default_factory is MISSING]
    unknown = "is not known here; known are " + ", ".join(readers)

    def read(data: object) -> object:
        if type(data) is not dict:
            raise _misfit("an object", data)
        faults: list[tuple[str, str]] = []
        given = {}
        for key, one in data.items():
            if (reader := readers.get(key)) is None:
                faults.append((f".{key}", unknown))
            elif one is not None or key in required:
                given[key] = _tried(reader, one, key, faults)
        faults += [(f".{name}", "is missing") for name in required if name not in data]
        return kind(**_unless(faults, given))

    return read


def _tried(reader: Reader, data: object, at: int | str, faults: list[tuple[str, str]]) -> object:
    """Return what was read, or note the faults under their place, which is put into words for them only."""
    try:
        return reader(data)
    except _MisfitError as misfit:
        faults.extend(misfit.under(f"[{at}]" if isinstance(at, int) else f".{at}"))
        return None


def _unless(faults: list[tuple[str, str]], value: T) -> T:
    if faults:
        raise _MisfitError(faults)
    return value


def _choice_reader(kind: type[Enum]) -> Reader:
    choices = {member.value: member for member in kind}
    return _leaf_reader("one of " + ", ".join(choices), (str,), choices.__getitem__)


def _leaf_reader(expected: str, kinds: tuple[type, ...], build: Reader) -> Reader:
    """Return a reader that takes data of certain types exactly; `build` refuses by ValueError and its kin."""

    def read(data: object) -> object:
        if type(data) in kinds:
            try:
                return build(data)
            except (ValueError, KeyError, OverflowError):
                pass
        raise _misfit(expected, data)

    return read


def _day(text: str) -> date:
    if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", text, re.ASCII):
        raise ValueError(text)
    return date.fromisoformat(text)


def _decimal(data: float | Decimal) -> Decimal:
    return Decimal(repr(data)) if type(data) is float else Decimal(data)


_NUMBERS = (int, float, Decimal)
_LEAVES: Mapping[Any, tuple[str, tuple[type, ...], Reader]] = {
    str: ("text", (str,), str),
    bool: ("true or false", (bool,), bool),
    int: ("a whole number", (int,), int),
    float: ("a number", _NUMBERS, float),
    Decimal: ("a number", _NUMBERS, _decimal),
    date: ("a date such as 2026-02-28", (str,), _day),
    Moment: (
        "a date such as 2026-02-28, or a date and time with its offset such as 2026-02-28T14:30+01:00",
        (str,),
        Moment,
    ),
}

_SAME = frozenset({str, int, bool, NoneType})
"""Types that are plain data already."""


@cache
def _writer(kind: type) -> Writer:
    """Return the function that writes values of one type."""
    for known, writer in _WRITERS.items():
        if issubclass(kind, known):
            return writer
    if not is_dataclass(kind):
        raise TypeError(kind)
    names = [field.name for field in fields(kind)]
    return lambda value: {name: plain_of(getattr(value, name)) for name in names}


def _plain_number(number: Decimal | float) -> int | float | None:
    """Return a whole number as such, so that 5 is read and written as 5."""
    nearest = float(number)
    if not math.isfinite(nearest):
        return None
    return int(nearest) if nearest.is_integer() and abs(nearest) < _WHOLE_BELOW else nearest


_WRITERS: Mapping[type, Writer] = {
    Enum: lambda member: member.value,
    Decimal: _plain_number,
    float: _plain_number,
    date: date.isoformat,
    Moment: str,
    tuple: lambda values: [plain_of(one) for one in values],
    Mapping: lambda values: {plain_of(key): plain_of(one) for key, one in values.items()},
}
