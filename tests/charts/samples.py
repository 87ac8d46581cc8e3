"""Reports for charts, made of synthetic journals."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from random import Random

from negojournal.analysis.aggregate import MOST_POINTS, Grain, grain_for
from negojournal.analysis.dimension import Dimension, build_dimension
from negojournal.analysis.report import TrendReport
from negojournal.analysis.series import Scored
from negojournal.domain.filter import Filter
from negojournal.domain.identity import MilestoneId, uuid_from
from negojournal.domain.negotiation import Milestone
from negojournal.domain.outcome import DIMENSIONS
from negojournal.domain.questionnaire import Questionnaire
from negojournal.domain.summary import Band, Tally

FULL = Questionnaire("subjective-value", 1, "Full questionnaire", ())
FIRST = date(2024, 3, 4)
RISE = {"instrumental": 0.0, "process": 0.035, "relationship": -0.02, "self": 0.0, "overall": 0.01}
STEP = {"self": 1.6}
WORDS = ("Budget", "Scope", "Room", "Vendor", "Deadline", "Headcount", "Fees", "Pilot")


def review_days(count: int, *, seed: int = 1, span: float = 720) -> list[date]:
    """Return the days of so many reviews, irregular, over a span of days."""
    chance = Random(seed)
    return sorted(FIRST + timedelta(days=int(chance.random() * span)) for _ in range(count))


def scored(days: Sequence[date], key: str, *, seed: int = 1) -> list[Scored]:
    """Return full scores with a rise, a step and a stray."""
    chance = Random(f"{key}{seed}")
    half = len(days) // 2
    made = []
    for i, day in enumerate(days):
        feeling = 4.6 + chance.gauss(0, 0.8) + RISE[key] * min(i, 60) + (STEP.get(key, 0) if i >= half else 0)
        if i % 29 == 17:
            feeling -= 3
        score = min(max(round(feeling * 4) / 4, 1), 7)
        made.append(Scored(uuid_from(i, 0), day, score))
    return made


def bands_of(scores: Sequence[Scored], grain: Grain) -> tuple[Band, ...]:
    """Return the weeks or months of scores."""
    groups: dict[date, list[float]] = {}
    for one in scores:
        start = one.day.replace(day=1) if grain is Grain.MONTH else one.day - timedelta(days=one.day.weekday())
        groups.setdefault(start, []).append(one.score)
    return tuple(_band(start, sorted(values)) for start, values in sorted(groups.items()))


def _band(start: date, values: list[float]) -> Band:
    n = len(values)
    return Band(start, n, values[n // 4], values[n // 2], values[min(3 * n // 4, n - 1)])


def _dimension(key: str, days: Sequence[date], others: Sequence[date]) -> Dimension:
    own = scored(days, key)
    other = [Scored(f"other-{i}", day, float(3 + i % 4)) for i, day in enumerate(others)]
    return build_dimension(own[-MOST_POINTS:], questionnaire=FULL.key, other=other, n=len(own))


def sample_report(count: int, *, other: int = 0, milestones: int = 2, span: float = 720) -> TrendReport:
    """Return the report of a journal of so many full reviews, and so many quick ones between them."""
    days = review_days(count, span=span)
    others = review_days(other, seed=2, span=span)
    dimensions = {key: _dimension(key, days, others) for key in DIMENSIONS}
    grain = grain_for(count, (days[-1] - days[0]).days if days else 0)
    bands = {} if grain is Grain.REVIEW else {key: bands_of(scored(days, key), grain) for key in DIMENSIONS}
    titles = {uuid_from(i, 0): f"{WORDS[i % len(WORDS)]} with team {i % 5 + 1}" for i in range(count)}
    marks = (
        Milestone(MilestoneId("m1"), FIRST + timedelta(days=int(span / 3)), "Negotiation course"),
        Milestone(MilestoneId("m2"), FIRST + timedelta(days=int(span / 2.6)), "Coaching with Dana begins"),
    )
    return TrendReport(
        dimensions, Filter(), Tally(count + other + 3, count + other), FULL, marks[:milestones], titles,
        grain, bands, "all reviews",
    )  # fmt: skip


def report_of(
    *scores: float, other: tuple[tuple[int, float], ...] = (), milestones: tuple[Milestone, ...] = ()
) -> TrendReport:
    """Return a report with a score a day, and others on the days named."""
    series = [Scored(f"r{i}", FIRST + timedelta(days=i), score) for i, score in enumerate(scores)]
    others = [Scored(f"o{i}", FIRST + timedelta(days=day), score) for i, (day, score) in enumerate(other)]
    one = build_dimension(series, questionnaire="full", other=others)
    titles = {review.id: f"Talk {review.id}" for review in series}
    base = sample_report(0)
    return replace(base, dimensions={**base.dimensions, "process": one}, titles=titles, milestones=milestones)
