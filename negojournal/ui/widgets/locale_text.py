"""Dates and times in the words of the user's locale."""

from __future__ import annotations

from datetime import date, datetime, time
from decimal import Decimal

from PySide6.QtCore import QDate, QLocale, QTime

from negojournal.domain.moment import Moment, today

MEGABYTE = 1_000_000


def day_text(day: date) -> str:
    """Return a date short, for columns: the month in letters, so that it reads the same everywhere."""
    return QLocale().toString(QDate(day.year, day.month, day.day), "d MMM yyyy")


def long_day_text(day: date) -> str:
    """Return a date with weekday and month in words."""
    return QLocale().toString(QDate(day.year, day.month, day.day), QLocale.FormatType.LongFormat)


def time_text(moment: time) -> str:
    """Return the hour and minute."""
    return QLocale().toString(QTime(moment.hour, moment.minute), QLocale.FormatType.ShortFormat)


def instant_text(moment: datetime) -> str:
    """Return the day, the hour and the minute."""
    return f"{day_text(moment.date())}, {time_text(moment.time())}"


def recent_text(moment: Moment) -> str:
    """Return when something was stored, on the clock here: the time, and the day unless it is today."""
    if moment.instant is None:
        return day_text(moment.day)
    here = moment.instant.astimezone()
    return time_text(here.time()) if here.date() == today() else instant_text(here)


def size_text(size: int) -> str:
    """Return how large a file of so many bytes is, counted in thousands as on the command line."""
    return QLocale().formattedDataSize(size, 0 if size < MEGABYTE else 1, QLocale.DataSizeFormat.DataSizeSIFormat)


def number_text(number: Decimal) -> str:
    """Return a number with as many decimals as it has, and a separator between thousands."""
    exponent = number.normalize().as_tuple().exponent
    decimals = max(0, -exponent) if isinstance(exponent, int) else 0
    return QLocale().toString(float(number), "f", decimals)
