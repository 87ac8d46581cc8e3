"""The part of an invented record that comes after the handshake."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from random import Random

from negojournal.domain.agreement import Agreement, Commitment, FollowUp, Informed
from negojournal.domain.questionnaire import Questionnaire
from negojournal.service.sample.material import Phrases
from negojournal.service.sample.scene import Scene, build_assessment

LOOKS = (30, 90)
"""Days after which an agreement is looked at again."""

BROKEN, LATE = 0.1, 0.3


def build_agreement(chance: Random, phrases: Phrases, scene: Scene, until: date) -> Agreement:
    """Return what became of an agreement up to a day."""
    day, words = scene.held.date(), phrases.agreement
    confirmed = day + timedelta(days=chance.randint(1, 5))
    promises = chance.sample(words.commitments, 2)
    return Agreement(
        documented_on=day + timedelta(days=1),
        confirmed_on=confirmed,
        informed=tuple(Informed(name, confirmed) for name in chance.sample(words.stakeholders, 2)),
        commitments=tuple(_promise(chance, one, day, until) for one in promises),
        thanked_on=day + timedelta(days=2),
        thanked_by=chance.choice(words.thanked_by),
    )


def build_follow_ups(
    chance: Random, phrases: Phrases, scene: Scene, quick: Questionnaire, until: date
) -> tuple[FollowUp, ...]:
    """Return later looks at an agreement; those due after a day are still to come."""
    return tuple(
        _looked(chance, phrases, scene, quick, due) if due < until else FollowUp(due_on=due)
        for due in (scene.held.date() + timedelta(days=days) for days in LOOKS)
    )


def _looked(chance: Random, phrases: Phrases, scene: Scene, quick: Questionnaire, due: date) -> FollowUp:
    words = chance.choice(phrases.agreement.follow_ups)
    return replace(words, due_on=due, done_on=due, assessment=build_assessment(chance, quick, scene.feelings))


def _promise(chance: Random, promise: Commitment, day: date, until: date) -> Commitment:
    due = day + timedelta(days=chance.choice((7, 14, 30)))
    luck = chance.random()
    done = due + timedelta(days=3 if luck < LATE else -1)
    if luck < BROKEN:
        return replace(promise, due_on=due, broken=due < until)
    return replace(promise, due_on=due, done_on=done if done < until else None)
