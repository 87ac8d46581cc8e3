"""The sample journal: believable, the same for the same seed, every field in use."""

from __future__ import annotations

import re
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

import pytest

from negojournal.analysis.insight.quarter import Quarter
from negojournal.domain.agenda import Waiting
from negojournal.domain.bargaining import goal_reached
from negojournal.domain.filter import Filter
from negojournal.domain.ladder import ladders_of
from negojournal.domain.negotiation import Negotiation, Status
from negojournal.domain.plain import plain_of
from negojournal.domain.preparation import Term
from negojournal.domain.promise import State, state_of
from negojournal.domain.review import Result
from negojournal.errors import InvalidError, UnreachableError
from negojournal.paths import resource_folder
from negojournal.service.journal import Journal, open_journal
from negojournal.service.sample import new_sample, write_sample
from negojournal.service.sample.preparing import build_offers

TODAY = date(2026, 9, 17)


def records(journal: Journal) -> list[Negotiation]:
    lines = journal.lists.page(Filter(), limit=5000).lines
    return [journal.records.get(line.id) for line in reversed(lines)]


@pytest.fixture(scope="module")
def sample() -> Iterator[Journal]:
    """Return a sample that is only looked at."""
    with closing(open_journal(None, resource_folder())) as journal:
        write_sample(journal, today=TODAY)
        yield journal


def used(plain: object, place: str = "") -> Iterator[str]:
    """Yield the places that hold something; every item of a list counts as the same place."""
    if isinstance(plain, dict):
        for key, value in plain.items():
            yield from used(value, f"{place}.{key}")
    elif isinstance(plain, list):
        for value in plain:
            yield from used(value, f"{place}[]")
    elif plain is not None:
        yield place


def places(plain: object, place: str = "") -> Iterator[str]:
    """Yield every place, holding something or not."""
    if isinstance(plain, dict):
        for key, value in plain.items():
            yield from places(value, f"{place}.{key}")
    elif isinstance(plain, list):
        for value in plain:
            yield from places(value, f"{place}[]")
    else:
        yield place


def test_every_field_of_the_record_is_in_use(sample: Journal) -> None:
    plains = [plain_of(record) for record in records(sample)]
    there = {place for plain in plains for place in places(plain)}
    filled = {place for plain in plains for place in used(plain)}
    missing = {one for one in there if not any(re.fullmatch(rf"{re.escape(one)}([.\[].*)?", two) for two in filled)}
    assert missing == set()


def test_every_record_keeps_the_rules(sample: Journal) -> None:
    assert [problem for record in records(sample) for problem in sample.records.problems(record)] == []
    assert sample.lists.tally(Filter()).negotiations == 60


def test_it_covers_the_last_two_years_and_three_plans(sample: Journal) -> None:
    held = [record for record in records(sample) if record.status is not Status.PLANNED]
    monday = date(2026, 9, 14)
    assert all(monday - timedelta(days=731) < record.held_at.day < monday for record in held)
    assert max(record.updated_at.instant for record in records(sample)).date() < TODAY
    planned = [record for record in records(sample) if record.status is Status.PLANNED]
    over, *ahead = sorted(planned, key=lambda record: record.held_at.day)
    assert over.held_at.day == monday - timedelta(days=4)
    assert len(ahead) == 2
    assert all(TODAY < record.held_at.day < TODAY + timedelta(days=30) for record in ahead)
    assert all(record.held_at.day.weekday() < 5 for record in records(sample))


def test_it_shows_improvement_in_some_outcomes_and_none_in_others(sample: Journal) -> None:
    report = sample.trends.report()
    verdicts = {name: dimension.verdict.value for name, dimension in report.dimensions.items()}
    assert verdicts["process"] == "improving"
    assert verdicts["relationship"] == "improving"
    assert verdicts["instrumental"] == "no-clear-change"
    assert verdicts["self"] == "no-clear-change"
    assert report.dimensions["process"].questionnaire == "subjective-value"
    assert report.dimensions["process"].n >= 40
    assert report.dimensions["process"].n_other >= 5
    (course,) = report.milestones
    assert course.on.weekday() == 1


def test_it_has_everything_that_happens(sample: Journal) -> None:
    everything = records(sample)
    results = {record.review.outcome for record in everything if record.review}
    assert results == set(Result)
    assert {record.status for record in everything} == set(Status)
    ids = {record.id for record in everything}
    follows = [record.follows for record in everything if record.follows]
    assert len(follows) >= 5
    assert set(follows) <= ids
    assert max(Counter(record.title for record in everything).values()) == 1
    assert len({name for record in everything for name in record.counterparts}) == 12


