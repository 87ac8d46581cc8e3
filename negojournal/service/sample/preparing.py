"""The part of an invented record that is written before the meeting, and the offers in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from random import Random

from negojournal.domain.agreement import Offer
from negojournal.domain.moment import moment_of
from negojournal.domain.outcome import Outcome, PerOutcome
from negojournal.domain.preparation import Frame, Preparation, Rule, Side, Term
from negojournal.domain.review import Result
from negojournal.service.sample.material import Phrases
from negojournal.service.sample.scene import METHODS, Scene, rated

SEALED_BEFORE = timedelta(minutes=10)
HAPPENED, AGREED, INCLUDED, GIVEN_AWAY = 0.3, 0.7, 0.6, 0.35
"""How often a risk comes true, a rule is agreed, an item is to change hands, a step is given without return."""

COARSE_FROM, COARSE = 2000, 100
"""Amounts from here on are rounded to hundreds."""


def build_preparation(chance: Random, phrases: Phrases, scene: Scene, *, sealed: bool) -> Preparation:
    """Return a plan; `sealed` when the meeting has taken place, so that what became of it is known."""
    plan, scenario = phrases.preparation, scene.scenario
    return Preparation(
        terms=(_term(chance, scene) if sealed else scenario.term,),
        best_alternative=chance.choice(plan.best_alternative),
        yes_reasons=tuple(chance.sample(plan.yes_reasons, 2)),
        no_reasons=tuple(chance.sample(plan.no_reasons, 2)),
        risks=tuple(
            replace(risk, happened=chance.random() < HAPPENED if sealed else None)
            for risk in chance.sample(plan.risks, 3)
        ),
        my_position=scenario.my_position,
        my_interests=tuple(chance.sample(plan.my_interests, 2)),
        their_position=scenario.their_position,
        their_interests=scene.people[0].interests,
        rules=tuple(Rule(text, chance.random() < AGREED if sealed else None) for text in chance.sample(plan.rules, 2)),
        exchanges=tuple(
            replace(exchange, included=chance.random() < INCLUDED) for exchange in chance.sample(plan.exchanges, 3)
        ),
        frame=Frame.PARTNER if scene.trained else chance.choice(tuple(Frame)),
        method=chance.choice(METHODS[scene.trained]),
        questions=tuple(chance.sample(plan.questions, 2)),
        stakeholders=tuple(chance.sample(phrases.agreement.stakeholders, 2)),
        expected=PerOutcome(**{each.value: _expected(chance, scene.feelings[each]) for each in Outcome}),
        chance=_odds(chance, scene),
        trust=rated(chance.gauss(scene.feelings[Outcome.RELATIONSHIP], 0.7)),
        their_method=scene.people[0].method,
        stop_rule=chance.choice(plan.stop_rule),
        sealed_at=moment_of(scene.held - SEALED_BEFORE) if sealed else None,
    )


def build_offers(chance: Random, term: Term) -> Iterator[Offer]:
    """Yield the ladder from both openings to what was agreed."""
    if term.opening is None or term.their_opening is None:
        return
    mine, theirs = term.opening, term.their_opening
    end = (mine + theirs) / 2 if term.agreed is None else term.agreed
    yield Offer(Side.THEM, term.name, theirs, "Their opening")
    yield Offer(Side.ME, term.name, mine)
    yield Offer(Side.THEM, term.name, _between(theirs, end, chance.uniform(0.4, 0.8)))
    yield Offer(Side.ME, term.name, _between(mine, end, chance.uniform(0.4, 0.7)), "With two days' notice in return")
    if chance.random() < GIVEN_AWAY:
        yield Offer(Side.ME, term.name, _between(mine, end, chance.uniform(0.8, 1.0)), "To break the silence")


def _term(chance: Random, scene: Scene) -> Term:
    """Return the term with what was agreed: nearer to the goal the better the result felt."""
    term = scene.scenario.term
    if scene.result is not Result.AGREEMENT or term.goal is None or term.bottom_line is None:
        return term
    share = (scene.feelings[Outcome.INSTRUMENTAL] - 3.4) / 2.2 + chance.gauss(0, 0.35)
    return replace(term, agreed=_between(term.bottom_line, term.goal, min(max(share, -0.3), 1.3)))


def _expected(chance: Random, feeling: float) -> float:
    """Return what was expected of an outcome: near what it was to be, nearer to what is usual, a little hopeful."""
    return float(rated(chance.gauss(0.5 * feeling + 2.7, 0.6)))


def _odds(chance: Random, scene: Scene) -> float:
    """Return the chance given to reach the goal, in tenths: better than a guess, and a little hopeful."""
    odds = chance.gauss(0.55 + 0.2 * (scene.feelings[Outcome.INSTRUMENTAL] - 4.6), 0.12)
    return round(min(max(odds, 0.1), 0.9), 1)


def _between(start: Decimal, end: Decimal, share: float) -> Decimal:
    value = float(start) + share * float(end - start)
    return Decimal(round(value / COARSE) * COARSE if value >= COARSE_FROM else round(value))
