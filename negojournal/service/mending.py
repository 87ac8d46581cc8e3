"""Make of a value that breaks rules one that keeps them: what can't be right is left out."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any, TypeVar

from negojournal.domain.plain import plain_of, value_from
from negojournal.domain.rule import UNKEPT
from negojournal.errors import InvalidError, Problem

T = TypeVar("T")

STEP = re.compile(r"\[(\d+)\]")
STRANGE = re.compile(f"{UNKEPT.pattern}|[\x01-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029]")
"""Characters that a text has only when it is damaged: what can't be kept, and controls."""

GONE = object()
"""What stands in a list in place of what is left out, until all of it is known."""


def mended(value: T, problems: Callable[[T], tuple[Problem, ...]]) -> T | None:
    """Return a value without whatever in it breaks a rule, itself where nothing does; None where that is all of it.

    In a text, characters that can't be kept are replaced before the whole text is given up.
    """
    kind, plain = type(value), plain_of(value)
    while faults := _faults(kind, plain, problems):
        # Each round leaves something out, or cleans it, so there is an end.
        if not all(_mend(plain, problem.field) for problem in faults):
            return None
        plain = _without_gone(plain)
    found = value_from(kind, plain)
    return value if found == value else found


def _faults(kind: type[T], plain: object, problems: Callable[[T], tuple[Problem, ...]]) -> tuple[Problem, ...]:
    try:
        return problems(value_from(kind, plain))
    except InvalidError as error:
        return error.problems


def _mend(plain: Any, place: str) -> bool:  # noqa: ANN401 - plain data
    """Mend what stands at a place, or leave it out; where it's missing, what it is missing in. False for the whole."""
    steps = tuple(_steps(plain, place))
    if not steps:
        return False
    holder, step = steps[-1]
    value = holder[step]
    clean = STRANGE.sub("\N{REPLACEMENT CHARACTER}", value) if isinstance(value, str) else value
    if clean != value:
        holder[step] = clean
    elif isinstance(holder, list):
        holder[step] = GONE
    else:
        del holder[step]
    return True


def _steps(plain: Any, place: str) -> Iterator[tuple[Any, Any]]:  # noqa: ANN401 - plain data
    """Yield what holds each step of the way to a place, as far as there is one."""
    while place:
        if isinstance(plain, list):
            number = STEP.match(place)
            if number is None or int(number[1]) >= len(plain):
                return
            step: Any = int(number[1])
            place = place[number.end() :]
        else:
            known = plain if isinstance(plain, dict) else ()
            step = max((key for key in known if _leads(key, place)), key=len, default=None)
            if step is None:
                return
            place = place[len(step) :]
        yield plain, step
        plain, place = plain[step], place.removeprefix(".")


def _leads(key: str, place: str) -> bool:
    """Tell whether a key, which may hold dots itself, is the first step to a place."""
    return place.startswith(key) and place[len(key) :][:1] in {"", ".", "["}


def _without_gone(plain: Any) -> Any:  # noqa: ANN401 - plain data
    if isinstance(plain, list):
        return [_without_gone(one) for one in plain if one is not GONE]
    return {key: _without_gone(one) for key, one in plain.items()} if isinstance(plain, dict) else plain
