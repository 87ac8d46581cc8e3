"""What is measured against which floor, both in turns, so that a busy machine slows both alike."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from statistics import median

Timed = Callable[[], float]
"""Does something once and returns the seconds it took, or the bytes."""


@dataclass(frozen=True, slots=True)
class Unit:
    """Hold the unit in which a value is told, how many of it a second or a byte is, and its decimal places."""

    name: str
    scale: float
    places: int

    def told(self, value: float) -> str:
        """Return a value in this unit."""
        return f"{value * self.scale:,.{self.places}f} {self.name}"


MILLISECONDS = Unit("ms", 1_000, 2)
MEGABYTES = Unit("MB", 1e-6, 1)


@dataclass(frozen=True, slots=True)
class Row:
    """Say what is measured, what its floor is, and how many times the floor it may take.

    Without a floor, `bound` is in seconds or bytes.
    """

    what: str
    floor: str
    bound: float
    measured: Timed
    floored: Timed | None = None
    runs: int = 9
    unit: Unit = MILLISECONDS


@dataclass(frozen=True, slots=True)
class Result:
    """Hold the medians in seconds or bytes, and the ratio: its median over the runs, the lowest and the highest.

    Where there is no floor, the ratio is to one.
    """

    what: str
    floor: str
    bound: float
    measured: float
    measured_floor: float | None
    ratio: float
    lowest: float
    highest: float
    runs: int
    unit: Unit

    @property
    def is_kept(self) -> bool:
        """Tell whether the bound is kept."""
        return self.ratio <= self.bound


def result_of(row: Row) -> Result:
    """Measure a row and its floor by turns, once before it counts."""
    floored = row.floored or (lambda: 1.0)
    floored(), row.measured()
    pairs = [(row.measured(), floored()) for _ in range(row.runs)]
    ratios = sorted(measured / floor for measured, floor in pairs)
    measured, floor = (median(side) for side in zip(*pairs, strict=True))
    known = floor if row.floored else None
    return Result(
        row.what, row.floor, row.bound, measured, known, median(ratios), ratios[0], ratios[-1], row.runs, row.unit
    )


def seconds(call: Callable[[], object], times: int = 1) -> Timed:
    """Return what takes the median time of a call made so many times."""

    def timed() -> float:
        return median(once(call) for _ in range(times))

    return timed


def slowest(*timed: Timed) -> Timed:
    """Return what takes the time of the slowest."""
    return lambda: max(one() for one in timed)


def once(call: Callable[[], object]) -> float:
    """Return the seconds that a call took."""
    start = time.perf_counter()
    call()
    return time.perf_counter() - start
