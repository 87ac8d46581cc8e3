"""Dates and instants as the user wrote them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from functools import cached_property

_WRITTEN = re.compile(r"\d{4}-?(\d{2}-?\d{2}|W\d{2}-?\d)([T ][\d:.,]{2,20}(Z|[+-][\d:]{2,8})?)?", re.ASCII)
"""What `fromisoformat` may be asked to read: it takes any character between date and time."""

DAY_LENGTH = len("2026-01-31")
"""How long a date without a time is at most."""

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


@dataclass(frozen=True)
class Moment:
    """Keep a date, or an instant with its offset, in the ISO 8601 text it came in.

    The day and the order are those of the clock on the wall where it was held, so that a list and a calendar
    say the same on every machine. Raises ValueError when the text is neither.
    """

    text: str

    def __post_init__(self) -> None:
        if not _WRITTEN.fullmatch(self.text):
            raise ValueError(self.text)
        if len(self.text) <= DAY_LENGTH:
            date.fromisoformat(self.text)
        elif datetime.fromisoformat(self.text).tzinfo is None:
            raise ValueError(self.text)

    @cached_property
    def instant(self) -> datetime | None:
        """The instant, or None where only a date is known."""
        return datetime.fromisoformat(self.text) if len(self.text) > DAY_LENGTH else None

    @property
    def day(self) -> date:
        """The date on the wall."""
        return self.instant.date() if self.instant else date.fromisoformat(self.text)

    @property
    def wall(self) -> datetime:
        """The time on the wall without its offset; a date alone counts as its first second."""
        return self.instant.replace(tzinfo=None) if self.instant else datetime.combine(self.day, time.min)

    def __str__(self) -> str:
        """Return the text as it was written."""
        return self.text


def now() -> datetime:
    """Return this instant, in UTC, to the millisecond."""
    instant = datetime.now(UTC)
    return instant.replace(microsecond=instant.microsecond // 1000 * 1000)


def today() -> date:
    """Return the date on the wall here."""
    return datetime.now().astimezone().date()


def moment_of(instant: datetime) -> Moment:
    """Return the moment for an instant that carries an offset."""
    return Moment(instant.isoformat())


def day_text(day: date) -> str:
    """Return a date as it stands in a sentence, in English whatever the locale: 4 October 2026."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"
