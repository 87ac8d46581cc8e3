"""What is worth a second look in a plan or an agreement: said plainly, and never refused."""

from __future__ import annotations

import re
from collections.abc import Iterator

from negojournal.domain.agreement import Agreement
from negojournal.domain.amount import AMOUNT, SIGNS, number_from
from negojournal.domain.bargaining import is_better
from negojournal.domain.negotiation import Negotiation
from negojournal.domain.pie import is_fixed_pie
from negojournal.domain.plain import shown
from negojournal.domain.preparation import Better, Exchange, Preparation, Term
from negojournal.errors import Problem

FIXED_PIE = (
    "As it stands the pie is fixed: no item is worth more to the one who gets it than it costs the other. "
    "Perhaps there is something that costs you little and helps them much."
)

_ORDER = (
    ("opening", "goal", "The opening of {name} is worse for you than its goal, so you would start behind it."),
    ("opening", "bottom_line", "The opening of {name} is worse for you than its bottom line."),
    ("goal", "bottom_line", "The goal of {name} is worse for you than its bottom line."),
)
"""Two figures of a term, of which the first should not be worse, and what is said where it is."""

_JOINING = frozenset({"a", "an", "per", "each", "for", "at", "or", "and"})
"""Words after a number that aren't its unit."""


def advice_on(record: Negotiation) -> tuple[Problem, ...]:
    """Return plain warnings about a plan and an agreement, each with the place of its field."""
    advice: list[Problem] = []
    if record.preparation:
        advice += _on_plan(record.preparation, record.currency)
    if record.agreement:
        advice += _on_promises(record, record.agreement)
    return tuple(advice)


def _on_plan(plan: Preparation, currency: str | None) -> Iterator[Problem]:
    found = AMOUNT.search(plan.best_alternative or "")
    single = sum(term.bottom_line is not None for term in plan.terms) == 1
    for number, term in enumerate(plan.terms):
        place = f"preparation.terms[{number}]"
        yield from _on_order(place, term)
        unit = term.unit or (currency if single else None)
        if found and _is_of(found, unit, bare=single):
            yield from _on_alternative(place, term, found["number"])
    for number, exchange in enumerate(plan.exchanges):
        yield from _on_exchange(f"preparation.exchanges[{number}]", exchange)
    if is_fixed_pie(plan.exchanges):
        yield Problem("preparation.exchanges", FIXED_PIE)


def _on_order(place: str, term: Term) -> Iterator[Problem]:
    """Yield what is odd in the order of a range, once for each of its figures."""
    if term.goal is not None and term.goal == term.bottom_line:
        sentence = f"Goal and bottom line of {shown(term.name)} are the same, so no share of the range can be told."
        yield Problem(f"{place}.goal", sentence)
    told: set[str] = set()
    for name, other, sentence in _ORDER:
        value, bound = getattr(term, name), getattr(term, other)
        if value is not None and bound is not None and name not in told and is_better(bound, value, term.better):
            told.add(name)
            yield Problem(f"{place}.{name}", sentence.format(name=shown(term.name)))


def _on_alternative(place: str, term: Term, alternative: str) -> Iterator[Problem]:
    if term.bottom_line is not None and is_better(number_from(alternative), term.bottom_line, term.better):
        side = "below" if term.better is Better.MORE else "above"
        yield Problem(
            f"{place}.bottom_line",
            f"Your best alternative ({alternative}) is better for you than the bottom line of {shown(term.name)}: "
            f"{side} {alternative} you would do better without a deal.",
        )


def _on_exchange(place: str, exchange: Exchange) -> Iterator[Problem]:
    if exchange.cost_to_giver is not None and exchange.cost_to_giver < 0:
        sentence = f"The cost of {shown(exchange.item)} is below zero: is it a gain to the one who gives it?"
        yield Problem(f"{place}.cost_to_giver", sentence)
    if exchange.value_to_receiver is not None and exchange.value_to_receiver < 0:
        sentence = f"The value of {shown(exchange.item)} is below zero: is it a burden to the one who gets it?"
        yield Problem(f"{place}.value_to_receiver", sentence)


def _on_promises(record: Negotiation, agreement: Agreement) -> Iterator[Problem]:
    agreed = agreement.documented_on or record.held_at.day
    for number, promise in enumerate(agreement.commitments):
        if promise.due_on is not None and promise.due_on < agreed:
            yield Problem(
                f"agreement.commitments[{number}].due_on",
                f"{shown(promise.what)} is due on {promise.due_on.isoformat()}, "
                f"before the agreement of {agreed.isoformat()}.",
            )


def _is_of(found: re.Match[str], unit: str | None, *, bare: bool) -> bool:
    """Tell whether an amount in a text is of a unit: by the unit's first word, by a currency's sign, or by neither.

    `bare` says whether a number without a unit of its own counts as well.
    """
    marks = [mark for mark in (found["before"], found["after"]) if mark and mark.casefold() not in _JOINING]
    if not marks:
        return bare
    words = re.findall(r"%|[^\W\d_]+", SIGNS.get(unit or "", unit or ""))
    return any(SIGNS.get(mark, mark).casefold() == word.casefold() for mark in marks for word in words[:1])
