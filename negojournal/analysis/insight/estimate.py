"""A median, or a difference of two, and the values that fit the data as well; a share, and what it is of."""

from __future__ import annotations

from dataclasses import dataclass
from statistics import median
from typing import TYPE_CHECKING

from negojournal.analysis.insight.bootstrap import bootstrap_interval
from negojournal.analysis.phrase import change, decimals_for, figure
from negojournal.analysis.trend import Interval

if TYPE_CHECKING:
    from collections.abc import Sequence

SIDE_FROM = 5
"""The least number on each side of which anything is said."""

LEVEL = 0.95


@dataclass(frozen=True, slots=True)
class Estimate:
    """Hold the median of n differences, with its 95% interval.

    Both are None below 5. The interval alone is None where hardly any value differs, so that none can be computed.
    """

    n: int
    value: float | None = None
    interval: Interval | None = None

    @property
    def needed(self) -> int:
        """Return how many more values it takes before anything is said."""
        return max(SIDE_FROM - self.n, 0)

    @property
    def side(self) -> int:
        """Return 1 or −1 where the interval lies wholly above or below 0, else 0."""
        return self.interval.side if self.interval else 0


def build_estimate(values: Sequence[float]) -> Estimate:
    """Compute the median of paired differences."""
    n = len(values)
    return Estimate(n) if n < SIDE_FROM else Estimate(n, median(values), bootstrap_interval((values,), LEVEL))


def widened(compared: int) -> float:
    """Return the confidence that each of several intervals needs, so that all together keep 95% (Bonferroni)."""
    return 1 - (1 - LEVEL) / max(compared, 1)


def estimate_words(value: float, interval: Interval | None) -> str:
    """Return a difference with its interval: +0.7 [0.1, 1.2]."""
    if interval is None:
        return f"{change(value, 1)}, without an interval as hardly any rating differs"
    decimals = decimals_for(interval.low, interval.high)
    low, high = (figure(bound, decimals) for bound in (interval.low, interval.high))
    return f"{change(value, decimals)} [{low}, {high}]"


def share_words(share: float, n: int) -> str:
    """Return a share of n: 6 of 8 (75%), or the counts alone below 5."""
    counts = f"{round(share * n):,} of {n:,}"
    return counts if n < SIDE_FROM else f"{counts} ({share:.0%})"
