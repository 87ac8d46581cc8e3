"""Calendar files, read back by the parser that others use as well."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from negojournal.domain.agreement import Agreement, Commitment, FollowUp
from negojournal.domain.moment import Moment
from negojournal.domain.negotiation import Negotiation, Status
from negojournal.domain.preparation import Preparation, Side
from negojournal.errors import FormatError
from negojournal.exchange.calendar import (
    LARGEST_INVITATION,
    Invitation,
    calendar_bytes,
    invitation_from,
    reminders_of,
)
from tests.builders import build_full_record, build_id, build_record
from tests.strategies import negotiations

DAY = date(2026, 3, 1)
PLAN = build_record(
    1,
    title="Budget; round 2, with\\ signs",
    status=Status.PLANNED,
    held_at=Moment("2026-03-05T10:00:00+01:00"),
    counterparts=("Marta Ruiz",),
    preparation=Preparation(stop_rule="At four"),
)

INVITATION = b"""BEGIN:VCALENDAR\r
VERSION:2.0\r
PRODID:-//a//b//EN\r
METHOD:REQUEST\r
BEGIN:VTIMEZONE\r
TZID:W. Europe Standard Time\r
BEGIN:STANDARD\r
DTSTART:16010101T030000\r
TZOFFSETFROM:+0200\r
TZOFFSETTO:+0100\r
RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10\r
END:STANDARD\r
BEGIN:DAYLIGHT\r
DTSTART:16010101T020000\r
TZOFFSETFROM:+0100\r
TZOFFSETTO:+0200\r
RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=3\r
END:DAYLIGHT\r
END:VTIMEZONE\r
BEGIN:VEVENT\r
UID:1\r
SUMMARY;LANGUAGE=en:Budget\\, round 2\\nwith  all\r
DTSTART;TZID=W. Europe Standard Time:20260705T100000\r
ORGANIZER;CN="Ruiz, Marta":mailto:marta@example.org\r
ATTENDEE;CUTYPE=ROOM;CN=Room 4:mailto:room@example.org\r
ATTENDEE;CN="ruiz, marta":mailto:marta@example.org\r
ATTENDEE;ROLE=REQ-PARTICIPANT:MAILTO:jo@example.org\r
ATTENDEE;CN=" ":mailto:\r
END:VEVENT\r
END:VCALENDAR\r
"""


def entries(*records: Negotiation) -> list[object]:
    calendar = Calendar.from_ical(calendar_bytes(reminders_of(records, DAY)))
    return calendar.subcomponents


def invitation(begins: bytes = b"DTSTART:20260705T100000Z", more: bytes = b"") -> bytes:
    return b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n" + begins + b"\r\n" + more + b"END:VEVENT\r\nEND:VCALENDAR\r\n"


def test_a_plan_is_an_event():
    (event,) = entries(replace(PLAN, duration_minutes=45))
    assert event.name == "VEVENT"
    assert str(event["SUMMARY"]) == "Budget; round 2, with\\ signs"
    assert event["DTSTART"].dt == datetime(2026, 3, 5, 9, 0, tzinfo=UTC)
    assert event["DURATION"].dt == timedelta(minutes=45)
    assert event["DTSTAMP"].dt == PLAN.updated_at.instant
    assert str(event["UID"]) == f"{PLAN.id}@negojournal"


def test_a_plan_for_a_day_is_an_event_of_that_day():
    (event,) = entries(replace(PLAN, held_at=Moment("2026-03-01"), duration_minutes=45))
    assert event["DTSTART"].dt == DAY
    assert "DURATION" not in event


def test_what_is_over_is_no_event():
    assert entries(replace(PLAN, held_at=Moment("2026-02-28")), replace(PLAN, status=Status.HELD)) == []


def test_open_promises_and_follow_ups_are_tasks():
    record = build_record(
        2,
        title="Third group",
        agreement=Agreement(
            commitments=(
                Commitment(Side.ME, "Send it\nsoon", date(2026, 2, 1)),
                Commitment(Side.ME, "Done", DAY, DAY),
                Commitment(Side.THEM, "Broken", broken=True),
                Commitment(Side.THEM, "Name them"),
            )
        ),
        follow_ups=(FollowUp(DAY, DAY), FollowUp(date(2026, 5, 1))),
    )
    tasks = entries(record)
    assert [(one.name, str(one["SUMMARY"]), one["DUE"].dt if "DUE" in one else None) for one in tasks] == [
        ("VTODO", "Send it soon", date(2026, 2, 1)),
        ("VTODO", "Theirs: Name them", None),
        ("VTODO", "Look again: Third group", date(2026, 5, 1)),
    ]
    assert [str(one["UID"]).removeprefix(build_id(2)) for one in tasks] == [
        "-commitment-0@negojournal",
        "-commitment-3@negojournal",
        "-follow-up-1@negojournal",
    ]


def test_no_names_amounts_or_notes_leave():
    full = build_full_record(status=Status.PLANNED, held_at=Moment("2026-04-01"))
    text = calendar_bytes(reminders_of((PLAN, full), DAY)).decode()
    assert not [word for word in ("Marta", "1210", "Two freelancers", "At four", "renewal") if word in text]


def test_the_same_journal_gives_the_same_file():
    records = (PLAN, build_full_record())
    first, second = (calendar_bytes(reminders_of(records, DAY)) for _ in range(2))
    assert first == second


@given(st.lists(negotiations, max_size=3), st.dates(date(1900, 1, 1), date(2199, 12, 31)))
def test_any_journal_makes_a_calendar_that_can_be_read(records: list[Negotiation], day: date):
    reminders = tuple(reminders_of(records, day))
    calendar = Calendar.from_ical(calendar_bytes(reminders))
    assert len(calendar.subcomponents) == len(reminders)
    assert not [one.errors for one in calendar.walk() if one.errors]
    assert [str(one["UID"]) for one in calendar.subcomponents] == [one.uid for one in reminders]


def test_an_invitation_says_what_when_and_who():
    assert invitation_from(INVITATION) == Invitation(
        "Budget, round 2 with all", Moment("2026-07-05T10:00+02:00"), ("Ruiz, Marta", "jo@example.org")
    )


def test_an_invitation_may_say_no_more_than_when():
    assert invitation_from(invitation()) == Invitation("Invitation", Moment("2026-07-05T10:00+00:00"))
    assert invitation_from(invitation(b"DTSTART;VALUE=DATE:20260705")).held_at == Moment("2026-07-05")


def test_a_time_without_a_zone_is_the_time_here():
    here = datetime(2026, 7, 5, 10, 0).astimezone()
    assert invitation_from(invitation(b"DTSTART:20260705T100000")).held_at.instant == here


def test_the_first_of_several_appointments_counts():
    later = invitation(b"DTSTART:20270101T100000Z", b"SUMMARY:Later\r\n")
    assert invitation_from(INVITATION + later).title == "Budget, round 2 with all"


def test_long_titles_and_lists_are_cut():
    people = b"".join(b"ATTENDEE:mailto:p%d@example.org\r\n" % number for number in range(60))
    found = invitation_from(invitation(more=b"SUMMARY:" + b"x" * 300 + b"\r\n" + people))
    assert found.title == "x" * 200
    assert len(found.people) == 50


ZONE = (
    b"BEGIN:VCALENDAR\r\nBEGIN:VTIMEZONE\r\nTZID:Office\r\nBEGIN:STANDARD\r\nDTSTART:16010101T030000\r\n"
    b"TZOFFSETFROM:+0200\r\nTZOFFSETTO:+0100\r\n%s\r\nEND:STANDARD\r\nBEGIN:DAYLIGHT\r\nDTSTART:16010101T020000\r\n"
    b"TZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200\r\nRRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=3\r\nEND:DAYLIGHT\r\n"
    b"END:VTIMEZONE\r\nBEGIN:VEVENT\r\nDTSTART;TZID=Office:20260705T100000\r\nRRULE:FREQ=WEEKLY\r\nEND:VEVENT\r\n"
    b"END:VCALENDAR\r\n"
)


def test_a_time_zone_of_the_file_counts():
    found = invitation_from(ZONE % b"RRULE:FREQ=YEARLY;BYDAY=SU;BYMONTH=10;\r\n BYMONTHDAY=25,26,27,28,29,30,31")
    assert found.held_at == Moment("2026-07-05T10:00+02:00")


@pytest.mark.parametrize(
    "rule",
    [
        b"RRULE:FREQ=SECONDLY",
        b"COMMENT:END:VTIMEZONE\r\nrrule;X=1:FREQ=\r\n HOURLY",
        b"RRULE:FREQ=YEARLY;INTERVAL=0",
        b"RRULE:FREQ=YEARLY;BYSECOND=1,2,3",
        b"RRULE:BYMONTH=3",
        b"\r\n".join([b"RRULE:FREQ=YEARLY;BYMONTH=3"] * 101),
    ],
)
def test_a_time_zone_without_end_is_told(rule: bytes):
    with pytest.raises(FormatError, match="time zone that can’t be read"):
        invitation_from(ZONE % rule)


def test_what_stands_twice_is_no_hindrance():
    twice = b"SUMMARY:Budget\r\nSUMMARY:Money\r\nATTENDEE;CUTYPE=INDIVIDUAL,X:mailto:jo@example.org\r\n"
    found = invitation_from(invitation(more=twice))
    assert (found.title, found.people) == ("Budget", ("jo@example.org",))


def test_what_we_write_we_can_read():
    found = invitation_from(calendar_bytes(reminders_of((PLAN,), DAY)))
    assert found == Invitation(PLAN.title, Moment("2026-03-05T09:00+00:00"))


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "no appointment that says when"),
        (b"\xff\xfe\x00", "should be a calendar file"),
        (b"Dear all", "should be a calendar file"),
        (INVITATION[:-60], "no appointment that says when"),
        (invitation(b"DTSTART:99999999T100000"), "should be a calendar file"),
        (invitation(b"DTSTART:20260705T100000Z\r\nDTSTART:20260705T100000Z"), "should be a calendar file"),
        (b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n", "no appointment that says when"),
        (invitation(b"SUMMARY:x"), "no appointment that says when"),
        (b"x" * (LARGEST_INVITATION + 1), "too large"),
    ],
)
def test_what_is_no_invitation_is_told(content: bytes, sentence: str):
    with pytest.raises(FormatError, match=sentence):
        invitation_from(content)


@given(st.lists(st.tuples(st.integers(0, len(INVITATION)), st.binary(max_size=3)), min_size=1, max_size=4))
def test_a_broken_invitation_is_read_or_told(changes: list[tuple[int, bytes]]):
    content = bytearray(INVITATION)
    for place, new in changes:
        content[place : place + 2] = new
    try:
        found = invitation_from(bytes(content))
    except FormatError:
        return
    assert found.title
