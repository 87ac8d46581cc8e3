"""What is said of a negotiation afterwards."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

from negojournal.domain.outcome import PerOutcome
from negojournal.domain.preparation import Method, Side

Answers = Mapping[str, int | None]
"""Item key to rating 1–7; None is "not applicable", a missing key is not answered yet."""


class Result(StrEnum):
    """Say how a negotiation ended."""

    AGREEMENT = "agreement"
    NO_AGREEMENT = "no-agreement"
    ADJOURNED = "adjourned"
    WALKED_AWAY = "walked-away"


class Done(StrEnum):
    """Say whether the last intention was carried out."""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"


class PracticeMark(StrEnum):
    """Say how well a practice was done."""

    WELL = "well"
    PARTLY = "partly"
    NOT = "not"
    NOT_RELEVANT = "na"


@dataclass(frozen=True)
class Assessment:
    """Hold the ratings given to one questionnaire."""

    questionnaire: str
    revision: int = 1
    answers: Answers = field(default_factory=dict, hash=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "answers", MappingProxyType(dict(self.answers)))


@dataclass(frozen=True, slots=True)
class TrapMark:
    """Hold a trap that was fallen into, and a sentence on what happened."""

    key: str
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Tactic:
    """Hold a tactic or pressure that one side used, and the answer given."""

    name: str
    by: Side
    answer: str | None = None


@dataclass(frozen=True, slots=True)
class Headline:
    """Hold what one stakeholder would put at the imaginary press conference."""

    stakeholder: str
    headline: str | None = None
    defensible: bool | None = None


@dataclass(frozen=True)
class Review:
    """Hold an after-action review; `trust` in them afterwards is 1–7."""

    outcome: Result | None = None
    summary: str | None = None
    opening_note: str | None = None
    body_language_note: str | None = None
    assessment: Assessment | None = None
    improve: PerOutcome[str] = field(default_factory=PerOutcome)
    intended: str | None = None
    happened: str | None = None
    why: str | None = None
    keep: str | None = None
    next_time: str | None = None
    last_intention_done: Done | None = None
    practices: Mapping[str, PracticeMark] = field(default_factory=dict, hash=False)
    traps: tuple[TrapMark, ...] = ()
    tactics: tuple[Tactic, ...] = ()
    trust: int | None = None
    their_method: Method | None = None
    feeling_note: str | None = None
    press_conference: tuple[Headline, ...] = ()

    def __post_init__(self) -> None:
        object.__setattr__(self, "practices", MappingProxyType(dict(self.practices)))
