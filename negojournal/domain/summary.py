"""What lists, calendars and charts read instead of whole records."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Generic, NewType, TypeVar

from negojournal.domain.identity import NegotiationId
from negojournal.domain.moment import Moment
from negojournal.domain.negotiation import Status
from negojournal.domain.review import Answers, Result

T = TypeVar("T")

Cursor = NewType("Cursor", str)
"""Where a page ended; opaque outside storage."""


@dataclass(frozen=True, slots=True)
class Summary:
    """Hold one line of a list; `scores` has a value or None for every dimension of the review."""

    id: NegotiationId
    title: str
    held_at: Moment
    status: Status
    counterparts: tuple[str, ...]
    area: str | None
    outcome: Result | None
    scores: Mapping[str, float | None]


@dataclass(frozen=True, slots=True)
class Chain:
    """Hold what a negotiation follows and what follows it, over every step, in order of time."""

    before: tuple[Summary, ...] = ()
    after: tuple[Summary, ...] = ()


@dataclass(frozen=True, slots=True)
class Page(Generic[T]):
    """Hold one page of a list and where the next one begins (None at the end)."""

    lines: tuple[T, ...]
    following: Cursor | None


@dataclass(frozen=True, slots=True)
class Tally:
    """Hold how many negotiations a filter lets through, and how many of them are rated."""

    negotiations: int
    rated: int


@dataclass(frozen=True, slots=True)
class ScoredReview:
    """Hold what a chart needs of one review, its answers as they were given."""

    id: NegotiationId
    title: str
    day: date
    scores: Mapping[str, float | None]
    answers: Answers


@dataclass(frozen=True, slots=True)
class Band:
    """Hold the median and the middle half of the scores of one week or month, `n` of them."""

    start: date
    n: int
    lower_quartile: float
    median: float
    upper_quartile: float


class Period(StrEnum):
    """Name the spans that many scores are drawn by."""

    WEEK = "week"
    MONTH = "month"


@dataclass(frozen=True, slots=True)
class Intention:
    """Hold what the user meant to do next time, and the negotiation that taught it."""

    id: NegotiationId
    title: str
    held_at: Moment
    next_time: str
