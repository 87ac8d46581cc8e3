"""Dates as people write them into tables."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from negojournal.domain.moment import Moment


class DateOrder(StrEnum):
    """Say in which order day, month and year stand."""

    DMY = "dmy"
    MDY = "mdy"
    YMD = "ymd"


LONGEST = 60
"""How many characters a date has at most."""

PIVOT = 69
"""Two digits from here on are a year of the last century, as in POSIX."""

TWELVE = 12

FIRST_SERIAL, LAST_SERIAL = 20_000, 80_000
"""Which numbers are days as a spreadsheet counts them: from 1954 to 2119."""
SERIAL_START = datetime(1899, 12, 30)  # noqa: DTZ001 - a wall clock

_YEAR_FIRST = re.compile(r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})\.?(?=\D|$)", re.ASCII)
_NUMERIC = re.compile(r"(\d{1,2})([-/. ]|\. )(\d{1,2})\2(\d{4}|\d{2})\.?(?=\D|$)", re.ASCII)
_DAY_FIRST = re.compile(
    r"(\d{1,2})(?:st|nd|rd|th|\.|º)?[ -]{0,2}(?:of |de )?([^\W\d_]{3,})\.?,?[ -]{0,2}(?:de )?(\d{4}|\d{2})\b"
)
_MONTH_FIRST = re.compile(r"([^\W\d_]{3,})\.? {0,2}(\d{1,2})(?:st|nd|rd|th)?,? {1,2}(\d{4})\b")
_SERIAL = re.compile(r"\d{5}(?:[.,]\d{1,12})?", re.ASCII)
_WEEKDAY = re.compile(r"[^\W\d_]{2,12}\.?,? +(?=\d)|[^\W\d_]{6,12},? +(?=[^\W\d_]{3,}\.? \d)")
_TIME = re.compile(
    r"[T ,]{1,3}(?:at |um |à )?(\d{1,2})[:.h](\d{2})(?:[:.](\d{2})(?:[.,]\d{1,9})?)? ?(am|pm|a\.m\.|p\.m\.|uhr)? ?"
    r"(z|[+-]\d{2}:?\d{2})?",
    re.ASCII,
)
_MONTHS = (
    ("jan", "ene", "gen"),
    ("feb", "fev"),
    ("mar", "maa", "mrt"),
    ("apr", "avr", "abr"),
    ("may", "mai", "mag", "mei"),
    ("jun", "juin", "giu"),
    ("jul", "juil", "lug"),
    ("aug", "aou", "ago"),
    ("sep", "set"),
    ("oct", "okt", "ott", "out"),
    ("nov",),
    ("dec", "dez", "dic"),
)
"""How the months begin in English, German, French, Spanish, Italian, Dutch and Portuguese, without accents."""


def moment_text(text: str, order: DateOrder) -> str:
    """Return a date, or a date and time, in ISO 8601; raise ValueError for anything else.

    A time without an offset is this machine's; midnight is how spreadsheets write a date alone.
    """
    text = " ".join(text.split())
    if not text or len(text) > LONGEST:
        raise ValueError(text)
    try:
        return Moment(text).text
    except ValueError:
        day, rest = _day(text, order)
    if isinstance(day, datetime):
        return _text(day)
    return _timed(day, rest) if rest else day.isoformat()


def is_dated(text: str) -> bool:
    """Tell whether a text is a date in some order."""
    for order in DateOrder:
        try:
            moment_text(text, order)
        except ValueError:
            continue
        return not _SERIAL.fullmatch(text.strip())
    return False


def order_in(texts: Iterable[str]) -> DateOrder | None:
    """Return the order that dates settle: by a number above 12 in the place of the day, or by dots; None where none."""
    votes = dict.fromkeys(DateOrder, 0)
    dotted = False
    for text in texts:
        found = _NUMERIC.match(_without_weekday(" ".join(text[:LONGEST].split())))
        if found is None:
            continue
        first, second = int(found[1]), int(found[3])
        dotted = dotted or "." in found[2]
        votes[DateOrder.DMY] += TWELVE < first <= 31 and second <= TWELVE  # noqa: PLR2004 - the longest month
        votes[DateOrder.MDY] += first <= TWELVE < second
        votes[DateOrder.YMD] += first > 31  # noqa: PLR2004 - as above
    order = max(votes, key=lambda one: votes[one])
    if votes[order]:
        return order
    return DateOrder.DMY if dotted else None


def _day(text: str, order: DateOrder) -> tuple[date, str]:
    """Return the day, an instant for a spreadsheet's number, and what follows it."""
    if _SERIAL.fullmatch(text):
        return _serial(float(text.replace(",", "."))), ""
    text = _without_weekday(text)
    if found := _YEAR_FIRST.match(text):
        return date(int(found[1]), int(found[3]), int(found[4])), text[found.end() :]
    if found := _NUMERIC.match(text):
        numbers = dict(zip(order.value, (found[1], found[3], found[4]), strict=True))
        return date(_year(numbers["y"]), int(numbers["m"]), int(numbers["d"])), text[found.end() :]
    if found := _DAY_FIRST.match(text):
        return date(_year(found[3]), _month(found[2]), int(found[1])), text[found.end() :]
    if found := _MONTH_FIRST.match(text):
        return date(int(found[3]), _month(found[1]), int(found[2])), text[found.end() :]
    raise ValueError(text)


def _without_weekday(text: str) -> str:
    found = _WEEKDAY.match(text)
    return text if found is None or _month_of(found[0]) else text[found.end() :]


def _serial(number: float) -> date:
    if not FIRST_SERIAL <= number <= LAST_SERIAL:
        raise ValueError(number)
    instant = SERIAL_START + timedelta(minutes=round(number * 24 * 60))
    return instant if instant.time() != time.min else instant.date()


def _year(digits: str) -> int:
    year = int(digits)
    if len(digits) > 2:  # noqa: PLR2004 - all of a year
        return year
    return year + (1900 if year >= PIVOT else 2000)


def _month(word: str) -> int:
    if month := _month_of(word):
        return month
    raise ValueError(word)


def _month_of(word: str) -> int:
    """Return the number of a month by how its name begins, 0 for another word."""
    plain = "".join(one for one in unicodedata.normalize("NFKD", word.casefold()) if one.isalpha())
    return next((number for number, starts in enumerate(_MONTHS, 1) if plain.startswith(starts)), 0)


def _timed(day: date, rest: str) -> str:
    found = _TIME.fullmatch(rest.lower().rstrip())
    if found is None:
        raise ValueError(rest)
    hour = int(found[1])
    if found[4] in {"am", "a.m."}:
        hour %= TWELVE
    elif found[4] in {"pm", "p.m."}:
        hour = hour % TWELVE + TWELVE
    clock = time(hour, int(found[2]), int(found[3] or 0))
    if found[5]:
        return Moment(
            datetime.fromisoformat(f"{day.isoformat()}T{clock.isoformat()}{found[5].upper()}").isoformat()
        ).text
    return _text(datetime.combine(day, clock)) if clock != time.min else day.isoformat()


def _text(wall: datetime) -> str:
    """Return a time on the wall here with its offset."""
    try:
        return wall.astimezone().isoformat(timespec="seconds" if wall.second else "minutes")
    except (OverflowError, OSError, ValueError) as error:
        raise ValueError(str(wall)) from error
