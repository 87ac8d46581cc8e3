from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

from negojournal.charts.frame import Box, Frame
from negojournal.charts.ticks import Stop, build_ticks


def measure(text: str) -> float:
    return 6.0 * len(text)


def frame(slots: int, width: float = 300) -> Frame:
    return Frame(Box(20, 0, width, 100), 0.5, slots + 0.5)


def labels(days: list[date], width: float = 300, slots: int = 0) -> list[str]:
    stops = [Stop(at, day) for at, day in enumerate(days, start=1)]
    return [tick.text for tick in build_ticks(stops, frame(slots or len(days), width), measure, 20)]


def test_nothing_to_date():
    assert labels([], slots=10) == []


def test_few_reviews_are_dated_by_day_and_the_year_is_said_once():
    days = [date(2025, 10, 4), date(2025, 11, 20), date(2026, 1, 2)]
    assert labels(days) == ["4 Oct 2025", "20 Nov", "2 Jan 2026"]


def test_reviews_of_one_day_are_dated_once():
    assert labels([date(2025, 10, 4)] * 5) == ["4 Oct 2025"]


def test_more_are_dated_by_month_quarter_and_year_as_room_shrinks():
    start = date(2024, 1, 10)
    days = [start + timedelta(days=9 * i) for i in range(120)]
    assert labels(days, 2600)[:3] == ["Jan 2024", "Feb", "Mar"]
    assert labels(days, 500)[:3] == ["Apr 2024", "Jul", "Oct"]
    assert labels(days, 120) == ["2024", "2025", "2026"]


def test_years_without_room_are_left_out():
    days = [date(2000 + i, 1, 1) for i in range(40)]
    shown = labels(days, 120)
    assert 1 < len(shown) < 5


def test_labels_keep_clear_of_each_other_and_of_the_edges():
    days = [date(2024, 1, 1) + timedelta(days=i * i % 500) for i in range(60)]
    one = frame(60)
    stops = [Stop(at, day) for at, day in enumerate(sorted(days), start=1)]
    ticks = build_ticks(stops, one, measure, 20)
    spans = [(one.x(tick.x) - measure(tick.text) / 2, one.x(tick.x) + measure(tick.text) / 2) for tick in ticks]
    assert spans[0][0] >= 0
    assert spans[-1][1] <= 340
    assert all(left[1] + 8 <= right[0] for left, right in pairwise(spans))
