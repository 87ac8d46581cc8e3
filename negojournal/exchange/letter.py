"""Letters to the other side, drafted from the record: nothing of what was planned, rated or noted for oneself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from negojournal.domain.agreement import Agreement, Commitment
from negojournal.domain.catalog import Catalog, EntryKind
from negojournal.domain.moment import day_text
from negojournal.domain.negotiation import Negotiation
from negojournal.domain.preparation import Preparation, Side
from negojournal.domain.review import Result
from negojournal.exchange.passage import amount, joined

ENDINGS = {
    Result.AGREEMENT: "I am glad that we found an agreement.",
    Result.ADJOURNED: "I look forward to taking it up again with you.",
    Result.NO_AGREEMENT: "We did not come to an agreement this time; I valued that we could say so openly.",
    Result.WALKED_AWAY: "We did not come to an agreement this time; I valued that we could say so openly.",
}

CLOSING = "Kind regards"


@dataclass(frozen=True, slots=True)
class Letter:
    """Hold a draft: a subject of one line, and a body of paragraphs."""

    subject: str
    body: str


def thank_you(record: Negotiation) -> Letter:
    """Return a thank-you for a negotiation, as it ended, and for what the other side takes on."""
    thanks = f"thank you for the time you took on {day_text(record.held_at.day)} to talk about “{_line(record.title)}”."
    ending = ENDINGS.get(record.review.outcome) if record.review and record.review.outcome else None
    theirs = [_line(one.what) for one in _commitments(record) if one.owner is Side.THEM and not one.broken]
    helpful = f"It helps that you take care of this: {'; '.join(theirs)}." if theirs else None
    paragraphs = (_salutation(record), joined(thanks, ending, by=" "), helpful, CLOSING)
    return Letter(f"Thank you: {_line(record.title)}", joined(*paragraphs, by="\n\n"))


def summary(record: Negotiation, catalog: Catalog) -> Letter:
    """Return what was agreed, who does what by when and who is told, with the wish to have it confirmed."""
    parts = tuple(_parts(record))
    day = day_text(record.held_at.day)
    opening = (
        f"this is how I understood what we agreed on {day}. Please confirm it, or tell me what is missing or different."
        if parts
        else f"could you tell me in a few lines how you understood what we agreed on {day}? I will do the same."
    )
    area = catalog.label(EntryKind.AREA, record.area) if record.area else None
    subject = joined(f"What we agreed: {_line(record.title)}", area and f"({area})", by=" ")
    return Letter(subject, joined(_salutation(record), opening, *parts, CLOSING, by="\n\n"))


def _parts(record: Negotiation) -> Iterator[str]:
    plan, agreement = record.preparation or Preparation(), record.agreement or Agreement()
    terms = (f"{term.name}: {amount(term.agreed, term.unit)}" for term in plan.terms if term.agreed is not None)
    yield from _listed("What we agreed", terms)
    yield from _listed("How we work together", (rule.text for rule in plan.rules if rule.agreed))
    yield from _listed("Who does what", map(_promise, agreement.commitments))
    yield from _listed("Who is to be informed", (one.stakeholder for one in agreement.informed))


def _promise(commitment: Commitment) -> str:
    who = "I" if commitment.owner is Side.ME else "You"
    by = f"by {day_text(commitment.due_on)}" if commitment.due_on else None
    return f"{who}: " + joined(commitment.what, by, "done" if commitment.done_on else None, by=", ")


def _commitments(record: Negotiation) -> tuple[Commitment, ...]:
    return record.agreement.commitments if record.agreement else ()


def _listed(heading: str, lines: Iterable[str]) -> Iterator[str]:
    if items := [f"- {_line(line)}" for line in lines]:
        yield "\n".join((f"{heading}:", *items))


def _salutation(record: Negotiation) -> str:
    names = [_line(name) for name in record.counterparts]
    if not names:
        return "Hello,"
    return f"Dear {' and '.join(filter(None, (', '.join(names[:-1]), names[-1])))},"


def _line(text: str) -> str:
    return " ".join(text.split())
