"""What a chart uses of all negotiations, and why it leaves out the rest."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from negojournal.domain.case import Case

S = TypeVar("S")
T = TypeVar("T")


class Reason(StrEnum):
    """Say why a negotiation is left out; the values follow a number: 3 not rated."""

    NOT_RATED = "not rated"
    OTHER_QUESTIONNAIRE = "rated by another questionnaire"
    DODGED = "dodged"
    HELD = "held, not dodged"
    NO_GROUP = "in neither group"
    NO_REVIEW = "without rating, practice or trap"
    NO_PREDICTION = "without an expected score that was felt as well"
    NO_CHANCE = "without a chance given"
    NOT_SEALED = "with a prediction that wasn't sealed before"
    NO_GOAL = "without a goal in numbers beside what was agreed"
    NO_RANGE = "without goal, bottom line and what was agreed in numbers"
    NO_RESULT = "without a result, or adjourned"
    NO_AGREEMENT = "without an agreement"
    FEW_PRACTICES = "with fewer than 3 practices marked"
    NO_PRACTICE = "without a practice marked"
    NO_COMMITMENT = "without commitments"
    NO_LOOK = "not looked at again"
    NO_POWER = "without a note on power"


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Count the negotiations left out for one reason."""

    reason: Reason
    n: int


@dataclass(frozen=True, slots=True)
class Use:
    """Count what a chart uses and what it leaves out; together they are all negotiations of the report."""

    used: int
    left_out: tuple[LeftOut, ...] = ()


def sift(cases: Iterable[S], read: Callable[[S], T | Reason]) -> tuple[tuple[T, ...], Use]:
    """Return what `read` makes of each case, and how many it gave a reason to leave out instead."""
    found: list[T] = []
    reasons: Counter[Reason] = Counter()
    for case in cases:
        value = read(case)
        if isinstance(value, Reason):
            reasons[value] += 1
        else:
            found.append(value)
    return tuple(found), Use(
        len(found), tuple(LeftOut(reason, reasons[reason]) for reason in Reason if reasons[reason])
    )


def unrated(case: Case, questionnaire: str | None, *dimensions: str) -> Reason | None:
    """Return why a case has no score by a questionnaire in any of some dimensions, None where it has."""
    if all(case.scores.get(dimension) is None for dimension in dimensions):
        return Reason.NOT_RATED
    return None if case.questionnaire == questionnaire else Reason.OTHER_QUESTIONNAIRE


def left_out_words(use: Use) -> str:
    """Return what is left out and why: 3 not rated, 1 dodged."""
    return ", ".join(f"{one.n:,} {one.reason}" for one in use.left_out)
