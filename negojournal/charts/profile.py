"""The latest review on its own: four outcomes side by side, while there are too few for a trend."""

from __future__ import annotations

from dataclasses import dataclass

from negojournal.analysis.phrase import day_words, score_words
from negojournal.analysis.report import TrendReport
from negojournal.analysis.series import Scored
from negojournal.charts.label import label_of
from negojournal.charts.words import UNTITLED, one_line
from negojournal.domain.outcome import Outcome

PROFILE_UNTIL = 2
"""The most reviews beside which the latest is shown on its own."""


@dataclass(frozen=True, slots=True)
class Row:
    """Hold one outcome of a review; `said` is its score in words."""

    key: str
    label: str
    score: float | None
    said: str


@dataclass(frozen=True, slots=True)
class Profile:
    """Hold what one review gave each outcome."""

    id: str | None
    title: str
    rows: tuple[Row, ...]


def build_profile(report: TrendReport) -> Profile:
    """Return the profile of the latest rated review; without rows where there is none."""
    latest = max(_last_scores(report), key=lambda one: one.day, default=None)
    if latest is None:
        return Profile(None, "No ratings yet", ())
    name = one_line(report.titles.get(latest.id, "")) or UNTITLED
    title = f"Latest: {name}, {day_words(latest.day, year=True)}"
    return Profile(latest.id, title, tuple(_row(report, outcome, latest.id) for outcome in Outcome))


def is_shown(report: TrendReport) -> bool:
    """Say whether the latest review stands beside the trends."""
    return 1 <= report.reviews <= PROFILE_UNTIL


def _last_scores(report: TrendReport) -> list[Scored]:
    dimensions = report.dimensions.values()
    return [scores[-1] for one in dimensions for scores in (one.series, one.other) if scores]


def _row(report: TrendReport, key: str, review: str) -> Row:
    dimension = report.dimensions[key]
    score = next((one.score for one in (*dimension.series, *dimension.other) if one.id == review), None)
    return Row(key, label_of(key), score, "not rated" if score is None else score_words(score))
