"""Numbers, counts and days as words; English whatever the locale."""

from __future__ import annotations

from math import copysign
from typing import TYPE_CHECKING

from negojournal.analysis.line import ROUNDING
from negojournal.domain.moment import MONTHS
from negojournal.domain.scoring import score_text

if TYPE_CHECKING:
    from datetime import date

    from negojournal.domain.negotiation import Milestone

MOST_DECIMALS = 3

LABELS = {
    "instrumental": "Instrumental",
    "process": "Process",
    "relationship": "Relationship",
    "self": "Self",
    "overall": "Overall",
}
"""What the dimensions are called as they begin a title."""


def score_words(score: float) -> str:
    """Return a score with one decimal, or none where it is whole: 4.8, 5."""
    return score_text(score).removesuffix(".0")


def figure(value: float, decimals: int) -> str:
    """Return a number with so many decimals, a true minus sign, and no sign at 0: 0.2, −0.3, 0.0."""
    return f"{rounded(value, decimals) + 0.0:.{decimals}f}".replace("-", "−")


def change(value: float, decimals: int) -> str:
    """Return a number with its sign: +0.6, −0.3, 0.0."""
    return ("+" if rounded(value, decimals) > 0 else "") + figure(value, decimals)


def rounded(value: float, decimals: int) -> float:
    """Return a number rounded, halves away from 0, so that a difference agrees with the scores beside it."""
    return round(value + copysign(ROUNDING, value), decimals)


def decimals_for(low: float, high: float) -> int:
    """Return the fewest decimals that tell an interval's bounds from 0 and from each other; 1, 2 or 3."""
    apart = [abs(gap) for gap in (low, high, high - low) if abs(gap) > ROUNDING]
    return next((d for d in range(1, MOST_DECIMALS) if all(rounded(gap, d) for gap in apart)), MOST_DECIMALS)


def count(n: int, one: str, many: str) -> str:
    """Return a number with its noun: 1 review, 1,200 reviews."""
    return f"{n:,} {one if n == 1 else many}"


def day_words(day: date, *, year: bool) -> str:
    """Return a day as 4 October, or 4 October 2025."""
    return f"{day.day} {MONTHS[day.month - 1]}" + (f" {day.year}" if year else "")


def milestone_words(milestone: Milestone) -> str:
    """Return a milestone of a time line in words."""
    return f"Milestone on {day_words(milestone.on, year=True)}: {milestone.title}"
