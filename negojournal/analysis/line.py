"""The straight line through scores, and the distances from a centre."""

from __future__ import annotations

from dataclasses import dataclass
from operator import mul, sub
from statistics import fmean
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

ROUNDING = 1e-9
"""Anything smaller is what floating point leaves behind, not a difference between scores."""


@dataclass(frozen=True, slots=True)
class Line:
    """Hold a straight line over reviews: its value at the first, and its rise from one to the next."""

    first: float
    slope: float

    def values(self, n: int) -> tuple[float, ...]:
        """Return the line at each of the first n reviews."""
        return tuple(self.first + self.slope * i for i in range(n))


def spread(n: int) -> float:
    """Return Σ(x − x̄)² of the review numbers 1…n."""
    return n * (n * n - 1) / 12


def settled(value: float) -> float:
    """Return the value, or exactly 0 where only rounding is left of it."""
    return value if abs(value) > ROUNDING else 0.0


def fit_line(scores: Sequence[float]) -> Line:
    """Return the least-squares line through two or more scores."""
    n, mean = len(scores), fmean(scores)
    middle = (n - 1) / 2
    slope = settled((products(range(n), scores) - n * middle * mean) / spread(n))
    return Line(mean - slope * middle, slope)


def flat(scores: Sequence[float]) -> tuple[float, ...]:
    """Return the mean of the scores, once for each of them."""
    return (fmean(scores),) * len(scores)


def distances(scores: Sequence[float], centre: Sequence[float]) -> tuple[float, ...]:
    """Return how far each score lies from the centre at its review."""
    return tuple(map(sub, scores, centre))


def squares(residuals: Sequence[float]) -> float:
    """Return the sum of squares."""
    return products(residuals, residuals)


def products(first: Iterable[float], second: Iterable[float]) -> float:
    """Return the sum of the products of two sequences, as far as the shorter goes."""
    total: float = sum(map(mul, first, second))
    return total
