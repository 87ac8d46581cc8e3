"""A record as headed sections of labelled text, for every form in which people read it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from negojournal.domain.agreement import Agreement
from negojournal.domain.catalog import Catalog, EntryKind
from negojournal.domain.moment import today
from negojournal.domain.negotiation import POWER_WORDS, Negotiation
from negojournal.domain.outcome import Outcome, PerOutcome
from negojournal.domain.questionnaire import HIGHEST, Item
from negojournal.domain.review import Assessment, PracticeMark, Review
from negojournal.domain.scoring import Scores, build_scores
from negojournal.domain.summary import Chain
from negojournal.exchange.agreement import agreement_passages, follow_up_passages, offer_passages
from negojournal.exchange.passage import SIDES, Passage, Section, amount, either, joined, listed, said
from negojournal.exchange.plan import plan_passages

MARKS = {
    PracticeMark.WELL: "Done well",
    PracticeMark.PARTLY: "Partly",
    PracticeMark.NOT: "Not done",
    PracticeMark.NOT_RELEVANT: "Not relevant",
}

GAP = "…"
"""What stands in a wording that its rating completes."""


@dataclass(frozen=True, slots=True)
class Related:
    """Hold the titles of what a negotiation follows, and of those that follow it."""

    before: str | None = None
    after: tuple[str, ...] = ()


ALONE = Related()


def related_from(chain: Chain) -> Related:
    """Return what the chain around a negotiation says of it: the one just before, and all that came after."""
    return Related(chain.before[-1].title if chain.before else None, tuple(one.title for one in chain.after))


def build_outline(
    record: Negotiation, catalog: Catalog, related: Related = ALONE, day: date | None = None
) -> tuple[Section, ...]:
    """Return the sections of a record that hold anything, scores excepted, in the order of reading.

    What is late is so by a day, today where none is given.
    """
    sections = (
        Section("The review", tuple(_review(record.review, catalog)) if record.review else ()),
        Section("Ratings", tuple(_ratings(record.review.assessment, catalog)) if record.review else ()),
        Section("Dodged", tuple(_dodge(record))),
        Section("The plan", tuple(plan_passages(record, _scores(record, catalog)))),
        Section("Offers", tuple(offer_passages(record.offers))),
        Section("The agreement", tuple(agreement_passages(record.agreement or Agreement(), day or today()))),
        Section("Follow-ups", tuple(follow_up_passages(record.follow_ups))),
        Section("About", tuple(_about(record, catalog, related))),
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
    yield from listed("Practices", (_practices(review, mark, catalog) for mark in PracticeMark))


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
    wordings = {item.key: wording_of(item) for item in questionnaire.items} if questionnaire else {}
    known = [key for key in wordings if key in assessment.answers]
    answers = ((key, assessment.answers[key]) for key in dict.fromkeys((*known, *assessment.answers)))
    lines = (f"{wordings.get(key, key)}: {'not applicable' if answer is None else answer}" for key, answer in answers)
    yield from listed(questionnaire.title if questionnaire else assessment.questionnaire, lines)


def wording_of(item: Item) -> str:
    """Return a sentence to rate; one that the rating completes names the ends of the scale in its gap."""
    return item.wording.replace(GAP, f"{item.low} or {item.high}")


def _scores(record: Negotiation, catalog: Catalog) -> Scores | None:
    assessment = record.review and record.review.assessment
    questionnaire = catalog.questionnaire(assessment.questionnaire) if assessment else None
    return build_scores(questionnaire, assessment.answers) if assessment and questionnaire else None


def _per_outcome(values: PerOutcome[str]) -> Iterator[str]:
    for outcome in Outcome:
        if text := values.of(outcome):
            yield f"{outcome.capitalize()}: {text}"


def _dodge(record: Negotiation) -> Iterator[Passage]:
    if record.dodge:
        yield from said("What it might have been worth", amount(record.dodge.worth, record.currency))
        yield from said("Why", record.dodge.why)


def _about(record: Negotiation, catalog: Catalog, related: Related) -> Iterator[Passage]:
    yield from said("Follows", related.before)
    yield from listed("Followed by", related.after)
    yield from said("Channel", record.channel and record.channel.replace("-", " "))
    yield from said("Method", record.method)
    yield from said("Power", None if record.power is None else POWER_WORDS[record.power])
    yield from said("Length", None if record.duration_minutes is None else f"{record.duration_minutes} minutes")
    purposes = ", ".join(catalog.label(EntryKind.PURPOSE, key) for key in record.purposes)
    yield from said("What it was for", purposes)
    yield from said("Tags", ", ".join(record.tags))
