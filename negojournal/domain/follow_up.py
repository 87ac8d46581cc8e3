"""When an agreement is looked at again."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta

from negojournal.domain.agreement import FollowUp
from negojournal.domain.negotiation import Negotiation
from negojournal.domain.review import Result

FOLLOW_UP_DAYS = (30, 90)


def with_follow_ups(
    record: Negotiation, before: Negotiation | None, today: date, days: Iterable[int] = FOLLOW_UP_DAYS
) -> Negotiation:
    """Return a record with follow-ups so many days after it was held, where this edit makes it an agreement.

    One that has follow-ups, or was an agreement before, stays as it is: what was taken away doesn't come back. Of a
    negotiation held long ago, only what is still to come is added.
    """
    if record.follow_ups or not _is_agreed(record) or (before and _is_agreed(before)):
        return record
    due = (record.held_at.day + timedelta(days=after) for after in days)
    return replace(record, follow_ups=tuple(FollowUp(due_on=day) for day in due if day > today))


def _is_agreed(record: Negotiation) -> bool:
    return record.review is not None and record.review.outcome is Result.AGREEMENT
