"""The part of an invented record that comes after the handshake; what is due in the last week is still open."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from random import Random

from negojournal.domain.agreement import Agreement, Commitment, FollowUp, Informed
from negojournal.domain.questionnaire import Questionnaire
from negojournal.service.sample.material import Phrases
from negojournal.service.sample.scene import STRONGEST, Scene, build_assessment

LOOKS = (30, 90)
"""Days after which an agreement is looked at again."""

DUES = (7, 14, 30)
"""Days after which a promise is due."""

LAST_WEEK = timedelta(days=7)
BROKEN, FORGOTTEN, LATE = 0.1, 0.14, 0.3
"""Chances that a promise is broken, or else never done, or else done late."""

LASTING, FORCED = 0.9, 0.4
"""How often an agreement holds between equals, and where one side was much stronger."""

GLAD, SORRY = 0.3, -1.2
"""What a later look adds to the feeling where the agreement holds, and where it doesn't."""


def build_agreement(
    chance: Random, phrases: Phrases, scene: Scene, until: date, dues: Sequence[int] | None = None
) -> Agreement:
    """Return what became of an agreement up to a day; `dues` may set after how many days its promises are due."""
    day, words = scene.held.date(), phrases.agreement
    confirmed = day + timedelta(days=chance.randint(1, 5))
    promises = chance.sample(words.commitments, 2)
    dates = [day + timedelta(days=after) for after in dues or chance.choices(DUES, k=2)]
    return Agreement(
        documented_on=day + timedelta(days=1),
        confirmed_on=confirmed,
        informed=tuple(Informed(name, confirmed) for name in chance.sample(words.stakeholders, 2)),
        commitments=tuple(_promise(chance, *each, until) for each in zip(promises, dates, strict=True)),
        thanked_on=day + timedelta(days=2),
        thanked_by=chance.choice(words.thanked_by),
    )


def build_follow_ups(
    chance: Random, phrases: Phrases, scene: Scene, quick: Questionnaire, until: date
) -> tuple[FollowUp, ...]:
    """Return later looks at an agreement up to a day."""
    return tuple(
        _looked(chance, phrases, scene, quick, due) if due < until - LAST_WEEK else FollowUp(due_on=due)
        for due in (scene.held.date() + timedelta(days=days) for days in LOOKS)
    )


def _looked(chance: Random, phrases: Phrases, scene: Scene, quick: Questionnaire, due: date) -> FollowUp:
    holds = chance.random() < (FORCED if abs(scene.power) == STRONGEST else LASTING)
    words = chance.choice([one for one in phrases.agreement.follow_ups if one.holds is holds])
    feelings = {outcome: feeling + (GLAD if holds else SORRY) for outcome, feeling in scene.feelings.items()}
    return replace(words, due_on=due, done_on=due, assessment=build_assessment(chance, quick, feelings))


def _promise(chance: Random, promise: Commitment, due: date, until: date) -> Commitment:
    luck = chance.random()
    promised = replace(promise, due_on=due)
    if due >= until - LAST_WEEK or BROKEN <= luck < FORGOTTEN:
        return promised
    if luck < BROKEN:
        return replace(promised, broken=True)
    return replace(promised, done_on=due + timedelta(days=3 if luck < LATE else -1))
