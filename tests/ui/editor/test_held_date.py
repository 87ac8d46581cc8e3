from datetime import date, datetime

import pytest

from negojournal.domain.moment import Moment
from negojournal.ui.editor.held_date import moment_from, moment_text

TODAY = date(2026, 3, 5)
DAYS = {"today": 0, "yesterday": -1}


def read(text, *, day_first=True):
    return moment_from(text, TODAY, DAYS, day_first=day_first)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026-02-28", "2026-02-28"),
        (" 2026-02-28 ", "2026-02-28"),
        ("20260228", "2026-02-28"),
        ("28.2.2026", "2026-02-28"),
        ("28.02.26", "2026-02-28"),
        ("28/2/2026", "2026-02-28"),
        ("28-2-2026", "2026-02-28"),
        ("today", "2026-03-05"),
        ("Yesterday", "2026-03-04"),
    ],
)
def test_days(text, day):
    assert read(text) == Moment(day)


def test_the_month_comes_first_where_people_write_it_first_but_not_with_dots():
    assert read("2/3/2026", day_first=False) == Moment("2026-02-03")
    assert read("2.3.2026", day_first=False) == Moment("2026-03-02")


@pytest.mark.parametrize(
    ("text", "hour", "minute"),
    [
        ("2026-02-28 14:30", 14, 30),
        ("28.2.2026, 9:05", 9, 5),
        ("2026-02-28 9.05", 9, 5),
        ("2026-02-28 14h30", 14, 30),
        ("2026-02-28 14", 14, 0),
    ],
)
def test_a_time_is_this_machines(text, hour, minute):
    instant = datetime(2026, 2, 28, hour, minute).astimezone()
    assert read(text).instant == instant
    assert read(text).instant.utcoffset() == instant.utcoffset()


def test_iso_instants_keep_their_offset_and_get_this_machines_without_one():
    assert read("2026-02-28T14:30:00+05:00") == Moment("2026-02-28T14:30:00+05:00")
    assert read("2026-02-28t14:30").instant == datetime(2026, 2, 28, 14, 30).astimezone()


@pytest.mark.parametrize(
    "text", ["", "x", "31.2.2026", "2026-02-31", "2026-02-28 25:00", "2026-02-28T", "28.2.", "1 2 3"]
)
def test_what_is_no_date_is_none(text):
    assert read(text) is None


@pytest.mark.parametrize(
    ("moment", "text"),
    [
        ("2026-03-05", "2026-03-05"),
        ("2026-03-05T14:30:12.250+01:00", "2026-03-05 14:30"),
        ("0990-03-05T14:30:00+01:00", "0990-03-05T14:30:00+01:00"),
    ],
)
def test_the_form_shows_days_and_minutes(moment, text):
    assert moment_text(Moment(moment)) == text
