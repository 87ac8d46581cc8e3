"""Whether scores rise or fall: a slope, two intervals, and the one verdict they allow."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from math import sqrt
from typing import TYPE_CHECKING

from negojournal.analysis.autocorrelation import autocorrelation, inflation
from negojournal.analysis.line import Line, distances, fit_line, spread, squares
from negojournal.analysis.quantile import t_quantile

if TYPE_CHECKING:
    from collections.abc import Sequence

VERDICT_FROM = 10
"""The least number of scores that carries a verdict."""

FIRM = 0.9975
LEANING = 0.975


class Verdict(StrEnum):
    """Name what a series may be said to do."""

    TOO_EARLY = "too-early"
    IMPROVING = "improving"
    DECLINING = "declining"
    LEANING_UP = "leaning-up"
    LEANING_DOWN = "leaning-down"
    NO_CLEAR_CHANGE = "no-clear-change"


FIRM_VERDICTS = {1: Verdict.IMPROVING, -1: Verdict.DECLINING}
LEANING_VERDICTS = {1: Verdict.LEANING_UP, -1: Verdict.LEANING_DOWN, 0: Verdict.NO_CLEAR_CHANGE}


@dataclass(frozen=True, slots=True)
class Interval:
    """Hold the values that fit the scores: slopes in points per review, or differences in points."""

    low: float
    high: float

    @property
    def side(self) -> int:
        """Return 1 or −1 where the interval lies wholly above or below 0, else 0."""
        return (self.low > 0) - (self.high < 0)


@dataclass(frozen=True, slots=True)
class Trend:
    """Hold what a straight line says of a series; None is what its scores are too few to compute.

    `firm` is the 99.5 % interval, shown, and wide as a person looks after every review; `leaning` the 95 %.
    """

    verdict: Verdict
    line: Line | None = None
    autocorrelation: float | None = None
    firm: Interval | None = None
    leaning: Interval | None = None


def build_trend(scores: Sequence[float]) -> Trend:
    """Compute the trend of scores in order of time."""
    n = len(scores)
    if n < 2:
        return Trend(Verdict.TOO_EARLY)
    line = fit_line(scores)
    residuals = distances(scores, line.values(n))
    r = autocorrelation(residuals)
    if n < 3:
        return Trend(Verdict.TOO_EARLY, line, r)
    f = inflation(r)
    error = sqrt(f * squares(residuals) / (n - 2) / spread(n))
    degrees = max(n / f, 4) - 2
    firm, leaning = (
        Interval(line.slope - reach, line.slope + reach)
        for reach in (t_quantile(q, degrees) * error for q in (FIRM, LEANING))
    )
    return Trend(verdict_from(n, firm, leaning), line, r, firm, leaning)


def verdict_from(n: int, firm: Interval, leaning: Interval) -> Verdict:
    """Return the only verdict that n scores with these intervals allow."""
    if n < VERDICT_FROM:
        return Verdict.TOO_EARLY
    return FIRM_VERDICTS.get(firm.side) or LEANING_VERDICTS[leaning.side]
