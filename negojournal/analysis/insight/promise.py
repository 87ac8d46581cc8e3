"""How promises were kept, on both sides of the table."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from negojournal.analysis.insight.sieve import Use
from negojournal.domain.preparation import Side


@dataclass(frozen=True, slots=True)
class Record:
    """Count promises by what became of them; `share` is kept ÷ due by today, None below 5 due.

    `due` counts those whose due date has come (kept, kept late, broken and late together); `ahead` are neither
    due nor done.
    """

    kept: int = 0
    kept_late: int = 0
    late: int = 0
    broken: int = 0
    ahead: int = 0
    due: int = 0
    share: float | None = None


@dataclass(frozen=True, slots=True)
class PromisesWith:
    """Hold the promises of both sides in negotiations with one counterpart."""

    counterpart: str
    sides: Mapping[Side, Record]


@dataclass(frozen=True, slots=True)
class Promises:
    """Hold promises by side, in all and for the counterparts with most of them, at most 12."""

    sides: Mapping[Side, Record]
    counterparts: tuple[PromisesWith, ...]
    use: Use
