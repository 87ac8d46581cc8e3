"""How often each trap was fallen into."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from negojournal.analysis.insight.sieve import Use


@dataclass(frozen=True, slots=True)
class TrapCount:
    """Count the negotiations that fell into one trap: in all, among the latest ten, and when last."""

    key: str
    label: str
    n: int
    recent: int
    last: date


@dataclass(frozen=True, slots=True)
class Traps:
    """Hold the traps that were marked, the most frequent first; `recent_of` is how many the latest ones are."""

    counts: tuple[TrapCount, ...]
    recent_of: int
    use: Use
