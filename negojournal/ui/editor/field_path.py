"""Values inside a record by their path in record.md, such as `review.improve.self`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TypeVar

from negojournal.domain.agreement import Agreement, Dodge
from negojournal.domain.preparation import Preparation
from negojournal.domain.review import Review

T = TypeVar("T")

EMPTY: Mapping[str, object] = {
    "preparation": Preparation(),
    "review": Review(),
    "agreement": Agreement(),
    "dodge": Dodge(),
}
"""What an absent part of a record is read as; writing into it makes it present."""


def value_at(record: object, path: str) -> object:
    """Return the value at a path."""
    head, _, rest = path.partition(".")
    value: object = getattr(record, head)
    if not rest:
        return value
    return value_at(EMPTY[head] if value is None else value, rest)


def with_value(record: T, path: str, value: object) -> T:
    """Return the record with a value at a path; a part that is absent and would stay empty stays absent."""
    head, _, rest = path.partition(".")
    if rest:
        inner = getattr(record, head)
        before = EMPTY[head] if inner is None else inner
        after = with_value(before, rest, value)
        value = inner if after == before else after
    changed: T = replace(record, **{head: value})  # type: ignore[type-var]
    return changed
