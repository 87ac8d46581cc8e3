"""The recent level: the line the eye follows."""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

RECENT_FROM = 5
"""The least number of scores that has a recent level."""

WEIGHT = 0.2


def recent_level(scores: Sequence[float]) -> tuple[float, ...]:
    """Return the exponentially weighted mean at each score, started at the first; empty below 5 scores.

    S. W. Roberts, Control chart tests based on geometric moving averages, Technometrics 1(3), 1959.
    """
    if len(scores) < RECENT_FROM:
        return ()
    return tuple(accumulate(scores, lambda level, score: level + WEIGHT * (score - level)))
