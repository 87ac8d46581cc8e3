"""The offers, the agreement and what became of it, as labelled text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from negojournal.domain.agreement import Agreement, Commitment, FollowUp, Offer
from negojournal.domain.ladder import Step, ladders_of
from negojournal.domain.preparation import Side
from negojournal.domain.promise import State, kept_of, state_of
from negojournal.exchange.passage import SIDES, Passage, amount, dated, either, joined, listed, said

STATES = {
    State.OPEN: None,
    State.LATE: "late",
    State.KEPT: "kept",
    State.KEPT_LATE: "kept late",
    State.BROKEN: "broken",
}


def offer_passages(offers: tuple[Offer, ...]) -> Iterator[Passage]:
    """Yield the ladder of offers, each with its step from that side's offer before."""
    steps = {step.number: step for ladder in ladders_of(offers) for step in ladder.steps}
    yield from listed("As it went", (_offer(offer, steps[number]) for number, offer in enumerate(offers)))


def agreement_passages(agreement: Agreement, day: date) -> Iterator[Passage]:
    """Yield how an agreement was written down and told, and what became of its commitments by a day."""
    yield from said("Documented on", agreement.documented_on)
    yield from said("Confirmed on", agreement.confirmed_on)
    yield from listed("Informed", (joined(one.stakeholder, dated("on", one.on), by=" ") for one in agreement.informed))
    yield from listed("Commitments", (_promise(each, day) for each in agreement.commitments))
    yield from said("Kept so far", "; ".join(_kept(agreement.commitments, day)))
    yield from said("Thanked on", agreement.thanked_on)
    yield from said("Thanked by", agreement.thanked_by)


def follow_up_passages(looks: Iterable[FollowUp]) -> Iterator[Passage]:
    """Yield the later looks at an agreement."""
    yield from listed("Looked at again", map(_look, looks))


def _offer(offer: Offer, step: Step) -> str:
    moved = amount(abs(step.change), None) if step.change else None
    how = joined(
        moved and f"{moved} {'up' if step.change and step.change > 0 else 'down'}",
        "without return" if step.gift else None,
        by=", ",
    )
    value = joined(amount(offer.value, None), how and f"({how})", by=" ")
    return joined(SIDES[offer.by].capitalize(), offer.term, value, offer.note, by=", ")


def _promise(each: Commitment, day: date) -> str:
    return joined(
        f"{each.what} ({SIDES[each.owner]})",
        dated("due", each.due_on),
        dated("done", each.done_on),
        STATES[state_of(each, day)],
        by=", ",
    )


def _kept(commitments: tuple[Commitment, ...], day: date) -> Iterator[str]:
    """Yield for each side how many of the commitments due by a day were kept in time."""
    for side, whose in ((Side.ME, "mine"), (Side.THEM, "theirs")):
        kept = kept_of(commitments, day, side)
        if kept.due:
            yield f"{kept.kept} of {kept.due} of {whose} that were due"


def _look(each: FollowUp) -> str:
    answers = each.assessment.answers if each.assessment else {}
    return joined(
        dated("due", each.due_on),
        dated("done", each.done_on),
        either(each.holds, "the agreement holds", "the agreement doesn't hold"),
        *(f"{key} {'not applicable' if answer is None else answer}" for key, answer in answers.items()),
        each.note,
        by=", ",
    )
