"""Dates as people write them into tables."""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from negojournal.domain.moment import Moment
from negojournal.exchange.dating import DateOrder, is_dated, moment_text, order_in

DMY, MDY, YMD = DateOrder


@pytest.fixture(autouse=True)
def berlin(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("TZ", "Europe/Berlin")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("03/11/2026", "2026-11-03"),
        ("3.11.26", "2026-11-03"),
        ("3.11.69", "1969-11-03"),
        ("3. 11. 2026", "2026-11-03"),
        ("3 11 2026", "2026-11-03"),
        ("3-11-2026", "2026-11-03"),
        ("2026-11-03", "2026-11-03"),
        ("2026/11/3", "2026-11-03"),
        ("20261103", "20261103"),
        ("2026-11-03T14:30+05:00", "2026-11-03T14:30+05:00"),
        ("2026-11-03 14:30", "2026-11-03T14:30+01:00"),
        ("2026-11-03 14:30:05", "2026-11-03T14:30:05+01:00"),
        ("2026-11-03 00:00:00", "2026-11-03"),
        ("03/11/2026 2:30 pm", "2026-11-03T14:30+01:00"),
        ("03/11/2026 12:30 AM", "2026-11-03T00:30+01:00"),
        ("3.11.2026 14.30 Uhr", "2026-11-03T14:30+01:00"),
        ("3.11.2026, 14:30", "2026-11-03T14:30+01:00"),
        ("3.11.2026 14:30 -0800", "2026-11-03T14:30:00-08:00"),
        ("3.11.2026 14:30 Z", "2026-11-03T14:30:00+00:00"),
        ("3. November 2026", "2026-11-03"),
        ("3rd of November 2026", "2026-11-03"),
        ("Nov 3, 2026", "2026-11-03"),
        ("03-Nov-26", "2026-11-03"),
        ("Tue 3 Nov 2026", "2026-11-03"),
        ("Tuesday, November 3, 2026", "2026-11-03"),
        ("Dienstag, 3. März 2026", "2026-03-03"),
        ("1 août 2026", "2026-08-01"),
        ("1 de mayo de 2026", "2026-05-01"),
        ("46329", "2026-11-03"),
        ("46329.5", "2026-11-03T12:00+01:00"),
        ("46329,5", "2026-11-03T12:00+01:00"),
        ("  3.11.2026\n", "2026-11-03"),
    ],
)
def test_a_date_is_read_as_it_was_meant(text: str, expected: str) -> None:
    assert moment_text(text, DMY) == expected
    assert is_dated(text) is not text.startswith("46329")


@pytest.mark.parametrize(("order", "expected"), [(DMY, "2003-02-01"), (MDY, "2003-01-02"), (YMD, "2001-02-03")])
def test_the_order_decides(order: DateOrder, expected: str) -> None:
    assert moment_text("01/02/03", order) == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        "31/02/2026",
        "13/13/2026",
        "3/11",
        "Budget 3",
        "12:30",
        "2026",
        "3.11.2026 soon",
        "3.11.2026 25:00",
        "3 Nonsense 2026",
        "99999",
        "10000",
        "3.11.2026" * 100,
        "1 " * 40,
        "3.11.2026 14:30 +9999",
        "Budget 3 Nov",
    ],
)
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - the cell is told where it is known
        moment_text(text, DMY)
    assert not is_dated(text)


def test_a_time_that_no_clock_here_shows_is_refused() -> None:
    with pytest.raises(ValueError, match="0001-01-01 00:30"):
        moment_text("0001-01-01 00:30", DMY)


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (["03/11/2026", "13/11/2026"], DMY),
        (["03/11/2026", "11/13/2026"], MDY),
        (["99-11-03"], YMD),
        (["03/11/2026"], None),
        (["3.11.26"], DMY),
        (["Mon 11/13/2026"], MDY),
        (["soon", "", "2026-11-03", "3 Nov 2026"], None),
        (["11/13/2026", "11/14/2026", "15/11/2026"], MDY),
    ],
)
def test_a_day_above_twelve_settles_the_order(texts: list[str], expected: DateOrder | None) -> None:
    assert order_in(texts) == expected


@given(st.text(max_size=70), st.sampled_from(DateOrder))
def test_any_text_is_a_moment_or_refused(text: str, order: DateOrder) -> None:
    try:
        found = moment_text(text, order)
    except ValueError:
        return
    assert Moment(found)


@given(
    st.dates(date(1900, 1, 1), date(2199, 12, 31)),
    st.sampled_from(["%d.%m.%Y", "%d/%m/%Y", "%d %b %Y", "%d-%B-%Y", "%B %d, %Y", "%A, %d. %B %Y"]),
)
def test_any_day_comes_back_however_it_is_written(day, form: str) -> None:
    assert moment_text(day.strftime(form), DMY) == day.isoformat()