@pytest.mark.parametrize("later", range(7))
def test_something_of_every_kind_waits_on_every_day_of_the_week(journal: Journal, later: int) -> None:
    day = date(2026, 9, 14) + timedelta(days=later)
    write_sample(journal, today=day)
    agenda = journal.agenda.today(day)
    assert {errand.kind for errand in agenda.errands} >= set(Waiting) - {Waiting.PLAN}
    dues = [errand.due_on for errand in agenda.errands if errand.kind is Waiting.COMMITMENT]
    assert min(dues) < day <= max(dues)
    assert agenda.focus == "over-compromising"
    assert agenda.intention is not None


def test_what_was_promised_expected_and_given_has_every_kind(sample: Journal) -> None:
    everything = records(sample)
    commitments = [one for record in everything if record.agreement for one in record.agreement.commitments]
    assert {state_of(one, TODAY) for one in commitments} == set(State)
    assert {look.holds for record in everything for look in record.follow_ups if look.done_on} == {True, False}
    assert any(step.gift for record in everything for ladder in ladders_of(record.offers) for step in ladder.steps)
    plans = [record for record in everything if record.preparation]
    reached = {goal_reached(one.preparation.terms, one.review.outcome) for one in plans if one.review}
    assert reached == {True, False, None}
    sealed = [one for one in plans if one.preparation.sealed_at]
    assert len(sealed) >= 20
    assert all(one.preparation.sealed_at.instant < one.held_at.instant for one in sealed)


def test_it_has_enough_for_insights(sample: Journal) -> None:
    report = sample.insights.report()
    assert report.associations.clearest
    assert all(row.interval for row in report.comparison.rows)
    assert report.calibration.brier is not None
    assert {point.quarter for point in report.quarters.points} == set(Quarter)
    assert report.dodged.worths


def test_it_has_notes(sample: Journal) -> None:
    assert [note.key for note in sample.notes.strategy()] == ["2026-06-08", "2025-12-08"]
    noted = [person for person in ("Marta Ruiz", "Tom Okafor") if sample.people.panel(person).note]
    assert noted == ["Marta Ruiz"]


def test_the_same_seed_gives_the_same_all_week_and_another_one_another() -> None:
    def sample_of(seed: int, today: date) -> list[Negotiation]:
        with closing(open_journal(None, resource_folder())) as journal:
            write_sample(journal, 12, seed, today)
            return records(journal)

    assert sample_of(1, TODAY) == sample_of(1, TODAY - timedelta(days=3))
    assert sample_of(1, TODAY) != sample_of(2, TODAY)


@pytest.mark.parametrize("count", [1, 2, 24, 25, 700])
def test_any_number_can_be_had(journal: Journal, count: int) -> None:
    write_sample(journal, count, today=TODAY)
    assert journal.lists.tally(Filter()).negotiations == count


@pytest.mark.parametrize("seed", range(2, 8))
def test_any_seed_keeps_the_rules(journal: Journal, seed: int) -> None:
    write_sample(journal, 60, seed, TODAY)
    assert [problem for record in records(journal) for problem in journal.records.problems(record)] == []


@pytest.mark.parametrize("count", [0, -1, 1_000_001])
def test_other_numbers_are_refused(journal: Journal, count: int) -> None:
    with pytest.raises(InvalidError, match="“count” should be a whole number from 1 to 1,000,000"):
        write_sample(journal, count)
    assert journal.lists.tally(Filter()).negotiations == 0


def test_a_big_one_covers_ten_years(journal: Journal) -> None:
    from negojournal.service.sample.timeline import build_timeline

    timeline = build_timeline(100_000, TODAY)
    assert (timeline.end - timeline.start).days == pytest.approx(3652, abs=1)
    assert timeline.depth == pytest.approx(0.03)


@pytest.mark.slow
def test_thousands_take_seconds(journal: Journal) -> None:
    began = time.process_time()
    write_sample(journal, 5_000, today=TODAY)
    assert time.process_time() - began < 20


def test_a_term_without_openings_has_no_ladder() -> None:
    from random import Random

    assert list(build_offers(Random(1), Term("days"))) == []


def test_a_new_file_is_written_and_an_old_one_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "sample.db"
    new_sample(path, 5, 1, TODAY)
    with closing(open_journal(path, resource_folder())) as journal:
        assert journal.lists.tally(Filter()).negotiations == 5
    content = path.read_bytes()
    with pytest.raises(UnreachableError, match="is there already; name a new file"):
        new_sample(path)
    assert path.read_bytes() == content


def test_nothing_is_left_of_one_that_failed(tmp_path: Path) -> None:
    with pytest.raises(InvalidError):
        new_sample(tmp_path / "sample.db", 0)
    assert list(tmp_path.iterdir()) == []
