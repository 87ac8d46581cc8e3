"""A plan as it is typed on one line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from negojournal.domain.negotiation import Channel, Negotiation
from negojournal.domain.preparation import Method, Preparation
from negojournal.domain.validation import unknown_choice
from negojournal.errors import InvalidError, Problem
from negojournal.service.quick import DATE, is_moment, moment_from, problem_with

CHANCE = "should be a number from 0 to 1 such as 0.6, or a percentage such as 60%"
_CHANCE = re.compile(r"(?P<share>[01]|[01]?[.]\d{1,15})|(?P<percent>\d{1,3}([.]\d{1,13})?) ?%", re.ASCII)


@dataclass(frozen=True, slots=True)
class TypedPlan:
    """Hold what was typed: a date, a channel, a method and a chance as text, of which any may be wrong.

    `follows` is the beginning of an id.
    """

    title: str
    counterparts: tuple[str, ...] = ()
    area: str | None = None
    held_at: str | None = None
    channel: str | None = None
    method: str | None = None
    follows: str | None = None
    chance: str | None = None
    alternative: str | None = None
    stop: str | None = None
    questions: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()


def record_from_typed(typed: TypedPlan, blank: Negotiation) -> Negotiation:
    """Return the plan that was typed, but for what it follows; raises InvalidError for what can't be read."""
    if problems := tuple(_problems(typed)):
        raise InvalidError(problems)
    preparation = Preparation(
        best_alternative=typed.alternative,
        method=Method(typed.method) if typed.method is not None else None,
        questions=typed.questions,
        chance=_chance(typed.chance) if typed.chance is not None else None,
        stop_rule=typed.stop,
    )
    return replace(
        blank,
        title=typed.title.strip(),
        held_at=moment_from(typed.held_at) if typed.held_at is not None else blank.held_at,
        counterparts=tuple(name.strip() for name in typed.counterparts),
        area=typed.area,
        channel=Channel(typed.channel) if typed.channel is not None else None,
        tags=tuple(tag.strip() for tag in typed.tags),
        preparation=None if preparation == Preparation() else preparation,
    )


def _problems(typed: TypedPlan) -> Iterator[Problem]:
    if typed.held_at is not None and not is_moment(typed.held_at):
        yield problem_with("held_at", "date", DATE, typed.held_at)
    for name, text, choices in (("channel", typed.channel, Channel), ("method", typed.method, Method)):
        if text is not None and text not in list(choices):
            yield unknown_choice(name, text, choices)
    if typed.chance is not None and _chance(typed.chance) is None:
        yield problem_with("preparation.chance", "chance", CHANCE, typed.chance)


def _chance(text: str) -> float | None:
    """Return a chance from 0 to 1, or None where a text is none."""
    found = _CHANCE.fullmatch(text.strip())
    if found is None:
        return None
    chance = float(found["share"]) if found["share"] else float(found["percent"]) / 100
    return chance if chance <= 1 else None
