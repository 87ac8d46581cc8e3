"""The range captured beside how the result felt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from statistics import median

from negojournal.analysis.insight.estimate import SIDE_FROM
from negojournal.analysis.insight.sieve import Reason, Use, sift, unrated
from negojournal.analysis.insight.words import Recipe, Setting, Words, caption
from negojournal.analysis.phrase import count, score_words
from negojournal.domain.bargaining import captured, share_text
from negojournal.domain.case import Case
from negojournal.domain.identity import NegotiationId
from negojournal.domain.outcome import Outcome

NOT_SHOWN = "Shows where feeling and result part company, not which of the two is right"

RECIPE = Recipe(
    "Across stands the share of the range captured, the mean over the terms that have goal, bottom line and what was "
    "agreed; upwards the Instrumental score.",
    "From 5 on, both are compared with their own medians: feeling and result part company where one lies above and "
    "the other below.",
    "(agreed − bottom line) ÷ (goal − bottom line)",
)


@dataclass(frozen=True, slots=True)
class Pairing:
    """Hold one negotiation: `captured` is the share of the range (1 goal, 0 bottom line), `felt` the score (1–7)."""

    id: NegotiationId
    title: str
    day: date
    captured: float
    felt: float


@dataclass(frozen=True, slots=True)
class Captured:
    """Hold the negotiations in order of time, beside the instrumental score of one questionnaire.

    From 5 on there are medians, and negotiations that lie above the one and below the other: `felt_more` felt better
    than usual though less than usual was captured, `felt_less` the reverse.
    """

    points: tuple[Pairing, ...]
    median_captured: float | None
    median_felt: float | None
    felt_more: tuple[NegotiationId, ...]
    felt_less: tuple[NegotiationId, ...]
    use: Use


def build_captured(cases: Sequence[Case], setting: Setting) -> Captured:
    """Lay the range captured beside the instrumental score of the setting's questionnaire."""

    def read(case: Case) -> Pairing | Reason:
        share, felt = captured(case.terms), case.scores.get(Outcome.INSTRUMENTAL)
        if share is None:
            return Reason.NO_RANGE
        if reason := unrated(case, setting.key, Outcome.INSTRUMENTAL):
            return reason
        return Pairing(case.id, case.title, case.day, share, felt or 0)

    points, use = sift(cases, read)
    if len(points) < SIDE_FROM:
        return Captured(points, None, None, (), (), use)
    share = median(point.captured for point in points)
    felt = median(point.felt for point in points)
    more = tuple(point.id for point in points if point.felt > felt and point.captured < share)
    less = tuple(point.id for point in points if point.felt < felt and point.captured > share)
    return Captured(points, share, felt, more, less, use)


def captured_words(found: Captured, setting: Setting) -> Words:
    """Say how often feeling and result part company."""
    line = _parting_words(found)
    return Words(
        caption=caption(f"Range captured beside Instrumental by {setting.kind}", found.use, setting.scope, NOT_SHOWN),
        text=line,
        remarks=(line,),
        header=("Negotiation", "Day", "Range captured", "Instrumental"),
        rows=tuple(
            (one.title, one.day.isoformat(), share_text(one.captured), score_words(one.felt)) for one in found.points
        ),
        recipe=RECIPE,
        ids=tuple(one.id for one in found.points),
    )


def _parting_words(found: Captured) -> str:
    n = len(found.points)
    if found.median_captured is None or found.median_felt is None:
        return f"{n or 'None'} so far. Too early to compare: {SIDE_FROM - n} more needed"
    return (
        f"Of {count(n, 'negotiation', 'negotiations')}, {len(found.felt_more)} felt better than usual with less than "
        f"usual captured, {len(found.felt_less)} worse with more (medians {share_text(found.median_captured)} and "
        f"{score_words(found.median_felt)})"
    )
