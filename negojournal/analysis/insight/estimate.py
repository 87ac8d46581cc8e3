"""A median, or a difference of two, and the values that fit the data as well."""

from __future__ import annotations

from dataclasses import dataclass

from negojournal.analysis.trend import Interval

SIDE_FROM = 5
"""The least number on each side of which anything is said."""


@dataclass(frozen=True, slots=True)
class Estimate:
    """Hold the median of n values, or of their differences, with its interval at a confidence level, 0.95 or wider.

    Both are None below 5 values, and `needed` says how many more it takes. The interval alone is None where all
    values are the same, so that none can be computed.
    """

    n: int
    value: float | None = None
    interval: Interval | None = None
    level: float = 0.95

    @property
    def needed(self) -> int:
        """Return how many more values it takes before anything is said."""
        return max(SIDE_FROM - self.n, 0)
