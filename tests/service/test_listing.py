"""What lists, calendar and completion are given."""

from __future__ import annotations

from datetime import date

import pytest

from negojournal.domain.filter import Filter, Order, SortKey
from negojournal.domain.review import Review
from negojournal.errors import InvalidError
from negojournal.service.journal import Journal
from negojournal.service.query import Query
from tests.builders import build_rated, build_record


def test_pages_follow_each_other_newest_first(journal: Journal) -> None:
    for number in range(3):
        journal.records.log(build_record(number))
    first = journal.lists.page(Filter(), limit=2)
    rest = journal.lists.page(Filter(), after=first.following, limit=2)
    assert [line.title for line in (*first.lines, *rest.lines)] == ["Talk 2", "Talk 1", "Talk 0"]
    assert rest.following is None
    by_title = journal.lists.page(Filter(), Order(SortKey.TITLE, descending=False))
    assert [line.title for line in by_title.lines] == ["Talk 0", "Talk 1", "Talk 2"]


def test_counts_days_and_names(journal: Journal) -> None:
    journal.records.log(build_rated(0, counterparts=("Ana",), tags=("a",)))
    journal.records.log(build_record(1, counterparts=("Ana", "Bo"), tags=("b", "a")))
    tally = journal.lists.tally(Filter())
    assert (tally.negotiations, tally.rated) == (2, 1)
    assert journal.lists.days(Filter(), 2026) == {date(2026, 1, 5): 1, date(2026, 1, 6): 1}
    assert journal.lists.years() == (2026,)
    assert journal.lists.years(Filter(search="nothing")) == ()
    assert journal.lists.counterparts() == ("Ana", "Bo")
    assert journal.lists.tags() == ("a", "b")


def test_the_last_intention_is_of_the_same_area_or_people_and_earlier(journal: Journal) -> None:
    journal.records.log(build_record(0, area="budgets", review=Review(next_time="Wait")))
    journal.records.log(build_record(1, counterparts=("Bo",), review=Review(next_time="Ask")))
    found = journal.lists.last_intention(build_record(5, area="budgets"))
    assert found is not None
    assert found.next_time == "Wait"
    found = journal.lists.last_intention(build_record(5, counterparts=("bo",)))
    assert found is not None
    assert found.next_time == "Ask"
    assert journal.lists.last_intention(build_record(5)) is None
    assert journal.lists.last_intention(build_record(0, area="budgets")) is None


def test_a_typed_query_becomes_a_filter(journal: Journal) -> None:
    query = Query(search="pilot", counterpart="Ana", area="budgets", since="2026-01-01", until="2026-02-28")
    assert journal.lists.filter_from(query) == Filter(
        search="pilot", counterpart="Ana", area="budgets", since=date(2026, 1, 1), until=date(2026, 2, 28)
    )
    assert journal.lists.filter_from(Query()) == Filter()


@pytest.mark.parametrize("typed", ["2026-02-31", "20260228", "2026-W09-6", "28.2.2026", "soon", ""])
def test_a_day_is_one_of_the_calendar(journal: Journal, typed: str) -> None:
    with pytest.raises(InvalidError) as caught:
        journal.lists.filter_from(Query(since=typed, until=typed, area="gardening"))
    assert [problem.field for problem in caught.value.problems] == ["area", "since", "until"]
    assert caught.value.problems[1].sentence == f"“since” should be a date such as 2026-02-28, not “{typed}”."
    assert "should be one of budgets, " in caught.value.problems[0].sentence


def test_an_area_is_one_that_is_known(journal: Journal) -> None:
    with pytest.raises(InvalidError, match=r"^“area” should be one of budgets, .*, not “gardening”\.$"):
        journal.lists.filter_from(Query(area="gardening", since="2026-01-01"))
