"""Who was stronger, beside how long agreements held."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from negojournal.analysis.insight.sieve import Use
from negojournal.domain.identity import NegotiationId


@dataclass(frozen=True, slots=True)
class Standing:
    """Hold one agreement: `power` −2…2, and the days it is known to have held, up to the last look at it.

    Where a look found that it no longer holds, `ended` is true and it held fewer days than that.
    """

    id: NegotiationId
    title: str
    day: date
    power: int
    days: int
    ended: bool


@dataclass(frozen=True, slots=True)
class PowerLevel:
    """Hold the agreements made at one level of power: how many, how many hold; median days and share from 5 on."""

    power: int
    label: str
    n: int
    holding: int
    median_days: float | None
    share_holding: float | None


@dataclass(frozen=True, slots=True)
class Power:
    """Hold agreements in order of time, and a row for each of the five levels of power."""

    standings: tuple[Standing, ...]
    levels: tuple[PowerLevel, ...]
    use: Use
