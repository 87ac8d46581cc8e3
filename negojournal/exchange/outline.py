"""A record as headed sections of labelled text, for every form in which people read it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from negojournal.domain.agreement import Agreement
from negojournal.domain.catalog import Catalog, EntryKind
from negojournal.domain.negotiation import Negotiation
from negojournal.domain.outcome import Outcome, PerOutcome
from negojournal.domain.preparation import Exchange, Preparation, Side, Term
from negojournal.domain.questionnaire import HIGHEST
from negojournal.domain.review import Assessment, Review

SIDES = {Side.ME: "me", Side.THEM: "them"}
POWER = {
    -2: "they were much stronger",
    -1: "they were stronger",
    0: "even",
    1: "I was stronger",
    2: "I was much stronger",
}


@dataclass(frozen=True, slots=True)
class Passage:
    """Hold one labelled thing that was written: one text, or several to be set as a list."""

    label: str
    texts: tuple[str, ...]
    listed: bool = False


@dataclass(frozen=True, slots=True)
class Section:
    """Hold what belongs under one heading."""

    heading: str
    passages: tuple[Passage, ...]


def build_outline(record: Negotiation, catalog: Catalog) -> tuple[Section, ...]:
    """Return the sections of a record that hold anything, scores excepted, in the order of reading."""
    sections = (
        Section("The review", tuple(_review(record.review, catalog)) if record.review else ()),
        Section("Ratings", tuple(_ratings(record.review.assessment, catalog)) if record.review else ()),
        Section("Dodged", tuple(_dodge(record))),
        Section("The plan", tuple(_plan(record.preparation, record.currency)) if record.preparation else ()),
        Section("Offers", tuple(_offers(record))),
        Section("The agreement", tuple(_agreement(record.agreement)) if record.agreement else ()),
        Section("Follow-ups", tuple(_follow_ups(record))),
        Section("About", tuple(_about(record, catalog))),
    )
    return tuple(section for section in sections if section.passages)


def _said(label: str, text: object) -> Iterator[Passage]:
    if text is not None and text != "":
        yield Passage(label, (str(text),))


def _listed(label: str, texts: Iterable[str]) -> Iterator[Passage]:
    if lines := tuple(texts):
        yield Passage(label, lines, listed=True)


def _joined(*parts: str | None, by: str = " — ") -> str:
    return by.join(part for part in parts if part)


def _yes(value: bool | None, yes: str, no: str) -> str | None:  # noqa: FBT001 - it is the record's own value
    return None if value is None else yes if value else no


def _amount(value: Decimal | None, unit: str | None) -> str | None:
    return None if value is None else _joined(f"{value:,f}", unit, by=" ")


def _day(label: str, day: date | None) -> str | None:
    return f"{label} {day.isoformat()}" if day else None


def _review(review: Review, catalog: Catalog) -> Iterator[Passage]:
    yield from _said("How it ended", review.outcome and review.outcome.replace("-", " ").capitalize())
    yield from _said("In short", review.summary)
    yield from _said("What I set out to do", review.intended)
    yield from _said("What happened", review.happened)
    yield from _said("Why it was different", review.why)
    yield from _said("What I keep", review.keep)
    yield from _said("Next time", review.next_time)
    yield from _said("The last intention was carried out", review.last_intention_done)
    yield from _listed("What would raise each outcome", _per_outcome(review.improve))
    yield from _marks(review, catalog)
    yield from _observations(review)


def _marks(review: Review, catalog: Catalog) -> Iterator[Passage]:
    traps = ((catalog.label(EntryKind.TRAP, mark.key), mark.note) for mark in review.traps)
    yield from _listed("Traps", (_joined(*mark) for mark in traps))
    marks = ((catalog.label(EntryKind.PRACTICE, key), mark) for key, mark in review.practices.items())
    yield from _listed("Practices", (f"{label}: {'not relevant' if mark == 'na' else mark}" for label, mark in marks))


def _observations(review: Review) -> Iterator[Passage]:
    yield from _said("How it opened", review.opening_note)
    yield from _said("Body language", review.body_language_note)
    yield from _said("How it felt", review.feeling_note)
    yield from _said("Trust in them afterwards", review.trust and f"{review.trust} of {HIGHEST}")
    yield from _said("Their way of negotiating", review.their_method)
    tactics = (_joined(f"{each.name} ({SIDES[each.by]})", each.answer) for each in review.tactics)
    yield from _listed("Tactics and pressure", tactics)
    voices = (
        _joined(each.stakeholder, each.headline, _yes(each.defensible, "can be defended", "can't be defended"))
        for each in review.press_conference
    )
    yield from _listed("At the press conference", voices)


def _ratings(assessment: Assessment | None, catalog: Catalog) -> Iterator[Passage]:
    questionnaire = assessment and catalog.questionnaire(assessment.questionnaire)
    if not assessment or not questionnaire:
        return
    given = ((item, assessment.answers[item.key]) for item in questionnaire.items if item.key in assessment.answers)
    lines = (f"{item.wording}: {'not applicable' if answer is None else answer}" for item, answer in given)
    yield from _listed(questionnaire.title, lines)


def _per_outcome(values: PerOutcome[str]) -> Iterator[str]:
    for outcome in Outcome:
        if text := values.of(outcome):
            yield f"{outcome.capitalize()}: {text}"


def _dodge(record: Negotiation) -> Iterator[Passage]:
    if record.dodge:
        yield from _said("What it might have been worth", _amount(record.dodge.worth, record.currency))
        yield from _said("Why", record.dodge.why)


def _plan(plan: Preparation, currency: str | None) -> Iterator[Passage]:
    yield from _range(plan)
    yield from _sides(plan)
    yield from _listed("What could change hands", (_exchange(one, currency) for one in plan.exchanges))
    yield from _manner(plan)
    yield from _expectation(plan)


def _range(plan: Preparation) -> Iterator[Passage]:
    yield from _listed("Terms", (_term(term) for term in plan.terms))
    yield from _said("Best alternative", plan.best_alternative)
    yield from _said("When I stop", plan.stop_rule)
    yield from _listed("Why they would say yes", plan.yes_reasons)
    yield from _listed("Why they would say no", (_joined(each.reason, each.answer) for each in plan.no_reasons))
    risks = (_joined(one.cause, one.mitigation, _yes(one.happened, "happened", "didn't happen")) for one in plan.risks)
    yield from _listed("What could go wrong", risks)


def _sides(plan: Preparation) -> Iterator[Passage]:
    yield from _said("My position", plan.my_position)
    yield from _listed("My interests", plan.my_interests)
    yield from _said("Their position", plan.their_position)
    yield from _listed("Their interests", plan.their_interests)
    rules = (_joined(rule.text, _yes(rule.agreed, "agreed", "not agreed")) for rule in plan.rules)
    yield from _listed("Rules of the game", rules)


def _manner(plan: Preparation) -> Iterator[Passage]:
    yield from _said("Frame", plan.frame)
    yield from _said("Method meant", plan.method)
    yield from _said("Their method, as expected", plan.their_method)
    yield from _listed("Questions to bring", plan.questions)
    yield from _listed("Stakeholders", plan.stakeholders)


def _expectation(plan: Preparation) -> Iterator[Passage]:
    scores = ((outcome, plan.expected.of(outcome)) for outcome in Outcome)
    yield from _listed("Expected", (f"{outcome.capitalize()}: {score:g}" for outcome, score in scores if score))
    yield from _said("Chance of reaching the goal", None if plan.chance is None else f"{plan.chance:.0%}")
    yield from _said("Trust in them before", plan.trust and f"{plan.trust} of {HIGHEST}")
    yield from _said("Sealed", plan.sealed_at and plan.sealed_at.day.isoformat())


def _exchange(one: Exchange, currency: str | None) -> str:
    cost, value = _amount(one.cost_to_giver, currency), _amount(one.value_to_receiver, currency)
    return _joined(
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
    said = ", ".join(f"{name} {_amount(value, term.unit)}" for name, value in steps if value is not None)
    return _joined(f"{term.name} ({term.better} is better)", said, by=": ")


def _offers(record: Negotiation) -> Iterator[Passage]:
    offers = (
        _joined(SIDES[offer.by].capitalize(), offer.term, _amount(offer.value, None), offer.note, by=", ")
        for offer in record.offers
    )
    yield from _listed("As it went", offers)


def _agreement(agreement: Agreement) -> Iterator[Passage]:
    yield from _said("Documented on", agreement.documented_on)
    yield from _said("Confirmed on", agreement.confirmed_on)
    yield from _listed("Informed", (_joined(one.stakeholder, _day("on", one.on), by=" ") for one in agreement.informed))
    promises = (
        _joined(
            f"{each.what} ({SIDES[each.owner]})",
            _day("due", each.due_on),
            _day("done", each.done_on),
            "broken" if each.broken else None,
            by=", ",
        )
        for each in agreement.commitments
    )
    yield from _listed("Commitments", promises)
    yield from _said("Thanked on", agreement.thanked_on)
    yield from _said("Thanked by", agreement.thanked_by)


def _follow_ups(record: Negotiation) -> Iterator[Passage]:
    looks = (
        _joined(
            _day("due", each.due_on),
            _day("done", each.done_on),
            _yes(each.holds, "the agreement holds", "the agreement doesn't hold"),
            each.note,
            by=", ",
        )
        for each in record.follow_ups
    )
    yield from _listed("Looked at again", (look for look in looks if look))


def _about(record: Negotiation, catalog: Catalog) -> Iterator[Passage]:
    yield from _said("Channel", record.channel and record.channel.replace("-", " "))
    yield from _said("Method", record.method)
    yield from _said("Power", None if record.power is None else POWER[record.power])
    yield from _said("Length", None if record.duration_minutes is None else f"{record.duration_minutes} minutes")
    purposes = ", ".join(catalog.label(EntryKind.PURPOSE, key) for key in record.purposes)
    yield from _said("What it was for", purposes)
    yield from _said("Tags", ", ".join(record.tags))
