"""A plan as labelled text."""

from __future__ import annotations

from collections.abc import Iterator

from negojournal.domain.outcome import Outcome
from negojournal.domain.preparation import Exchange, Preparation, Term
from negojournal.domain.questionnaire import HIGHEST
from negojournal.exchange.passage import SIDES, Passage, amount, either, joined, listed, said


def plan_passages(plan: Preparation, currency: str | None) -> Iterator[Passage]:
    """Yield what a plan holds, in the order of reading; amounts are in the record’s currency."""
    yield from _range(plan)
    yield from _sides(plan)
    yield from listed("What could change hands", (_exchange(one, currency) for one in plan.exchanges))
    yield from _manner(plan)
    yield from _expectation(plan)


def _range(plan: Preparation) -> Iterator[Passage]:
    yield from listed("Terms", (_term(term) for term in plan.terms))
    yield from said("Best alternative", plan.best_alternative)
    yield from said("When I stop", plan.stop_rule)
    yield from listed("Why they would say yes", plan.yes_reasons)
    yield from listed("Why they would say no", (joined(each.reason, each.answer) for each in plan.no_reasons))
    risks = (joined(one.cause, one.mitigation, either(one.happened, "happened", "didn't happen")) for one in plan.risks)
    yield from listed("What could go wrong", risks)


def _sides(plan: Preparation) -> Iterator[Passage]:
    yield from said("My position", plan.my_position)
    yield from listed("My interests", plan.my_interests)
    yield from said("Their position", plan.their_position)
    yield from listed("Their interests", plan.their_interests)
    rules = (joined(rule.text, either(rule.agreed, "agreed", "not agreed")) for rule in plan.rules)
    yield from listed("Rules of the game", rules)


def _manner(plan: Preparation) -> Iterator[Passage]:
    yield from said("Frame", plan.frame)
    yield from said("Method meant", plan.method)
    yield from said("Their method, as expected", plan.their_method)
    yield from listed("Questions to bring", plan.questions)
    yield from listed("Stakeholders", plan.stakeholders)


def _expectation(plan: Preparation) -> Iterator[Passage]:
    scores = ((outcome, plan.expected.of(outcome)) for outcome in Outcome)
    yield from listed("Expected", (f"{outcome.capitalize()}: {score:g}" for outcome, score in scores if score))
    yield from said("Chance of reaching the goal", None if plan.chance is None else f"{plan.chance:.0%}")
    yield from said("Trust in them before", plan.trust and f"{plan.trust} of {HIGHEST}")
    yield from said("Sealed", plan.sealed_at and plan.sealed_at.day.isoformat())


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
    figures = ", ".join(f"{name} {amount(value, term.unit)}" for name, value in steps if value is not None)
    return joined(f"{term.name} ({term.better} is better)", figures, by=": ")
