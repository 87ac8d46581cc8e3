"""What a chart uses of all negotiations, and why it leaves out the rest."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Reason(StrEnum):
    """Say why a negotiation is left out; the values are words that follow a number and a colon."""

    NOT_RATED = "not rated"
    OTHER_QUESTIONNAIRE = "rated by another questionnaire"
    DODGED = "dodged"
    NOT_DODGED = "held, not dodged"
    NO_GROUP = "in neither group"
    NO_PLAN = "no plan"
    NOT_SEALED = "prediction not sealed before the meeting"
    NO_PREDICTION = "no expected score"
    NO_CHANCE = "no chance given"
    NO_GOAL = "no goal in numbers"
    NO_RANGE = "no range captured, as a goal, a bottom line or what was agreed is missing"
    ADJOURNED = "adjourned"
    NO_RESULT = "no result noted"
    NO_AGREEMENT = "no agreement"
    FEW_PRACTICES = "fewer than 3 practices marked"
    NO_REVIEW = "no traps or practices marked and not rated"
    NO_COMMITMENT = "no commitments"
    NO_LOOK = "not looked at again"
    NO_POWER = "power not noted"


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
