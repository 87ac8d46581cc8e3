"""What the sample journal is made of: people, scenarios and phrases under `resources/sample/`."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from negojournal.catalog.load import read_toml
from negojournal.domain.agreement import Commitment, FollowUp
from negojournal.domain.negotiation import Channel
from negojournal.domain.outcome import PerOutcome
from negojournal.domain.preparation import Exchange, Method, Reason, Risk, Term
from negojournal.domain.review import Headline, Tactic


class Quality(StrEnum):
    """Name how a negotiation went, for choosing its words."""

    GOOD = "good"
    MIXED = "mixed"
    POOR = "poor"


@dataclass(frozen=True, slots=True)
class Texts:
    """Hold sentences for each quality."""

    good: tuple[str, ...]
    mixed: tuple[str, ...]
    poor: tuple[str, ...]

    def of(self, quality: Quality) -> tuple[str, ...]:
        """Return the sentences for one quality."""
        sentences: tuple[str, ...] = getattr(self, quality.value)
        return sentences


@dataclass(frozen=True, slots=True)
class Person:
    """Hold an invented counterpart; `power` is as in the record."""

    name: str
    power: int
    channels: tuple[Channel, ...]
    method: Method
    interests: tuple[str, ...]
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Scenario:
    """Hold what is negotiated again and again with the same people."""

    area: str
    people: tuple[str, ...]
    titles: tuple[str, ...]
    purposes: tuple[str, ...]
    tags: tuple[str, ...]
    intended: tuple[str, ...]
    happened: Texts
    next: tuple[str, ...]
    my_position: str
    their_position: str
    term: Term


@dataclass(frozen=True, slots=True)
class Plan:
    """Hold what plans are made of."""

    best_alternative: tuple[str, ...]
    yes_reasons: tuple[str, ...]
    no_reasons: tuple[Reason, ...]
    risks: tuple[Risk, ...]
    my_interests: tuple[str, ...]
    rules: tuple[str, ...]
    questions: tuple[str, ...]
    stop_rule: tuple[str, ...]
    exchanges: tuple[Exchange, ...]


@dataclass(frozen=True, slots=True)
class Handshake:
    """Hold what agreements and later looks at them are made of."""

    commitments: tuple[Commitment, ...]
    stakeholders: tuple[str, ...]
    thanked_by: tuple[str, ...]
    follow_ups: tuple[FollowUp, ...]


@dataclass(frozen=True, slots=True)
class Event:
    """Hold the words of the milestone."""

    title: str
    note: str


@dataclass(frozen=True, slots=True)
class Phrases:
    """Hold what is said whatever the negotiation was about."""

    opening: tuple[str, ...]
    body_language: tuple[str, ...]
    keep: tuple[str, ...]
    feeling: tuple[str, ...]
    tactics: tuple[Tactic, ...]
    trap_note: tuple[str, ...]
    headlines: tuple[Headline, ...]
    dodged: tuple[str, ...]
    why: Texts
    improve: PerOutcome[tuple[str, ...]]
    preparation: Plan
    agreement: Handshake
    milestone: Event
    strategy: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _People:
    person: tuple[Person, ...]


@dataclass(frozen=True, slots=True)
class _Scenarios:
    scenario: tuple[Scenario, ...]


@dataclass(frozen=True, slots=True)
class Material:
    """Hold everything that is invented, people by their name."""

    people: dict[str, Person]
    scenarios: tuple[Scenario, ...]
    phrases: Phrases


def load_material(resources: Path) -> Material:
    """Read the three files; raises FormatError that names file and key."""
    folder = resources / "sample"
    people = read_toml(folder / "person.toml", _People).person
    return Material(
        {person.name: person for person in people},
        read_toml(folder / "scenario.toml", _Scenarios).scenario,
        read_toml(folder / "phrase.toml", Phrases),
    )
