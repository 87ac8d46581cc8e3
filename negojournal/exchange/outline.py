"""A record as headed sections of labelled text, for every form in which people read it."""

from __future__ import annotations

from collections.abc import Iterator

from negojournal.domain.agreement import Agreement, FollowUp
from negojournal.domain.catalog import Catalog, EntryKind
from negojournal.domain.negotiation import Negotiation
from negojournal.domain.outcome import Outcome, PerOutcome
from negojournal.domain.questionnaire import HIGHEST
from negojournal.domain.review import Assessment, PracticeMark, Review
from negojournal.exchange.passage import SIDES, Passage, Section, amount, dated, either, joined, listed, said
from negojournal.exchange.plan import plan_passages

POWER = {
    -2: "they were much stronger",
    -1: "they were stronger",
    0: "even",
    1: "I was stronger",
    2: "I was much stronger",
}

MARKS = {
    PracticeMark.WELL: "Done well",
    PracticeMark.PARTLY: "Partly",
    PracticeMark.NOT: "Not done",
    PracticeMark.NOT_RELEVANT: "Not relevant",
}

GAP = " …"
"""What ends a wording that its rating completes."""


def build_outline(record: Negotiation, catalog: Catalog) -> tuple[Section, ...]:
    """Return the sections of a record that hold anything, scores excepted, in the order of reading."""
    sections = (
        Section("The review", tuple(_review(record.review, catalog)) if record.review else ()),
        Section("Ratings", tuple(_ratings(record.review.assessment, catalog)) if record.review else ()),
        Section("Dodged", tuple(_dodge(record))),
        Section("The plan", tuple(plan_passages(record.preparation, record.currency)) if record.preparation else ()),
        Section("Offers", tuple(_offers(record))),
        Section("The agreement", tuple(_agreement(record.agreement)) if record.agreement else ()),
        Section("Follow-ups", tuple(_follow_ups(record))),
        Section("About", tuple(_about(record, catalog))),
    )
    return tuple(section for section in sections if section.passages)


def _review(review: Review, catalog: Catalog) -> Iterator[Passage]:
    yield from said("How it ended", review.outcome and review.outcome.replace("-", " ").capitalize())
    yield from said("In short", review.summary)
    yield from said("What I set out to do", review.intended)
    yield from said("What happened", review.happened)
    yield from said("Why it was different", review.why)
    yield from said("What I keep", review.keep)
    yield from said("Next time", review.next_time)
    yield from said("The last intention was carried out", review.last_intention_done)
    yield from listed("What would raise each outcome", _per_outcome(review.improve))
    yield from _marks(review, catalog)
    yield from _observations(review)


def _marks(review: Review, catalog: Catalog) -> Iterator[Passage]:
    traps = ((catalog.label(EntryKind.TRAP, mark.key), mark.note) for mark in review.traps)
    yield from listed("Traps", (joined(*mark) for mark in traps))
    yield from listed("Practices", filter(None, (_practices(review, mark, catalog) for mark in PracticeMark)))


def _practices(review: Review, mark: PracticeMark, catalog: Catalog) -> str:
    """Return in one line the practices that were given a mark."""
    marked = [catalog.label(EntryKind.PRACTICE, key) for key, given in review.practices.items() if given is mark]
    return f"{MARKS[mark]}: {', '.join(marked)}" if marked else ""


def _observations(review: Review) -> Iterator[Passage]:
    yield from said("How it opened", review.opening_note)
    yield from said("Body language", review.body_language_note)
    yield from said("How it felt", review.feeling_note)
    yield from said("Trust in them afterwards", review.trust and f"{review.trust} of {HIGHEST}")
    yield from said("Their way of negotiating", review.their_method)
    tactics = (joined(f"{each.name} ({SIDES[each.by]})", each.answer) for each in review.tactics)
    yield from listed("Tactics and pressure", tactics)
    voices = (
        joined(each.stakeholder, each.headline, either(each.defensible, "can be defended", "can't be defended"))
        for each in review.press_conference
    )
    yield from listed("At the press conference", voices)


def _ratings(assessment: Assessment | None, catalog: Catalog) -> Iterator[Passage]:
    """Yield every answer in the order of the questionnaire; what it does not ask, or no longer, goes by its key."""
    if not assessment:
        return
    questionnaire = catalog.questionnaire(assessment.questionnaire)
    wordings = {item.key: item.wording.removesuffix(GAP) for item in questionnaire.items} if questionnaire else {}
    known = [key for key in wordings if key in assessment.answers]
    answers = ((key, assessment.answers[key]) for key in dict.fromkeys((*known, *assessment.answers)))
    lines = (f"{wordings.get(key, key)}: {'not applicable' if answer is None else answer}" for key, answer in answers)
    yield from listed(questionnaire.title if questionnaire else assessment.questionnaire, lines)


def _per_outcome(values: PerOutcome[str]) -> Iterator[str]:
    for outcome in Outcome:
        if text := values.of(outcome):
            yield f"{outcome.capitalize()}: {text}"


def _dodge(record: Negotiation) -> Iterator[Passage]:
    if record.dodge:
        yield from said("What it might have been worth", amount(record.dodge.worth, record.currency))
        yield from said("Why", record.dodge.why)


def _offers(record: Negotiation) -> Iterator[Passage]:
    offers = (
        joined(SIDES[offer.by].capitalize(), offer.term, amount(offer.value, None), offer.note, by=", ")
        for offer in record.offers
    )
    yield from listed("As it went", offers)


def _agreement(agreement: Agreement) -> Iterator[Passage]:
    yield from said("Documented on", agreement.documented_on)
    yield from said("Confirmed on", agreement.confirmed_on)
    yield from listed("Informed", (joined(one.stakeholder, dated("on", one.on), by=" ") for one in agreement.informed))
    promises = (
        joined(
            f"{each.what} ({SIDES[each.owner]})",
            dated("due", each.due_on),
            dated("done", each.done_on),
            "broken" if each.broken else None,
            by=", ",
        )
        for each in agreement.commitments
    )
    yield from listed("Commitments", promises)
    yield from said("Thanked on", agreement.thanked_on)
    yield from said("Thanked by", agreement.thanked_by)


def _follow_ups(record: Negotiation) -> Iterator[Passage]:
    looks = map(_look, record.follow_ups)
    yield from listed("Looked at again", (look for look in looks if look))


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


def _about(record: Negotiation, catalog: Catalog) -> Iterator[Passage]:
    yield from said("Channel", record.channel and record.channel.replace("-", " "))
    yield from said("Method", record.method)
    yield from said("Power", None if record.power is None else POWER[record.power])
    yield from said("Length", None if record.duration_minutes is None else f"{record.duration_minutes} minutes")
    purposes = ", ".join(catalog.label(EntryKind.PURPOSE, key) for key in record.purposes)
    yield from said("What it was for", purposes)
    yield from said("Tags", ", ".join(record.tags))
