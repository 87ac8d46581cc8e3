"""Many points in view: what one mark of a chart stands for."""

from __future__ import annotations

from enum import StrEnum

MOST_POINTS = 1_000

MOST_DAYS_IN_WEEKS = 5 * 365.25
"""Five years; a longer span is drawn by months."""


class Grain(StrEnum):
    """Name what one mark stands for: a score, or the middle half of a week's or a month's."""

    REVIEW = "review"
    WEEK = "week"
    MONTH = "month"


def grain_for(count: int, span_days: int) -> Grain:
    """Return what to draw for a number of scores in view that lie so many days apart, first to last."""
    if count <= MOST_POINTS:
        return Grain.REVIEW
    return Grain.MONTH if span_days > MOST_DAYS_IN_WEEKS else Grain.WEEK
