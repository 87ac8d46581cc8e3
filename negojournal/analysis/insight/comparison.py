"""Two groups beside each other: the difference of their medians, and how sure that is."""

from __future__ import annotations

from dataclasses import dataclass

from negojournal.analysis.insight.estimate import SIDE_FROM
from negojournal.analysis.insight.grouping import Grouping
from negojournal.analysis.insight.sieve import Use
from negojournal.analysis.trend import Interval


@dataclass(frozen=True, slots=True)
class Group:
    """Hold one side of a comparison: its name and its scores (1–7) in order of time; `median` is None below 5."""

    label: str
    scores: tuple[float, ...]
    median: float | None = None

    @property
    def n(self) -> int:
        """Return how many scores the group has."""
        return len(self.scores)


@dataclass(frozen=True, slots=True)
class Contrast:
    """Hold two groups under one outcome: `difference` is the median of the one less that of the other, in points.

    It is None with fewer than 5 on a side; then `needed` says how many more. The interval alone is None where
    every score is the same as the others of its side. `key` names the row: an outcome, or a group of the kind
    compared.
    """

    key: str
    label: str
    one: Group
    other: Group
    difference: float | None = None
    interval: Interval | None = None

    @property
    def needed(self) -> tuple[int, int]:
        """Return how many more scores each side needs before anything is said."""
        return max(SIDE_FROM - self.one.n, 0), max(SIDE_FROM - self.other.n, 0)


@dataclass(frozen=True, slots=True)
class Comparison:
    """Hold a comparison: with two groups a row for each outcome and `overall`, with several a row for each group.

    `level` is the confidence of each interval: 0.95, or wider where several groups are compared, `compared` of
    them with 5 on each side. `label` names what is compared: "Channel: video".
    """

    grouping: Grouping
    label: str
    rows: tuple[Contrast, ...]
    compared: int
    level: float
    use: Use
