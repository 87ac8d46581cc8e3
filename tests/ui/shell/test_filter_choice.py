from datetime import date

import pytest

from negojournal.domain.catalog import Catalog, Entry, EntryKind
from negojournal.domain.filter import Filter
from negojournal.domain.review import Result
from negojournal.ui.shell.filter_choice import build_chips, build_groups, build_search_chips, periods

CATALOG = Catalog((Entry(EntryKind.AREA, "budgets", "Budgets"), Entry(EntryKind.TRAP, "dodging", "Dodging")), ())
TODAY = date(2026, 5, 31)


def say(text: str) -> str:
    return text


def test_every_group_narrows_the_filter_in_force():
    groups = build_groups(Filter(search="x"), CATALOG, ("Ada",), (), TODAY, say)
    assert [group.title for group in groups] == [
        "Period",
        "Area",
        "Counterpart",
        "How it ended",
        "Method",
        "Status",
        "Trap",
    ]
    assert groups[2].choices[0].filter == Filter(search="x", counterpart="Ada")
    assert groups[3].choices[1].label == "No agreement"


@pytest.mark.parametrize(
    ("name", "since", "until"),
    [
        ("This month", date(2026, 5, 1), None),
        ("Last 3 months", date(2026, 3, 1), None),
        ("Last 6 months", date(2025, 12, 1), None),
        ("Last 12 months", date(2025, 6, 1), None),
        ("This year", date(2026, 1, 1), None),
        ("Last year", date(2025, 1, 1), date(2025, 12, 31)),
    ],
)
def test_periods_are_whole(name, since, until):
    assert (name, since, until) in periods(TODAY)


def test_periods_in_the_middle_of_a_month():
    found = {name: since for name, since, _until in periods(date(2026, 1, 15))}
    assert found["Last 3 months"] == date(2025, 10, 16)
    assert found["Last 12 months"] == date(2025, 1, 16)


@pytest.mark.parametrize(
    ("chosen", "label"),
    [
        (Filter(area="budgets"), "Budgets"),
        (Filter(area="gone"), "gone"),
        (Filter(counterpart="Ada"), "with Ada"),
        (Filter(outcome=Result.WALKED_AWAY), "Walked away"),
        (Filter(trap="dodging"), "Dodging"),
        (Filter(tag="q3"), "#q3"),
        (Filter(since=TODAY), "since 2026-05-31"),
        (Filter(until=TODAY), "until 2026-05-31"),
        (Filter(since=TODAY, until=TODAY), "on 2026-05-31"),
        (Filter(since=date(2026, 1, 1), until=TODAY), "2026-01-01 to 2026-05-31"),
        (Filter(binned=True), "In the bin"),
    ],
)
def test_a_chip_says_its_part_and_takes_it_away(chosen, label):
    assert [(chip.label, chip.filter) for chip in build_chips(chosen, CATALOG, say, date.isoformat)] == [
        (label, Filter())
    ]


def test_the_search_has_no_chip():
    assert build_chips(Filter(search="budget"), CATALOG, say, date.isoformat) == ()


def test_a_search_is_a_chip_where_there_is_no_field_for_it():
    chosen = Filter(search="budget", tag="annual")
    (chip,) = build_search_chips(chosen, say)
    assert (chip.label, chip.filter) == ("matching “budget”", Filter(tag="annual"))
    assert build_search_chips(Filter(tag="annual"), say) == ()
