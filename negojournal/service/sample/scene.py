"""How one invented negotiation went: who, when, how it felt, how it ended."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from random import Random

from negojournal.domain.outcome import Outcome
from negojournal.domain.preparation import Method
from negojournal.domain.questionnaire import HIGHEST, LOWEST, Questionnaire
from negojournal.domain.review import Answers, Assessment, Result
from negojournal.domain.scoring import counted
from negojournal.service.sample.material import Person, Quality, Scenario
from negojournal.service.sample.timeline import Timeline

START = {Outcome.INSTRUMENTAL: 4.6, Outcome.PROCESS: 3.7, Outcome.RELATIONSHIP: 4.0, Outcome.SELF: 4.8}
"""The feeling at the beginning."""

GROWTH = {Outcome.PROCESS: 2.2}
"""What is gained steadily over the whole time."""

STEP = {Outcome.RELATIONSHIP: 1.5}
"""What is gained at the course and stays."""

SHARED, OWN, ITEM = 0.45, 0.4, 0.7
"""Standard deviations: of the situation, of one outcome in it, and of one answer."""

NOT_APPLICABLE, UNANSWERED = 0.03, 0.01
"""How often an answer is not applicable, and is left out."""

STRONGEST, SHIFTS = 2, (-1, 0, 0, 1)
"""The end of the scale of power, and how it differs from time to time with the same person."""

GOOD_FROM, POOR_BELOW = 5.1, 4.2

RESULTS: Mapping[Quality, Sequence[Result]] = {
    Quality.GOOD: (Result.AGREEMENT,),
    Quality.MIXED: (Result.AGREEMENT, Result.AGREEMENT, Result.ADJOURNED),
    Quality.POOR: (Result.NO_AGREEMENT, Result.ADJOURNED, Result.WALKED_AWAY, Result.AGREEMENT),
}


METHODS: Mapping[bool, Sequence[Method]] = {
    False: tuple(Method),
    True: (Method.COOPERATIVE, Method.COOPERATIVE, Method.PARTNERSHIP),
}
"""The methods chosen from before the course, and after it."""


@dataclass(frozen=True, slots=True)
class Scene:
    """Hold what a record is written from."""

    scenario: Scenario
    people: tuple[Person, ...]
    held: datetime
    trained: bool
    feelings: Mapping[Outcome, float]
    quality: Quality
    result: Result
    power: int


def build_scene(
    chance: Random, timeline: Timeline, scenario: Scenario, people: tuple[Person, ...], held: datetime
) -> Scene:
    """Return how a negotiation went, given when it was held."""
    day = held.date()
    trained = day > timeline.course
    shared = chance.gauss(0, SHARED)
    feelings = {
        outcome: START[outcome]
        + GROWTH.get(outcome, 0) * timeline.progress(day)
        + STEP.get(outcome, 0) * trained
        + shared
        + chance.gauss(0, OWN)
        for outcome in Outcome
    }
    mean = sum(feelings.values()) / len(feelings)
    quality = Quality.GOOD if mean > GOOD_FROM else Quality.POOR if mean < POOR_BELOW else Quality.MIXED
    power = min(max(people[0].power + chance.choice(SHIFTS), -STRONGEST), STRONGEST)
    return Scene(scenario, people, held, trained, feelings, quality, chance.choice(RESULTS[quality]), power)


def build_assessment(chance: Random, questionnaire: Questionnaire, feelings: Mapping[Outcome, float]) -> Assessment:
    """Return the ratings that feelings lead to; a few are not applicable or left out."""
    return Assessment(questionnaire.key, questionnaire.revision, _answers(chance, questionnaire, feelings))


def rated(feeling: float) -> int:
    """Return the nearest rating on the scale."""
    return min(max(round(feeling), LOWEST), HIGHEST)


def _answers(chance: Random, questionnaire: Questionnaire, feelings: Mapping[Outcome, float]) -> Answers:
    answers: dict[str, int | None] = {}
    for item in questionnaire.items:
        luck = chance.random()
        if luck >= NOT_APPLICABLE + UNANSWERED:
            rating = rated(chance.gauss(feelings[item.outcome], ITEM))
            answers[item.key] = counted(item, rating)
        elif luck >= UNANSWERED:
            answers[item.key] = None
    return answers
