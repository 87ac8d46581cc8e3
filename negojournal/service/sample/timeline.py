"""When the negotiations of the sample journal are held."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, timezone
from random import Random

ZONE = timezone(timedelta(hours=1))

DENSEST = 10_000
"""Negotiations a year of someone who logs nearly everything."""

SPARSE = 300
"""Negotiations a year up to which each is written down at length."""

SHORTEST, LONGEST = 2.0, 10.0
"""Years that a sample covers."""

YEAR = 365.25
COURSE_AT = 0.45
"""The part of the time after which the course is held."""

AUGUST, DECEMBER = 8, 12
CHRISTMAS = 21
WORKING_DAYS = 5
FIRST_QUARTER_HOUR, QUARTER_HOURS = 34, 36
"""Meetings begin between 8:30 and 17:15."""


@dataclass(frozen=True, slots=True)
class Timeline:
    """Hold the span of a sample, up to but not with `end`, and how much of each negotiation is written down.

    `depth` is 1 where each is written down at length, and falls towards 0 the more there are in a year.
    """

    start: date
    end: date
    depth: float

    @property
    def course(self) -> date:
        """Return the day of the course: a Tuesday."""
        day = self.start + (self.end - self.start) * COURSE_AT
        return day + timedelta(days=1 - day.weekday())

    @property
    def agreed(self) -> datetime:
        """Return when an agreement was made whose first follow-up is due by the end: five weeks before it."""
        return noon(self.end - timedelta(weeks=5)) - timedelta(hours=2)

    def progress(self, day: date) -> float:
        """Return where a day lies in the span, 0 to 1."""
        return (day - self.start) / (self.end - self.start)


def build_timeline(count: int, today: date) -> Timeline:
    """Return the span for so many negotiations. It ends with last week, so that a seed gives the same all week."""
    years = min(max(count / DENSEST, SHORTEST), LONGEST)
    end = today - timedelta(days=today.weekday())
    return Timeline(end - timedelta(days=round(years * YEAR)), end, min(1.0, SPARSE * years / max(count, 1)))


def build_meetings(chance: Random, timeline: Timeline, count: int) -> list[datetime]:
    """Return so many times on working days, in order; fewer in August, hardly any at the end of December."""
    span = (timeline.end - timeline.start).days
    days = [day for n in range(span) if (day := timeline.start + timedelta(days=n)).weekday() < WORKING_DAYS]
    chosen = chance.choices(days, [_weight(day) for day in days], k=count)
    return sorted(_at(chance, day) for day in chosen)


def build_plans(chance: Random, timeline: Timeline, count: int) -> list[datetime]:
    """Return so many times in the weeks after next Monday; of several, the first is over since last Thursday."""
    monday = timeline.end + timedelta(days=7)
    days = [monday + timedelta(days=n) for n in range(3 * 7) if n % 7 < WORKING_DAYS]
    over = [timeline.end - timedelta(days=4)] if count > 1 else []
    return sorted(_at(chance, day) for day in over + chance.choices(days, k=count - len(over)))


def milliseconds(instant: datetime) -> int:
    """Return an instant as Unix milliseconds."""
    return round(instant.astimezone(UTC).timestamp() * 1000)


def noon(day: date) -> datetime:
    """Return the middle of a day."""
    return datetime.combine(day, time(12), ZONE)


def _weight(day: date) -> float:
    if day.month == AUGUST:
        return 0.5
    return 0.1 if day.month == DECEMBER and day.day >= CHRISTMAS else 1.0


def _at(chance: Random, day: date) -> datetime:
    minutes = 15 * (FIRST_QUARTER_HOUR + chance.randrange(QUARTER_HOURS))
    return datetime.combine(day, time(minutes // 60, minutes % 60), ZONE)
