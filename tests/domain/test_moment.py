from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from negojournal.domain.moment import Moment, day_text, moment_of, now, today
from tests.strategies import moments


@pytest.mark.parametrize(
    ("text", "day", "wall"),
    [
        ("2026-02-03", date(2026, 2, 3), datetime(2026, 2, 3)),  # noqa: DTZ001 - on the wall
        ("2026-02-03T14:30+01:00", date(2026, 2, 3), datetime(2026, 2, 3, 14, 30)),  # noqa: DTZ001
        ("2026-02-03 23:30:15Z", date(2026, 2, 3), datetime(2026, 2, 3, 23, 30, 15)),  # noqa: DTZ001
        ("2026-02-03T00:10:00.250-08:00", date(2026, 2, 3), datetime(2026, 2, 3, 0, 10, 0, 250_000)),  # noqa: DTZ001
        ("20260203T1430+0100", date(2026, 2, 3), datetime(2026, 2, 3, 14, 30)),  # noqa: DTZ001
    ],
)
def test_a_moment_keeps_its_text_and_the_clock_on_the_wall(text, day, wall):
    moment = Moment(text)
    assert (str(moment), moment.day, moment.wall) == (text, day, wall)


def test_only_an_instant_has_one():
    assert Moment("2026-02-03").instant is None
    assert Moment("2026-02-03T14:30+01:00").instant == datetime(2026, 2, 3, 13, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "soon",
        "2026-02-31",
        "2026-13-01",
        "2026-02",
        "2026-02-03T14:30",
        "2026-02-03T25:00Z",
        "2026-02-03x14:30+01:00",
        "2026-02-03\ud80014:30+01:00",
        "2026-02-03T14:30+01:00 ",
        "2026-02-03\n",
        "２０２６-02-03",  # noqa: RUF001 - digits that look like others
        "2026-02-03T14:30:00." + "0" * 1000 + "Z",
    ],
)
def test_what_is_neither_date_nor_instant_is_refused(text):
    with pytest.raises(ValueError, match=r"\A"):
        Moment(text)


@given(st.text(max_size=30))
def test_any_other_text_is_refused_by_value_error(text):
    try:
        moment = Moment(text)
    except ValueError:
        return
    assert str(moment) == text


@given(moments)
def test_day_and_wall_agree(moment):
    assert moment.wall.date() == moment.day
    assert moment.wall.tzinfo is None


def test_now_is_an_instant_to_the_millisecond():
    before = datetime.now(UTC) - timedelta(milliseconds=1)
    instant = now()
    assert before <= instant <= datetime.now(UTC)
    assert instant.microsecond % 1000 == 0
    assert instant.tzinfo is UTC


def test_today_is_the_date_here():
    here = [datetime.now().astimezone().date() for _ in range(2)]
    assert today() in {here[0], here[1], datetime.now().astimezone().date()}


def test_the_moment_of_an_instant():
    instant = datetime(2026, 2, 3, 14, 30, tzinfo=timezone(timedelta(hours=1)))
    assert moment_of(instant) == Moment("2026-02-03T14:30:00+01:00")


def test_a_date_in_a_sentence_is_english_whatever_the_locale():
    assert day_text(date(2026, 10, 4)) == "4 October 2026"
    assert [day_text(date(1999, month, 1)).split()[1] for month in (1, 12)] == ["January", "December"]
