"""Trends, and the milestones on their time line."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta

import pytest

from negojournal.analysis.aggregate import Grain
from negojournal.analysis.dimension import FIXED_NAMES
from negojournal.domain.filter import Filter
from negojournal.domain.moment import Moment
from negojournal.domain.negotiation import Negotiation, Status
from negojournal.domain.outcome import DIMENSIONS
from negojournal.domain.preparation import Method
from negojournal.domain.review import Assessment, Review
from negojournal.errors import InvalidError, NotFoundError
from negojournal.service import report as report_module
from negojournal.service.journal import Journal
from tests.builders import EPOCH, build_milestone, build_rated, build_record


def build_full(number: int, answers: Iterable[int], **changes: object) -> Negotiation:
    """Return a record rated in full: the four answers of process, reversed items of others answered alike."""
    rated = {f"process_{place}": answer for place, answer in enumerate(answers, start=1)}
    return build_record(number, review=Review(assessment=Assessment("subjective-value", 1, rated)), **changes)


def log_all(journal: Journal, records: Iterable[Negotiation]) -> None:
    journal.fill(records, ())


def test_an_empty_journal_has_an_empty_report(journal: Journal) -> None:
    report = journal.trends.report()
    assert tuple(report.dimensions) == DIMENSIONS
    assert report.reviews == 0
    assert report.questionnaire is None
    assert report.grain is Grain.REVIEW
    assert report.bands == {}
    assert report.titles == {}
    assert all(dimension.n == 0 and dimension.verdict == "too-early" for dimension in report.dimensions.values())


def test_the_names_other_programs_read(journal: Journal) -> None:
    log_all(journal, (build_rated(number, rating=4 + number % 2) for number in range(12)))
    plain = journal.trends.plain(journal.trends.report(Filter(since=date(2026, 1, 6), area=None)))
    assert json.loads(json.dumps(plain)) == plain
    assert set(plain) == {"dimensions", "reviews", "filter"}
    assert list(plain["dimensions"]) == ["instrumental", "process", "relationship", "self", "overall"]
    assert plain["reviews"] == 11
    assert plain["filter"] == {"since": "2026-01-06"}
    process = plain["dimensions"]["process"]
    assert set(process) == {*FIXED_NAMES, "signals"}
    assert process["questionnaire"] == "quick"
    assert process["n"] == 11
    assert process["n_other"] == 0
    assert process["latest"] == 5
    assert process["verdict"] == "no-clear-change"
    assert process["slope_low"] < 0 < process["slope_high"]
    assert process["level_since"] is None
    assert process["level_n"] == 11


def test_every_part_of_a_filter_in_force_is_named(journal: Journal) -> None:
    chosen = Filter(
        search="a b", counterpart="Ana", method=Method.COOPERATIVE, status=Status.HELD, until=date(2026, 2, 1)
    )
    assert journal.trends.plain(journal.trends.report(chosen))["filter"] == {
        "search": "a b",
        "counterpart": "Ana",
        "method": "cooperative",
        "status": "held",
        "until": "2026-02-01",
    }


def test_the_questionnaire_with_more_scores_is_used_and_the_other_counted(journal: Journal) -> None:
    log_all(journal, (build_rated(number, rating=3) for number in range(2)))
    log_all(journal, (build_full(number, (5, 5, 5, 5)) for number in range(2, 5)))
    report = journal.trends.report()
    assert report.reviews == 5
    assert report.tally.rated == 5
    process, relationship = report.dimensions["process"], report.dimensions["relationship"]
    assert process.questionnaire == "subjective-value"
    assert (process.n, process.n_other) == (3, 2)
    assert [one.score for one in process.series] == [5, 5, 5]
    assert [one.score for one in process.other] == [3, 3]
    assert relationship.questionnaire == "quick"
    assert (relationship.n, relationship.n_other) == (2, 0)
    assert report.titles[build_record(4).id] == "Talk 4"
    assert report.scope == "all reviews"


def test_full_is_used_when_both_have_as_many(journal: Journal) -> None:
    log_all(journal, (build_rated(0), build_full(1, (5,))))
    assert journal.trends.report().dimensions["process"].questionnaire == "subjective-value"


def test_the_questionnaire_that_is_named_is_used(journal: Journal) -> None:
    log_all(journal, (build_rated(0), build_full(1, (5,)), build_full(2, (6,))))
    report = journal.trends.report(questionnaire="quick")
    assert report.questionnaire is not None
    assert report.questionnaire.key == "quick"
    assert (report.dimensions["process"].n, report.dimensions["process"].n_other) == (1, 2)
    with pytest.raises(InvalidError, match="“questionnaire” should be one of quick, subjective-value, not “other”"):
        journal.trends.report(questionnaire="other")


def test_a_named_questionnaire_without_scores_leaves_others_in_sight(journal: Journal) -> None:
    log_all(journal, (build_rated(0), build_rated(1)))
    process = journal.trends.report(questionnaire="subjective-value").dimensions["process"]
    assert (process.questionnaire, process.n, process.n_other) == ("subjective-value", 0, 2)
    assert process.latest is None
    assert len(process.other) == 2


def test_how_questions_go_together_needs_answers_as_scored(journal: Journal) -> None:
    answers = {"instrumental_1": 6, "instrumental_2": 6, "instrumental_3": 2, "instrumental_4": 6}
    low = {"instrumental_1": 3, "instrumental_2": 3, "instrumental_3": 5, "instrumental_4": 3}

    def rated(number: int) -> Negotiation:
        given = answers if number % 2 else low
        return build_record(number, review=Review(assessment=Assessment("subjective-value", 1, given)))

    log_all(journal, map(rated, range(30)))
    reliability = journal.trends.report().dimensions["instrumental"].reliability
    assert reliability is not None
    assert reliability.alpha == pytest.approx(1)
    assert reliability.questions == 4
    assert journal.trends.report().dimensions["overall"].reliability is None


def test_dodged_and_planned_count_only_when_rated(journal: Journal) -> None:
    log_all(journal, (build_rated(0, status=Status.DODGED), build_record(1, status=Status.PLANNED)))
    report = journal.trends.report()
    assert report.reviews == 1
    assert (report.tally.negotiations, report.tally.rated) == (2, 1)


@pytest.mark.parametrize(("days", "grain"), [(1, Grain.WEEK), (200, Grain.MONTH)])
def test_many_points_are_drawn_as_bands(
    journal: Journal, monkeypatch: pytest.MonkeyPatch, days: int, grain: Grain
) -> None:
    monkeypatch.setattr("negojournal.analysis.aggregate.MOST_POINTS", 10)

    def at(number: int) -> Moment:
        return Moment((EPOCH + timedelta(days=number * days)).isoformat())

    log_all(journal, (build_rated(number, held_at=at(number), rating=2 + number % 4) for number in range(12)))
    log_all(journal, [build_full(20, (5,))])
    report = journal.trends.report()
    assert report.grain is grain
    assert set(report.bands) == set(DIMENSIONS)
    assert sum(band.n for band in report.bands["process"]) == 12
    assert report.dimensions["process"].other == ()
    assert report.dimensions["process"].n_other == 1


def test_the_outcome_with_most_points_decides_how_all_are_drawn(
    journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("negojournal.analysis.aggregate.MOST_POINTS", 10)
    log_all(journal, (build_full(number, (5,)) for number in range(12)))
    report = journal.trends.report()
    assert (report.dimensions["process"].n, report.dimensions["self"].n) == (12, 0)
    assert report.grain is Grain.WEEK


def test_only_so_many_scores_are_read(journal: Journal, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(report_module, "MOST_POINTS", 5)
    log_all(journal, (build_rated(number) for number in range(8)))
    process = journal.trends.report().dimensions["process"]
    assert process.n == 8
    assert len(process.series) == 5


def test_milestones_of_the_period_are_in_the_report(journal: Journal) -> None:
    marks = [build_milestone(number) for number in range(3)]
    for mark in reversed(marks):
        journal.trends.save_milestone(mark)
    assert journal.trends.milestones() == tuple(marks)
    assert journal.trends.report().milestones == tuple(marks)
    assert journal.trends.report(Filter(since=marks[1].on)).milestones == tuple(marks[1:])
    assert journal.trends.report(Filter(until=marks[1].on)).milestones == tuple(marks[:2])


def test_a_milestone_keeps_the_rules(journal: Journal) -> None:
    mark = journal.trends.new_milestone(date(2026, 2, 1), "Course", "Three days")
    assert (mark.title, mark.note) == ("Course", "Three days")
    with pytest.raises(InvalidError, match="“title”"):
        journal.trends.save_milestone(replace(mark, title=" "))
    assert journal.trends.milestones() == ()
    with pytest.raises(NotFoundError):
        journal.trends.delete_milestone(mark.id)
