"""Chances given before, beside how often the goal was reached."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from negojournal.analysis.insight.sieve import Use
from negojournal.domain.identity import NegotiationId

CALIBRATED_FROM = 10
"""The least number of predictions that carries a Brier score and a line."""


@dataclass(frozen=True, slots=True)
class Forecast:
    """Hold one sealed prediction: the chance of reaching the goal, 0–1, and whether it was reached."""

    id: NegotiationId
    title: str
    day: date
    chance: float
    reached: bool


@dataclass(frozen=True, slots=True)
class Bin:
    """Hold the n predictions between two chances: their mean chance, and the share that was reached."""

    low: float
    high: float
    n: int
    chance: float
    reached: float


@dataclass(frozen=True, slots=True)
class Calibration:
    """Hold sealed predictions in order of time; `bins` (the line) and both Brier scores come from 10 on.

    `brier` is 0 for a seer and 0.25 for someone who always says 50 %; `brier_always` is what the same person would
    have had by always giving the share that was reached in the end.
    """

    forecasts: tuple[Forecast, ...]
    bins: tuple[Bin, ...]
    brier: float | None
    brier_always: float | None
    use: Use

    @property
    def needed(self) -> int:
        """Return how many more predictions it takes to a Brier score."""
        return max(CALIBRATED_FROM - len(self.forecasts), 0)
