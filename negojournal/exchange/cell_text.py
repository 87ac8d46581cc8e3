"""Read back what this program's own tables say in one cell: lists, choices and objects as text (`write_csv`)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import is_dataclass
from decimal import Decimal
from functools import cache
from types import NoneType, UnionType
from typing import Union, get_args, get_origin, get_type_hints

BETWEEN = "; "

_EMPTY = re.compile(r"(?:; )+$")
"""What is left of objects that say nothing."""


def plain_from_text(text: str, declared: object, between: str = BETWEEN) -> object:
    """Return the plain data that a text tells of a declared type, as far as it can be told from its marks.

    A number or a word that doesn't fit stays text, which `value_from` then refuses by its place.
    """
    hint = without_none(declared)
    origin, arguments = get_origin(hint), get_args(hint)
    if origin is tuple:
        return _items(text, without_none(arguments[0]))
    if origin is Mapping:
        return _pairs(text, arguments[1], between)
    kind = getattr(hint, "__supertype__", origin or hint)
    if is_dataclass(kind) and isinstance(kind, type) and kind.__name__ != "Moment":
        return _object(tuple(_tokens(text, kind)), kind)
    return _leaf(text, kind)


def without_none(declared: object) -> object:
    """Return a declared type without its None."""
    if get_origin(declared) in (Union, UnionType):
        return next(one for one in get_args(declared) if one is not NoneType)
    return declared


def _leaf(text: str, kind: object) -> object:
    if kind is bool:
        return {"true": True, "false": False}.get(text, text)
    if kind in (int, float, Decimal):
        return _number(text)
    return text


def _number(text: str) -> object:
    if not re.fullmatch(r"-?\d{1,40}(?:\.\d{1,40})?(?:e[-+]?\d{1,3})?", text, re.ASCII):
        return text
    return int(text) if text.lstrip("-").isdecimal() else Decimal(text)


def _pairs(text: str, inner: object, between: str) -> object:
    pairs = (pair.partition(": ") for pair in text.split(between) if pair)
    return {key: plain_from_text(value, inner) for key, _, value in pairs}


def _items(text: str, inner: object) -> list[object]:
    """Return a list: of texts parted by semicolons, or of objects, each of which begins with an earlier field."""
    if not (isinstance(inner, type) and is_dataclass(inner)):
        return list(text.split(BETWEEN))
    if not text.strip(BETWEEN):
        return []
    items: list[object] = []
    tokens: list[tuple[str, str]] = []
    for mark, name, value in _marked(text, inner):
        if mark == BETWEEN and tokens:
            items.append(_object(tokens, inner))
            tokens = []
        tokens.append((name, value))
    return [*items, _object(tokens, inner)]


def _object(tokens: Sequence[tuple[str, str]], kind: type) -> dict[str, object]:
    hints = _hints(kind)
    return {name: plain_from_text(value, hints[name]) for name, value in tokens}


def _tokens(text: str, kind: type) -> Iterator[tuple[str, str]]:
    return ((name, value) for _, name, value in _marked(text, kind))


def _marked(text: str, kind: type) -> Iterator[tuple[str, str, str]]:
    """Yield what stands before each field, its name and its text; a text without any is that of the first field."""
    found = list(_marks(kind).finditer(text))
    if not found or found[0].start():
        yield "", next(iter(_hints(kind))), text
        return
    for number, mark in enumerate(found):
        end = found[number + 1].start() if number + 1 < len(found) else len(text)
        yield mark[1], mark[2], _EMPTY.sub("", text[mark.end() : end])


@cache
def _marks(kind: type) -> re.Pattern[str]:
    return re.compile(rf"(^|; |, )({'|'.join(_hints(kind))}): ")


@cache
def _hints(kind: type) -> Mapping[str, object]:
    return get_type_hints(kind)
