"""The four kinds of outcome that a person feels, after Curhan, Elfenbein & Xu (2006)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

T = TypeVar("T")


class Outcome(StrEnum):
    """Name one kind of subjective value."""

    INSTRUMENTAL = "instrumental"
    PROCESS = "process"
    RELATIONSHIP = "relationship"
    SELF = "self"


OVERALL = "overall"
"""The fifth dimension of a chart: all answered items together."""

DIMENSIONS: tuple[str, ...] = (*Outcome, OVERALL)
"""What is scored and charted, in the order shown."""


@dataclass(frozen=True, slots=True)
class PerOutcome(Generic[T]):
    """Hold one value for each outcome; None where the user gave none."""

    instrumental: T | None = None
    process: T | None = None
    relationship: T | None = None
    self: T | None = None

    def of(outcomes, outcome: Outcome) -> T | None:  # noqa: N805 - `self` is one of the four outcomes
        """Return the value for one outcome."""
        value: T | None = getattr(outcomes, outcome.value)
        return value
