"""Dates as a person types them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime, time, timedelta

from negojournal.domain.moment import Moment, moment_of

CENTURY = 2000
FULL_YEAR = 1000
"""A year below this one was written with two digits."""

NUMBERS = re.compile(r"(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{2})")
CLOCK = re.compile(r"(?P<hour>\d{1,2})[:.h](?P<minute>\d{2})")


def moment_text(moment: Moment) -> str:
    """Return a moment as the form shows it: `2026-03-05 14:30`, or the day where only that is known."""
    if moment.instant is None:
        return moment.text
    return moment.wall.strftime("%Y-%m-%d %H:%M") if moment.wall.year >= FULL_YEAR else moment.text


def moment_from(text: str, today: date, days: Mapping[str, int], *, day_first: bool) -> Moment | None:
    """Return the moment that was typed, or None where there is no such day or time.

    Takes ISO 8601, `5.3.2026` or `5/3/2026` in the local order, and the words in `days` (word to days from
    today, such as "yesterday" to −1), each with or without a time behind it. A time counts as this machine's.
    """
    written = " ".join(text.split()).casefold()
    day_text, _, clock_text = written.replace(", ", " ").partition(" ")
    try:
        if written and not clock_text and day_text not in days and "t" in day_text:
            return _from_iso(written.upper())
        day = _day_from(day_text, today, days, day_first=day_first)
        return Moment(day.isoformat()) if not clock_text else _at(day, _time_from(clock_text))
    except (ValueError, OverflowError):
        return None


def _from_iso(text: str) -> Moment:
    instant = datetime.fromisoformat(text)
    return moment_of(instant if instant.tzinfo else instant.astimezone())


def _at(day: date, clock: time) -> Moment:
    return moment_of(datetime.combine(day, clock).astimezone())


def _day_from(text: str, today: date, days: Mapping[str, int], *, day_first: bool) -> date:
    if text in days:
        return today + timedelta(days=days[text])
    match = NUMBERS.fullmatch(text)
    if match is None:
        return date.fromisoformat(text)
    first, second, year = int(match[1]), int(match[3]), int(match[4])
    day, month = (first, second) if day_first or match[2] == "." else (second, first)
    return date(year if year >= FULL_YEAR else CENTURY + year, month, day)


def _time_from(text: str) -> time:
    match = CLOCK.fullmatch(text)
    return time(int(match["hour"]), int(match["minute"])) if match else time.fromisoformat(text)
