"""One outcome's statistics put together: what a chart draws and what `trends --json` prints."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from enum import StrEnum
from statistics import median
from typing import TYPE_CHECKING

from negojournal.analysis.limits import Level, build_levels
from negojournal.analysis.recent import recent_level
from negojournal.analysis.reliability import Reliability, build_reliability
from negojournal.analysis.series import Scored, latest
from negojournal.analysis.trend import Trend, Verdict, build_trend
from negojournal.domain.identity import NegotiationId

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

MEDIAN_FROM = 3
"""The least number of scores whose median is shown."""

STEP = 10
"""Slopes are stated as points per this many reviews."""

FIXED_NAMES = (
    "questionnaire",
    "n",
    "n_other",
    "latest",
    "recent_level",
    "verdict",
    "slope_per_10",
    "slope_low",
    "slope_high",
    "autocorrelation",
    "level_since",
    "level_n",
    "centre",
    "moving_range",
    "lower_limit",
    "upper_limit",
)
"""What other programs read of a dimension, besides its signals; the names stay as they are."""


class Rule(StrEnum):
    """Name why a review is marked."""

    OUTSIDE = "outside"
    SHIFT = "shift"


@dataclass(frozen=True, slots=True)
class Signal:
    """Mark one review, named by its negotiation's id."""

    id: NegotiationId
    rule: Rule


@dataclass(frozen=True, slots=True)
class Dimension:
    """Hold everything that is known of one outcome; what its scores are too few for is None or empty.

    `series` are the scores that the statistics use, at most 500; positions in `levels` and `recent` count from
    its first. `earlier` are scores of the same questionnaire before those, `other` those of other questionnaires;
    `n` and `n_other` count the scores in the period, handed over or not.
    """

    questionnaire: str | None
    n: int
    n_other: int
    series: tuple[Scored, ...]
    earlier: tuple[Scored, ...]
    other: tuple[Scored, ...]
    trend: Trend
    levels: tuple[Level, ...]
    recent: tuple[float, ...]
    median: float | None
    signals: tuple[Signal, ...]
    reliability: Reliability | None

    @property
    def latest(self) -> float | None:
        """Return the last score."""
        return self.series[-1].score if self.series else None

    @property
    def recent_level(self) -> float | None:
        """Return the recent level at the last score."""
        return self.recent[-1] if self.recent else None

    @property
    def verdict(self) -> Verdict:
        """Return what the series may be said to do."""
        return self.trend.verdict

    @property
    def slope_per_10(self) -> float | None:
        """Return the slope in points per 10 reviews."""
        return STEP * self.trend.line.slope if self.trend.line else None

    @property
    def slope_low(self) -> float | None:
        """Return the lower end of the slope's 99.5 % interval, per 10 reviews."""
        return STEP * self.trend.firm.low if self.trend.firm else None

    @property
    def slope_high(self) -> float | None:
        """Return the upper end of the slope's 99.5 % interval, per 10 reviews."""
        return STEP * self.trend.firm.high if self.trend.firm else None

    @property
    def autocorrelation(self) -> float | None:
        """Return the autocorrelation r of the scores around their trend."""
        return self.trend.autocorrelation

    @property
    def level(self) -> Level | None:
        """Return the latest level."""
        return self.levels[-1] if self.levels else None

    @property
    def level_since(self) -> NegotiationId | None:
        """Return the id of the first review of the latest level, None where there was no shift."""
        return self.series[self.levels[-1].start].id if len(self.levels) > 1 else None

    @property
    def level_n(self) -> int:
        """Return how many scores the latest level has."""
        return self.level.n if self.level else 0

    @property
    def centre(self) -> float | None:
        """Return the centre of the latest level at its last review."""
        return self.level.centre[-1] if self.level else None

    @property
    def moving_range(self) -> float | None:
        """Return the moving range of the latest level."""
        return self.level.moving_range if self.level else None

    @property
    def lower_limit(self) -> float | None:
        """Return the lower limit of the latest level at its last review, not clipped to the scale."""
        return self.level.lower[-1] if self.level and self.level.lower else None

    @property
    def upper_limit(self) -> float | None:
        """Return the upper limit of the latest level at its last review, not clipped to the scale."""
        return self.level.upper[-1] if self.level and self.level.upper else None


def build_dimension(
    scored: Sequence[Scored],
    *,
    questionnaire: str | None,
    other: Sequence[Scored] = (),
    n: int | None = None,
    n_other: int | None = None,
    answers: Sequence[Sequence[int | None]] = (),
) -> Dimension:
    """Compute one outcome from its scores by one questionnaire and by others, each in order of time.

    Counts are needed where the period holds more scores than are handed over. `answers` are those behind the
    scores, one row an assessment, reversed where the question is.
    """
    series = latest(scored)
    scores = [one.score for one in series]
    levels = build_levels(scores)
    return Dimension(
        questionnaire=questionnaire,
        n=len(scored) if n is None else n,
        n_other=len(other) if n_other is None else n_other,
        series=series,
        earlier=tuple(scored[: -len(series)]) if series else (),
        other=tuple(other),
        trend=build_trend(scores),
        levels=levels,
        recent=recent_level(scores),
        median=median(scores) if len(scores) >= MEDIAN_FROM else None,
        signals=tuple(signals_of(levels, series)),
        reliability=build_reliability(answers),
    )


def signals_of(levels: Sequence[Level], series: Sequence[Scored]) -> Iterator[Signal]:
    """Give the marks of all levels in order: the first review of a new level, and each outside its range."""
    for level in levels:
        if level.start > 0:
            yield Signal(series[level.start].id, Rule.SHIFT)
        for position in level.outside:
            yield Signal(series[position].id, Rule.OUTSIDE)


def figures_of(dimension: Dimension) -> dict[str, object]:
    """Return a dimension under the names that `trends --json` prints."""
    figures: dict[str, object] = {name: getattr(dimension, name) for name in FIXED_NAMES}
    return figures | {"signals": [asdict(signal) for signal in dimension.signals]}
