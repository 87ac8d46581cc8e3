"""A quick review as typed on one line."""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest

from negojournal.domain.moment import Moment
from negojournal.domain.outcome import Outcome
from negojournal.errors import InvalidError
from negojournal.service.journal import Journal
from negojournal.service.quick import QuickReview, moment_from, record_from_quick
from tests.builders import build_record

BLANK = build_record(title="")


@pytest.fixture
def far_east(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    with monkeypatch.context() as patched:
        patched.setenv("TZ", "Asia/Tokyo")
        time.tzset()
        yield
    time.tzset()


def test_everything_typed_is_kept(journal: Journal) -> None:
    quick = QuickReview(
        " Room for the pilot ",
        counterparts=(" Ana", "Bo "),
        area="budgets",
        held_at="2026-03-04",
        ratings={Outcome.PROCESS: "6", Outcome.SELF: "1"},
        note="They asked first",
        next_time="If they ask, then I will wait",
        tags=(" pilot ",),
    )
    (saved,) = journal.records.log_quick(quick).saved
    record = journal.records.get(saved)
    assert record.title == "Room for the pilot"
    assert record.counterparts == ("Ana", "Bo")
    assert record.area == "budgets"
    assert record.held_at == Moment("2026-03-04")
    assert record.tags == ("pilot",)
    assert record.review is not None
    assert record.review.assessment is not None
    assert record.review.assessment.questionnaire == "quick"
    assert record.review.assessment.answers == {"process": 6, "self": 1}
    assert record.review.summary == "They asked first"
    assert record.review.next_time == "If they ask, then I will wait"


def test_a_title_alone_is_enough() -> None:
    record = record_from_quick(QuickReview("Short"), BLANK)
    assert record.review is None
    assert record.held_at == BLANK.held_at


def test_a_note_needs_no_ratings() -> None:
    record = record_from_quick(QuickReview("Short", note="Fine"), BLANK)
    assert record.review is not None
    assert record.review.assessment is None


@pytest.mark.usefixtures("far_east")
def test_a_time_without_an_offset_is_this_machines() -> None:
    assert moment_from("2026-01-31T14:30") == Moment("2026-01-31T14:30:00+09:00")
    assert moment_from("2026-01-31T14:30:00-05:00") == Moment("2026-01-31T14:30:00-05:00")


@pytest.mark.parametrize("rating", ["0", "8", "4.5", "x", "", "-3", "44", "\uff17", "4 "])
def test_a_rating_is_a_whole_number_from_1_to_7(rating: str) -> None:
    with pytest.raises(InvalidError) as caught:
        record_from_quick(QuickReview("Short", ratings={Outcome.RELATIONSHIP: rating}), BLANK)
    (problem,) = caught.value.problems
    assert problem.field == "review.assessment.answers.relationship"
    assert problem.sentence == f"“relationship” should be a whole number from 1 to 7, not “{rating}”."


@pytest.mark.parametrize("date", ["2026-02-31", "yesterday", "", "31.1.2026", "2026-01-31T25:00"])
def test_a_date_is_one_of_the_calendar(date: str) -> None:
    with pytest.raises(InvalidError, match="“date” should be a date such as 2026-02-28"):
        record_from_quick(QuickReview("Short", held_at=date), BLANK)


def test_all_problems_are_told(journal: Journal) -> None:
    with pytest.raises(InvalidError) as caught:
        record_from_quick(QuickReview("Short", held_at="?", ratings={Outcome.SELF: "9", Outcome.PROCESS: "5"}), BLANK)
    assert len(caught.value.problems) == 2
    with pytest.raises(InvalidError, match="“area” should be one of budgets"):
        journal.records.log_quick(QuickReview("Short", area="gardening"))
    with pytest.raises(InvalidError, match="“title”"):
        journal.records.log_quick(QuickReview("  "))
