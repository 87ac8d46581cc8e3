"""The milestones on a time line."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from operator import attrgetter

from negojournal.domain.negotiation import Milestone


def milestones_within(milestones: Iterable[Milestone], days: Sequence[date]) -> tuple[Milestone, ...]:
    """Return the milestones that have something before and after them on a time line, in order of time."""
    ordered = sorted(milestones, key=attrgetter("on"))
    return tuple(one for one in ordered if days and days[0] < one.on <= days[-1])
