"""Since when: the reviews after which scores moved to another level."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import accumulate
from math import exp
from typing import TYPE_CHECKING

from negojournal.analysis.autocorrelation import autocorrelation, inflation
from negojournal.analysis.line import ROUNDING, distances, fit_line, flat, squares

if TYPE_CHECKING:
    from collections.abc import Sequence

SHIFT_FROM = 12
"""The least number of scores in which a shift is looked for."""

MARGIN = 4
"""The fewest scores on either side of a shift."""

CHANCE = 0.01


@dataclass(frozen=True, slots=True)
class Split:
    """Hold where a series parts best: after which review, counted from 1, and Pettitt's statistic K there."""

    after: int
    k: float


def average_ranks(scores: Sequence[float]) -> tuple[float, ...]:
    """Return the rank of each score from 1 up, tied scores sharing the average of theirs."""
    counts = sorted(Counter(scores).items())
    below = accumulate((count for _, count in counts), initial=0)
    rank = {score: start + (count + 1) / 2 for (score, count), start in zip(counts, below, strict=False)}
    return tuple(rank[score] for score in scores)


def best_split(ranks: Sequence[float]) -> Split:
    """Return the first t, 4 ≤ t ≤ n − 4, with the greatest |U_t|, U_t = 2·Σ_{i≤t} rankᵢ − t(n + 1).

    A. N. Pettitt, A non-parametric approach to the change-point problem, Applied Statistics 28, 1979, 126–135.
    """
    n = len(ranks)
    sizes = [abs(2 * total - t * (n + 1)) for t, total in enumerate(accumulate(ranks), start=1)]
    after = max(range(MARGIN, n - MARGIN + 1), key=lambda t: sizes[t - 1])
    return Split(after, sizes[after - 1])


def tie_factor(ranks: Sequence[float]) -> float:
    """Return the variance of the ranks as a part of what it would be without ties."""
    n = len(ranks)
    middle = (n + 1) / 2
    return squares([rank - middle for rank in ranks]) / n / ((n * n - 1) / 12)


def chance(k: float, n: int, widening: float = 1.0) -> float:
    """Return Pettitt's p of a K in n scores, widened for ties and autocorrelation."""
    return min(1.0, 2 * exp(-6 * k * k / (widening * (n**3 + n**2))))


def shift_after(scores: Sequence[float]) -> int | None:
    """Return how many scores stand before the shift of a series, or None where no shift stands."""
    n = len(scores)
    if n < SHIFT_FROM:
        return None
    ranks = average_ranks(scores)
    split = best_split(ranks)
    if split.k == 0:
        return None
    before, after = scores[: split.after], scores[split.after :]
    residuals = distances(scores, flat(before) + flat(after))
    widening = tie_factor(ranks) * inflation(autocorrelation(residuals))
    straight = squares(distances(scores, fit_line(scores).values(n)))
    stands = chance(split.k, n, widening) < CHANCE and squares(residuals) < straight - ROUNDING
    return split.after if stands else None


def level_starts(scores: Sequence[float]) -> tuple[int, ...]:
    """Return the positions, from 0, at which levels begin: the first score, then one for each shift."""
    if not scores:
        return ()
    starts = [0]
    while shift := shift_after(scores[starts[-1] :]):
        starts.append(starts[-1] + shift)
    return tuple(starts)
