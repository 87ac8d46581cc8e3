"""The usual range of each level: an individuals chart.

W. A. Shewhart, Economic Control of Quality of Manufactured Product, 1931;
D. J. Wheeler, Understanding Variation, 1993.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from statistics import fmean
from typing import TYPE_CHECKING

from negojournal.analysis.level import level_starts
from negojournal.analysis.line import ROUNDING, distances, flat, settled
from negojournal.analysis.trend import Verdict, build_trend

if TYPE_CHECKING:
    from collections.abc import Sequence

RANGE_FROM = 6
"""The least number of scores that has a usual range."""

FIRM_FROM = 20
"""The least number of scores whose usual range is not provisional."""

REACH = 2.66
"""Limits lie this many moving ranges from the centre: 3 ÷ 1.128."""

LEAST_REACH = 1.0
"""One point is the least that is worth a remark on this scale."""

LOWEST, HIGHEST = 1.0, 7.0


@dataclass(frozen=True, slots=True)
class Level:
    """Hold one level of a series: its scores from `start` up to but not with `end`, counted from 0.

    `centre` has one value a score; `reach` is the distance from the centre to either limit. Below 6 scores there
    are no limits: `moving_range` and `reach` are None, `lower` and `upper` are empty.
    """

    start: int
    end: int
    centre: tuple[float, ...]
    moving_range: float | None = None
    reach: float | None = None
    outside: tuple[int, ...] = ()

    @property
    def n(self) -> int:
        """Return how many scores the level has."""
        return self.end - self.start

    @property
    def mean(self) -> float:
        """Return the mean of the scores, which is that of the centre."""
        return fmean(self.centre)

    @property
    def lower(self) -> tuple[float, ...]:
        """Return the lower limit at each score, not clipped to the scale."""
        return () if self.reach is None else tuple(c - self.reach for c in self.centre)

    @property
    def upper(self) -> tuple[float, ...]:
        """Return the upper limit at each score, not clipped to the scale."""
        return () if self.reach is None else tuple(c + self.reach for c in self.centre)

    @property
    def provisional(self) -> bool:
        """Say whether the limits rest on too few scores to be firm."""
        return self.n < FIRM_FROM


def clipped(limit: float) -> float:
    """Return a limit as it is drawn: no further than the scale, 1 to 7."""
    return min(max(limit, LOWEST), HIGHEST)


def moving_range(residuals: Sequence[float]) -> float:
    """Return the mean distance from one residual to the next."""
    return settled(fmean(abs(after - before) for before, after in pairwise(residuals)))


def centre_of(scores: Sequence[float]) -> tuple[float, ...]:
    """Return the centre at each score: the mean, or the fitted line where the scores have a firm trend."""
    trend = build_trend(scores)
    if trend.line is not None and trend.verdict in {Verdict.IMPROVING, Verdict.DECLINING}:
        return trend.line.values(len(scores))
    return flat(scores)


def build_level(scores: Sequence[float], start: int, end: int) -> Level:
    """Compute the level that the scores from start up to end make."""
    own = scores[start:end]
    centre = centre_of(own)
    if len(own) < RANGE_FROM:
        return Level(start, end, centre)
    residuals = distances(own, centre)
    typical = moving_range(residuals)
    reach = max(REACH * typical, LEAST_REACH)
    outside = tuple(start + i for i, e in enumerate(residuals) if abs(e) > reach + ROUNDING)
    return Level(start, end, centre, typical, reach, outside)


def build_levels(scores: Sequence[float]) -> tuple[Level, ...]:
    """Compute the levels of a series in order; none for an empty one."""
    bounds = (*level_starts(scores), len(scores))
    return tuple(build_level(scores, start, end) for start, end in pairwise(bounds))
