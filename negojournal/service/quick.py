"""A quick review as it is typed on one line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

from negojournal.domain.moment import Moment
from negojournal.domain.negotiation import Negotiation
from negojournal.domain.outcome import Outcome
from negojournal.domain.plain import sentence, shown
from negojournal.domain.questionnaire import HIGHEST, LOWEST, QUICK
from negojournal.domain.review import Assessment, Review
from negojournal.errors import InvalidError, Problem

RATING = f"should be a whole number from {LOWEST} to {HIGHEST}"
DATE = "should be a date such as 2026-02-28, or a date and time such as 2026-02-28T14:30"


@dataclass(frozen=True, slots=True)
class QuickReview:
    """Hold what was typed: date and ratings as text, of which any may be wrong."""

    title: str
    counterparts: tuple[str, ...] = ()
    area: str | None = None
    held_at: str | None = None
    ratings: Mapping[Outcome, str] = field(default_factory=dict)
    note: str | None = None
    next_time: str | None = None
    tags: tuple[str, ...] = ()


def record_from_quick(quick: QuickReview, blank: Negotiation) -> Negotiation:
    """Return the record that a quick review describes; raises InvalidError for a date or ratings that can't be read."""
    if problems := tuple(_problems(quick)):
        raise InvalidError(problems)
    answers = {outcome.value: int(text) for outcome, text in quick.ratings.items()}
    review = Review(
        summary=quick.note,
        assessment=Assessment(QUICK, answers=answers) if answers else None,
        next_time=quick.next_time,
    )
    return replace(
        blank,
        title=quick.title.strip(),
        held_at=moment_from(quick.held_at) if quick.held_at is not None else blank.held_at,
        counterparts=tuple(name.strip() for name in quick.counterparts),
        area=quick.area,
        tags=tuple(tag.strip() for tag in quick.tags),
        review=None if review == Review() else review,
    )


def moment_from(text: str) -> Moment:
    """Return a day or an instant; a time without an offset is this machine's. Raises ValueError."""
    try:
        return Moment(text)
    except ValueError:
        return Moment(datetime.fromisoformat(text).astimezone().isoformat())


def _problems(quick: QuickReview) -> Iterator[Problem]:
    if quick.held_at is not None and not is_moment(quick.held_at):
        yield problem_with("held_at", "date", DATE, quick.held_at)
    for outcome, text in quick.ratings.items():
        if not re.fullmatch(rf"[{LOWEST}-{HIGHEST}]", text):
            yield problem_with(f"review.assessment.answers.{outcome}", outcome, RATING, text)


def problem_with(place: str, name: str, expected: str, text: str) -> Problem:
    """Return what is wrong with a text that was typed under a name for a field."""
    return Problem(place, sentence(name, f"{expected}, not {shown(text)}"))


def is_moment(text: str) -> bool:
    """Tell whether a text is a day or an instant."""
    try:
        moment_from(text)
    except ValueError:
        return False
    return True
