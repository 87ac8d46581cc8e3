"""The place of a negotiation in time, as one whole number that lists page by.

A position is the second on the wall where it was held, counted from the year 1, with 24 bits below it to tell apart
what shares a second; so a later one is greater, a day is a range, and a page is a walk down a tree.
"""

from __future__ import annotations

from datetime import date, datetime

from negojournal.domain.moment import Moment

SHIFT = 24
DAY_SECONDS = 86_400
FIRST_JULIAN_DAY = 1_721_425.5
"""The day that SQLite's dates give to the first day of the year 1."""

BEFORE, LAST = -1, 2**63 - 1
"""Below and above every position."""


def second_of(moment: Moment) -> int:
    """Return the first position of the second on the wall."""
    since = moment.wall - datetime.min  # noqa: DTZ901 - a wall's time has no zone
    return (since.days * DAY_SECONDS + since.seconds) << SHIFT


def next_second(position: int) -> int:
    """Return the first position of the second after that of a position."""
    return ((position >> SHIFT) + 1) << SHIFT


def this_second(position: int) -> int:
    """Return the first position of the second of a position."""
    return position >> SHIFT << SHIFT


def start_of(day: date) -> int:
    """Return the first position of a day."""
    return _start(day.toordinal())


def end_of(day: date) -> int:
    """Return the position just after the last one of a day."""
    return _start(day.toordinal() + 1)


def day_from(number: int) -> date:
    """Return the day from its number, which is 0 on the first day of the year 1."""
    return date.fromordinal(number + 1)


def day_of(position: int) -> date:
    """Return the day of a position."""
    return day_from((position >> SHIFT) // DAY_SECONDS)


def _start(ordinal: int) -> int:
    return ((ordinal - 1) * DAY_SECONDS) << SHIFT
