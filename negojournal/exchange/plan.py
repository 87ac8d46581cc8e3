"""A plan as labelled text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from negojournal.domain.bargaining import captured_text, goal_reached, share_captured, share_given
from negojournal.domain.negotiation import Negotiation, name_key
from negojournal.domain.outcome import Outcome
from negojournal.domain.pie import is_fixed_pie, pie_of
from negojournal.domain.preparation import Exchange, Preparation, Term
from negojournal.domain.questionnaire import HIGHEST
from negojournal.domain.review import Result
from negojournal.domain.scoring import Scores, score_text
from negojournal.exchange.passage import SIDES, Passage, amount, either, joined, listed, said

TERMS, ITEMS, PIE = "Terms", "What could change hands", "The pie, by these guesses"
"""What a paper draws instead."""


def plan_passages(record: Negotiation, scores: Scores | None) -> Iterator[Passage]:
    """Yield what a record's plan holds, in the order of reading, and beside it what came of it."""
    plan = record.preparation
    if plan:
        yield from _range(plan)
        yield from _sides(plan)
        yield from listed(ITEMS, (_exchange(one, record.currency) for one in plan.exchanges))
        yield from said(PIE, _pie(plan, record.currency))
        yield from _manner(plan)
        yield from _expectation(plan, record.review.outcome if record.review else None, scores)


def _range(plan: Preparation) -> Iterator[Passage]:
    yield from listed(TERMS, (_term(term) for term in plan.terms))
    yield from said("Best alternative", plan.best_alternative)
    yield from said("When I stop", plan.stop_rule)
    yield from listed("Why they would say yes", plan.yes_reasons)
    yield from listed("Why they would say no", (joined(each.reason, each.answer) for each in plan.no_reasons))
    risks = (joined(one.cause, one.mitigation, either(one.happened, "happened", "didn't happen")) for one in plan.risks)
    yield from listed("What could fail", risks)


def _sides(plan: Preparation) -> Iterator[Passage]:
    yield from said("My position", plan.my_position)
    yield from listed("My interests", interests_of(plan.my_interests, plan.their_interests))
    yield from said("Their position", plan.their_position)
    yield from listed("Their interests", interests_of(plan.their_interests, plan.my_interests))
    rules = (joined(rule.text, either(rule.agreed, "agreed", "not agreed")) for rule in plan.rules)
    yield from listed("Rules of the game", rules)


def interests_of(own: Iterable[str], others: Iterable[str]) -> Iterator[str]:
    """Yield the interests of one side; those of both are marked."""
    both = set(map(name_key, others)) - {""}
    yield from (f"{text} (shared)" if name_key(text) in both else text for text in own)


def _manner(plan: Preparation) -> Iterator[Passage]:
    yield from said("Frame", plan.frame)
    yield from said("Method meant", plan.method)
    yield from said("Their method, as expected", plan.their_method)
    yield from listed("Questions to bring", plan.questions)
    yield from listed("Stakeholders", plan.stakeholders)


def _expectation(plan: Preparation, outcome: Result | None, scores: Scores | None) -> Iterator[Passage]:
    expected = ((one, plan.expected.of(one)) for one in Outcome)
    felt = {one: f", felt {score_text(scores[one].value)}" for one in Outcome if scores and scores[one].answered}
    yield from listed(
        "Expected",
        (f"{one.capitalize()}: {score:g}{felt.get(one, '')}" for one, score in expected if score is not None),
    )
    reached = either(goal_reached(plan.terms, outcome), "reached", "not reached")
    chance = None if plan.chance is None else joined(f"{plan.chance:.0%}", reached, by=", ")
    yield from said("Chance of reaching the goal", chance)
    yield from said("Trust in them before", plan.trust and f"{plan.trust} of {HIGHEST}")
    yield from said("Sealed", plan.sealed_at and plan.sealed_at.day.isoformat())


def _pie(plan: Preparation, currency: str | None) -> str | None:
    """Return what both sides net in one sentence."""
    pie = pie_of(plan.exchanges)
    nets = (
        f"{whose} {amount(round(net, 2).normalize(), currency)}"
        for whose, net in (("my net", pie.mine), ("theirs", pie.theirs), ("together", pie.total))
    )
    left_out = f"{pie.unknown} without cost or value left out" if pie.unknown else None
    fixed = "nothing adds value yet" if is_fixed_pie(plan.exchanges) else None
    return joined(", ".join(nets) if pie.items else None, left_out, fixed, by="; ")


def _exchange(one: Exchange, currency: str | None) -> str:
    cost, value = amount(one.cost_to_giver, currency), amount(one.value_to_receiver, currency)
    return joined(
        f"{one.item} (from {SIDES[one.giver]})",
        cost and f"costs {cost}",
        value and f"worth {value}",
        f"{one.probability:.0%}",
        "included" if one.included else None,
        by=", ",
    )


def _term(term: Term) -> str:
    steps = (
        ("opening", term.opening),
        ("goal", term.goal),
        ("bottom line", term.bottom_line),
        ("their opening", term.their_opening),
        ("agreed", term.agreed),
    )
    figures = [f"{name} {amount(value, term.unit)}" for name, value in steps if value is not None]
    share, given = share_captured(term), share_given(term)
    came = None if share is None else captured_text(share)
    gave = (
        f"{given:.0%} of the way from opening to bottom line given" if given is not None and 0 <= given <= 1 else None
    )
    return joined(f"{term.name} ({term.better} is better)", joined(*figures, came, gave, by=", "), by=": ")
