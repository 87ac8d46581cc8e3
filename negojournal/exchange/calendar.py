"""Calendar files (RFC 5545): what is planned and promised goes out, an invitation comes in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING

from negojournal.domain.moment import Moment
from negojournal.domain.negotiation import Negotiation, Status, name_key
from negojournal.domain.preparation import Side
from negojournal.errors import FormatError

if TYPE_CHECKING:
    from icalendar import Component, Event

LARGEST_INVITATION = 2**20
"""The most bytes that are read of an invitation."""
MOST_PEOPLE = 50
LONGEST_TITLE = 200

_THINGS = ("ROOM", "RESOURCE")
_FOLD = re.compile(r"\r?\n(?:\r?\n)*[ \t]")
_MOST_CHANGES = 100
_YEARLY = re.compile(
    r"RRULE(;[^:]*)?:(;?(FREQ=YEARLY|INTERVAL=[1-9]\d*|COUNT=\d+|UNTIL=\w+|WKST=\w+|BYMONTH=\d+|BYDAY=[+-]?\d*[A-Z]{2}"
    r"|BYMONTHDAY=[-\d,]{1,20}))+"
)
"""A change of the clock once a year, as real zones have; the reader writes out every change up to 2038."""
_UNREADABLE = (ValueError, LookupError, TypeError, AttributeError, ArithmeticError, RecursionError)
"""What the calendar reader raises on files that are none."""

MAKER = "-//negojournal//negojournal//EN"


@dataclass(frozen=True, slots=True)
class Reminder:
    """Hold one entry of a calendar: an event where it begins at a time or on a day, otherwise a task that is due.

    `uid` stays the same from file to file, so that a calendar renews what it has.
    """

    uid: str
    title: str
    changed: Moment
    begins: Moment | None = None
    minutes: int | None = None
    due: date | None = None


@dataclass(frozen=True, slots=True)
class Invitation:
    """Hold what an invitation says: what it is about, when it begins and who is invited or invites."""

    title: str
    held_at: Moment
    people: tuple[str, ...] = ()


def reminders_of(records: Iterable[Negotiation], day: date) -> Iterator[Reminder]:
    """Yield what a calendar should know from a day on: plans, open commitments, and follow-ups not done."""
    for record in records:
        if record.status is Status.PLANNED and record.held_at.day >= day:
            yield Reminder(
                _uid(record), record.title, record.updated_at, record.held_at, minutes=record.duration_minutes
            )
        yield from _promises(record)
        for number, look in enumerate(record.follow_ups):
            if look.done_on is None and look.due_on is not None:
                uid = _uid(record, f"follow-up-{number}")
                yield Reminder(uid, f"Look again: {record.title}", record.updated_at, due=look.due_on)


def calendar_bytes(reminders: Iterable[Reminder]) -> bytes:
    """Return a calendar file with an entry for each reminder and no text but its title."""
    from icalendar import Calendar  # noqa: PLC0415 - only those who ask for a calendar wait for it

    calendar = Calendar()
    calendar.add("prodid", MAKER)
    calendar.add("version", "2.0")
    for reminder in reminders:
        calendar.add_component(_component(reminder))
    return bytes(calendar.to_ical())


def invitation_from(content: bytes) -> Invitation:
    """Return the first appointment of a calendar file; raise FormatError where there is none that can be read."""
    if len(content) > LARGEST_INVITATION:
        raise FormatError(f"The calendar file is too large; expected are at most {LARGEST_INVITATION:,} bytes.")
    _check_zones(content.decode(errors="replace"))
    from icalendar import Calendar, Event  # noqa: PLC0415 - only those who read a calendar wait for it

    try:
        found = Calendar.from_ical(content, multiple=True)
        event = next((one for calendar in found for one in calendar.walk("VEVENT") if isinstance(one, Event)), None)
        return _invitation(event)
    except _UNREADABLE as error:
        raise FormatError("The file should be a calendar file (.ics) with an appointment; it can’t be read.") from error


def _check_zones(text: str) -> None:
    """Raise FormatError where reading a file's time zones would take for ever."""
    is_zone, rules = False, 0
    for line in ("".join(one.split()).upper() for one in _FOLD.sub("", text).split("\n")):
        if line.startswith("BEGIN") and line.endswith(":VTIMEZONE"):
            is_zone = True
        elif line == "END:VTIMEZONE":
            is_zone = False
        elif is_zone and line.startswith("RRULE"):
            rules += 1
            if rules > _MOST_CHANGES or not _YEARLY.fullmatch(line) or "FREQ=" not in line:
                raise FormatError(
                    "The calendar file has a time zone that can’t be read; leave it out, or type the plan."
                )


def _invitation(event: Event | None) -> Invitation:
    begins = None if event is None else event.get("DTSTART")
    if event is None or begins is None:
        raise FormatError("The calendar file holds no appointment that says when it begins.")
    people: dict[str, str] = {}
    for name in _people(event):
        people.setdefault(name_key(name), name)
    titles = event.get("SUMMARY", "")
    title = _line(str(titles[0] if isinstance(titles, list) else titles)) or "Invitation"
    return Invitation(title, _moment(begins.dt), tuple(people.values())[:MOST_PEOPLE])


def _people(event: Event) -> Iterator[str]:
    """Yield who invites and who is invited, by name or else by address; rooms and other things aren't people."""
    for key in ("ORGANIZER", "ATTENDEE"):
        found = event.get(key, [])
        for one in found if isinstance(found, list) else [found]:
            address = re.sub("^mailto:", "", str(one), flags=re.IGNORECASE)
            if str(one.params.get("CUTYPE", "")).upper() not in _THINGS and (
                name := _line(str(one.params.get("CN", ""))) or _line(address)
            ):
                yield name


def _moment(begins: date) -> Moment:
    """Return when an appointment begins; a time without a zone is this machine's. Raises ValueError."""
    if not isinstance(begins, datetime):
        return Moment(begins.isoformat())
    return Moment((begins if begins.utcoffset() is not None else begins.astimezone()).isoformat(timespec="minutes"))


def _promises(record: Negotiation) -> Iterator[Reminder]:
    commitments = record.agreement.commitments if record.agreement else ()
    for number, one in enumerate(commitments):
        if one.done_on is None and not one.broken:
            title = one.what if one.owner is Side.ME else f"Theirs: {one.what}"
            yield Reminder(_uid(record, f"commitment-{number}"), title, record.updated_at, due=one.due_on)


def _component(reminder: Reminder) -> Component:
    from icalendar import Event, Todo  # noqa: PLC0415 - as above

    component = Event() if reminder.begins else Todo()
    component.add("uid", reminder.uid)
    component.add("dtstamp", _instant(reminder.changed))
    component.add("summary", _line(reminder.title))
    if reminder.begins:
        component.add("dtstart", _instant(reminder.begins) if reminder.begins.instant else reminder.begins.day)
    if reminder.minutes is not None and reminder.begins and reminder.begins.instant:
        component.add("duration", timedelta(minutes=reminder.minutes))
    if reminder.due:
        component.add("due", reminder.due)
    return component


def _instant(moment: Moment) -> datetime:
    return (moment.instant or datetime.combine(moment.day, time(), UTC)).astimezone(UTC)


def _uid(record: Negotiation, part: str = "") -> str:
    return f"{'-'.join(filter(None, (record.id, part)))}@negojournal"


def _line(text: str) -> str:
    """Return a text as one line of printable characters that a title or a name has room for."""
    return " ".join("".join(one if one.isprintable() else " " for one in text).split())[:LONGEST_TITLE].strip()
