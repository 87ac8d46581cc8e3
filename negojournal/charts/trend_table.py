"""Trends as tables: the same numbers for those who read rather than look."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from heapq import merge
from operator import itemgetter

from negojournal.analysis.aggregate import Grain
from negojournal.analysis.dimension import Dimension
from negojournal.analysis.limits import HIGHEST, LOWEST
from negojournal.analysis.phrase import change, day_words, decimals_for, figure
from negojournal.analysis.report import TrendReport
from negojournal.analysis.series import LATEST, Scored
from negojournal.analysis.wording import VERDICT_WORDS
from negojournal.charts.label import label_of
from negojournal.charts.profile import build_profile
from negojournal.charts.table import NOTHING, Line, Table
from negojournal.charts.words import UNTITLED, one_line, signals_said
from negojournal.domain.scoring import score_text

RANGES = {
    (True, True): "{0} to {1}",
    (True, False): "from {0}",
    (False, True): "up to {1}",
    (False, False): "the whole scale",
}
"""By whether the lower and the upper limit lie on the scale."""

Dated = tuple[date, Line]


OVERVIEW = ("Outcome", "Reviews", "Latest", "Recent level", "Usual range", "Verdict", "Per 10 reviews", "Fits")
REVIEWS = ("Date", "Negotiation", "Score", "Recent level", "Usual range", "Remark")
SPANS = {Grain.WEEK: "Week from", Grain.MONTH: "Month from"}
PROFILE = ("Outcome", "Score")


def overview_table(report: TrendReport) -> Table:
    """Return one line a dimension."""
    return Table(OVERVIEW, tuple(_dimension_line(key, one) for key, one in report.dimensions.items()))


def _dimension_line(key: str, one: Dimension) -> Line:
    slope, low, high = one.slope_per_10, one.slope_low, one.slope_high
    told = slope is not None and low is not None and high is not None
    decimals = decimals_for(low or 0, high or 0)
    return Line(
        (
            label_of(key),
            f"{one.n:,}",
            score_text(one.latest),
            score_text(one.recent_level),
            _range(one.lower_limit, one.upper_limit),
            VERDICT_WORDS[one.verdict] if one.series else NOTHING,
            change(slope or 0, decimals) if told else NOTHING,
            f"{figure(low or 0, decimals)} to {figure(high or 0, decimals)}" if told else NOTHING,
        )
    )


def dimension_table(report: TrendReport, key: str) -> Table:
    """Return one line a review, week or month, newest last, with the milestones between them."""
    bands = report.bands.get(key, ())
    if report.grain is not Grain.REVIEW and bands:
        headers = (SPANS[report.grain], "Reviews", "Lower quartile", "Median", "Upper quartile")
        lines = [
            (band.start, (f"{band.n:,}", *map(score_text, (band.lower_quartile, band.median, band.upper_quartile))))
            for band in bands
        ]
        spans = [(start, Line((_day(start), *cells))) for start, cells in lines]
        return Table(headers, tuple(line for _, line in merge(spans, _milestones(report, 5), key=itemgetter(0))))
    dated = merge(_milestones(report, len(REVIEWS)), _reviews(report, key), key=itemgetter(0))
    return Table(REVIEWS, tuple(line for _, line in dated), widest=REVIEWS.index("Negotiation"))


def _milestones(report: TrendReport, columns: int) -> Iterator[Dated]:
    for one in report.milestones:
        cells = (_day(one.on), f"Milestone: {one.title}", *[""] * (columns - 2))
        yield one.on, Line(cells)


def _reviews(report: TrendReport, key: str) -> Iterator[Dated]:
    one = report.dimensions[key]
    used = ((review.day, _line(report, review, beside)) for review, beside in _beside(one))
    earlier = ((review.day, _line(report, review, EARLIER)) for review in one.earlier)
    other = ((review.day, _line(report, review, OTHER)) for review in one.other)
    return merge(earlier, used, other, key=itemgetter(0))


@dataclass(frozen=True, slots=True)
class Beside:
    """Hold what the statistics say at one review, in words."""

    recent: str = NOTHING
    usual: str = NOTHING
    remark: str = ""


def _beside(one: Dimension) -> Iterator[tuple[Scored, Beside]]:
    remarks = signals_said(one)
    for level in one.levels:
        for at, review in enumerate(one.series[level.start : level.end]):
            recent = one.recent[level.start + at] if one.recent else None
            usual = _range(level.lower[at], level.upper[at]) if level.lower else NOTHING
            yield review, Beside(score_text(recent), usual, remarks.get(review.id, ""))


EARLIER = Beside(remark=f"before the latest {LATEST}")
OTHER = Beside(remark="another questionnaire")


def _line(report: TrendReport, review: Scored, beside: Beside) -> Line:
    name = one_line(report.titles.get(review.id, "")) or UNTITLED
    cells = (_day(review.day), name, score_text(review.score), beside.recent, beside.usual, beside.remark)
    return Line(cells, review.id)


def profile_table(report: TrendReport) -> Table:
    """Return the scores of the latest review."""
    profile = build_profile(report)
    return Table(PROFILE, tuple(Line((row.label, row.said), profile.id) for row in profile.rows))


def _range(lower: float | None, upper: float | None) -> str:
    if lower is None or upper is None:
        return NOTHING
    return RANGES[lower >= LOWEST, upper <= HIGHEST].format(score_text(lower), score_text(upper))


def _day(day: date) -> str:
    return day_words(day, year=True)
