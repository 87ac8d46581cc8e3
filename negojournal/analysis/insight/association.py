"""Which practices and traps go together with higher or lower ratings."""

from __future__ import annotations

from dataclasses import dataclass

from negojournal.analysis.insight.comparison import Contrast
from negojournal.analysis.insight.sieve import Use

MOST_LISTED = 5
"""The most associations that are listed."""


@dataclass(frozen=True, slots=True)
class Associations:
    """Hold practices and traps beside one dimension, `overall`.

    `clearest` are those that may be said to go together with it, at most 5, the clearest first; `unclear` the
    others that were compared; `waiting` those with too few on a side. `compared` counts the first two kinds, and
    `level` is the confidence of their intervals, widened by that number. The key of a row is `practice:listening`
    or `trap:dodging`; its one side is with the practice done well or the trap, its other without.
    """

    dimension: str
    clearest: tuple[Contrast, ...]
    unclear: tuple[Contrast, ...]
    waiting: tuple[Contrast, ...]
    compared: int
    level: float
    use: Use
