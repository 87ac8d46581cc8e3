"""Scores of one outcome in the order the negotiations were held."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from negojournal.domain.identity import NegotiationId
from negojournal.domain.questionnaire import QUICK

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from negojournal.domain.summary import ScoredReview

LATEST = 500
"""The most scores that any statistic looks at."""


@dataclass(frozen=True, slots=True)
class Scored:
    """Hold the score (1–7) that one negotiation gave an outcome."""

    id: NegotiationId
    day: date
    score: float


def series_from(reviews: Iterable[ScoredReview], dimension: str) -> tuple[Scored, ...]:
    """Return the series of one dimension from reviews in order of time; those that did not rate it are left out."""
    scores = ((review, review.scores.get(dimension)) for review in reviews)
    return tuple(Scored(review.id, review.day, score) for review, score in scores if score is not None)


def latest(scored: Sequence[Scored]) -> tuple[Scored, ...]:
    """Return the scores that statistics use: the last 500 of a series in order of time."""
    return tuple(scored[-LATEST:])


def questionnaire_used(counts: Mapping[str, int], chosen: str | None = None) -> str | None:
    """Return the questionnaire a trend uses: the chosen one, else that with most scores, full before quick."""
    if chosen is not None or not counts:
        return chosen
    return max(counts, key=lambda key: (counts[key], key != QUICK))
