"""When what was expected is sealed, and what may not change afterwards."""

from __future__ import annotations

import time
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given

from negojournal.domain.moment import Moment
from negojournal.domain.negotiation import Negotiation, Status
from negojournal.domain.outcome import PerOutcome
from negojournal.domain.prediction import (
    SEALED,
    as_sealed_here,
    has_passed,
    has_prediction,
    is_sealed,
    prediction_problems,
    sealed,
    was_sealed_before,
)
from negojournal.domain.preparation import Preparation
from tests.builders import build_record
from tests.strategies import negotiations, stamps

HELD = datetime(2026, 3, 10, 14, 0, tzinfo=UTC)
EARLIER, LATER = HELD - timedelta(hours=1), HELD + timedelta(hours=2)
EXPECTING = Preparation(expected=PerOutcome(process=5.0), chance=0.6)
PLAN = build_record(held_at=Moment("2026-03-10T15:00:00+01:00"), status=Status.PLANNED, preparation=EXPECTING)


@pytest.fixture(autouse=True)
def _in_utc(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("TZ", "UTC")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


def plan(record: Negotiation = PLAN, **changes: object) -> Negotiation:
    return replace(record, preparation=replace(record.preparation, **changes))


def seal(record: Negotiation) -> str | None:
    return record.preparation.sealed_at and record.preparation.sealed_at.text


def fields(problems) -> list[str]:
    assert {problem.sentence for problem in problems} <= {SEALED}
    return [problem.field for problem in problems]


def test_a_prediction_is_a_score_or_a_chance():
    assert has_prediction(PLAN)
    assert has_prediction(plan(expected=PerOutcome()))
    assert has_prediction(plan(chance=None))
    assert not has_prediction(plan(expected=PerOutcome(), chance=None))
    assert not has_prediction(build_record())


def test_a_day_passes_when_it_is_over():
    day = Moment("2026-03-10")
    assert not has_passed(day, LATER)
    assert has_passed(day, HELD + timedelta(hours=10))
    assert has_passed(PLAN.held_at, HELD)
    assert not has_passed(PLAN.held_at, EARLIER)


def test_a_plan_is_sealed_once_its_time_has_passed():
    assert not is_sealed(PLAN, EARLIER)
    assert is_sealed(PLAN, HELD)
    assert is_sealed(plan(sealed_at=Moment("2026-03-10T13:00:00Z")), EARLIER)
    assert not is_sealed(plan(expected=PerOutcome(), chance=None), LATER)
    assert not is_sealed(replace(PLAN, status=Status.HELD), LATER)
    assert not is_sealed(build_record(), LATER)


def test_an_edit_before_the_meeting_seals_nothing():
    later = plan(chance=0.2)
    assert sealed(later, PLAN, EARLIER) == later
    assert prediction_problems(later, PLAN, EARLIER) == ()


def test_an_edit_after_it_seals_at_its_beginning():
    titled = replace(PLAN, title="Another")
    assert seal(sealed(titled, PLAN, LATER)) == "2026-03-10T15:00:00+01:00"
    assert sealed(titled, PLAN, LATER).title == "Another"
    assert prediction_problems(titled, PLAN, LATER) == ()


def test_one_that_was_held_early_is_sealed_now():
    held = replace(PLAN, status=Status.HELD)
    assert seal(sealed(held, PLAN, EARLIER)) == EARLIER.isoformat()


def test_a_date_alone_is_sealed_at_the_end_of_its_day():
    day = replace(PLAN, held_at=Moment("2026-03-09"))
    assert seal(sealed(replace(day, status=Status.HELD), day, LATER)) == "2026-03-09T23:59:59+00:00"
    same = replace(PLAN, held_at=Moment("2026-03-10"))
    assert seal(sealed(replace(same, title="Another"), same, LATER)) is None
    assert seal(sealed(replace(same, status=Status.HELD), same, LATER)) == LATER.isoformat()


@pytest.mark.parametrize(
    ("sealed_at", "held_at", "before"),
    [
        (None, "2026-03-10", False),
        ("2026-03-10T14:00:00+00:00", "2026-03-10T15:00:00+01:00", True),
        ("2026-03-10T14:00:01+00:00", "2026-03-10T15:00:00+01:00", False),
        ("2026-03-10T23:59:59+00:00", "2026-03-10", True),
        ("2026-03-11T00:00:00+00:00", "2026-03-10", False),
    ],
)
def test_what_was_sealed_after_the_meeting_was_not_sealed_before_it(sealed_at, held_at, before):
    moment = sealed_at and Moment(sealed_at)
    assert was_sealed_before(replace(EXPECTING, sealed_at=moment), Moment(held_at)) is before


@pytest.mark.parametrize("held_at", ["2026-03-10T15:00:00+01:00", "2026-03-10", "2026-03-12"])
def test_what_the_program_seals_is_sealed_before(held_at):
    held = replace(PLAN, status=Status.HELD, held_at=Moment(held_at))
    assert was_sealed_before(sealed(held, PLAN, LATER).preparation, held.held_at)


def test_a_plan_that_is_put_off_stays_open():
    put_off = plan(replace(PLAN, held_at=Moment("2026-03-20")), chance=0.1)
    assert sealed(put_off, PLAN, LATER) == put_off
    assert prediction_problems(put_off, PLAN, LATER) == ()


def test_an_edit_after_the_meeting_may_not_change_what_was_expected():
    bent = plan(replace(PLAN, status=Status.HELD), chance=0.9, expected=PerOutcome(process=2.0))
    assert fields(prediction_problems(bent, PLAN, LATER)) == ["preparation.expected.process", "preparation.chance"]
    dropped = replace(PLAN, preparation=None)
    assert fields(prediction_problems(dropped, PLAN, LATER)) == [
        "preparation.expected.process",
        "preparation.chance",
    ]
    assert sealed(dropped, PLAN, LATER) == dropped


def test_what_is_sealed_stays():
    closed = plan(replace(PLAN, status=Status.HELD), sealed_at=Moment("2026-03-10T14:00:00Z"))
    assert sealed(replace(closed, title="Another"), closed, LATER).preparation == closed.preparation
    assert prediction_problems(replace(closed, title="Another"), closed, LATER) == ()
    assert fields(prediction_problems(plan(closed, sealed_at=None), closed, LATER)) == ["preparation.sealed_at"]
    put_off = plan(replace(closed, status=Status.PLANNED, held_at=Moment("2026-05-01")), chance=0.9)
    assert fields(prediction_problems(put_off, closed, LATER)) == ["preparation.chance"]
    assert prediction_problems(plan(closed, stop_rule="At four"), closed, LATER) == ()


def test_hindsight_is_not_sealed():
    held = replace(PLAN, status=Status.HELD, preparation=None)
    after = replace(held, preparation=EXPECTING)
    assert sealed(after, held, LATER) == after
    assert sealed(replace(after, title="Another"), after, LATER).preparation == EXPECTING
    assert prediction_problems(plan(after, chance=0.1), after, LATER) == ()
    bare = replace(PLAN, preparation=Preparation())
    assert seal(sealed(replace(PLAN, status=Status.HELD), bare, LATER)) is None


@pytest.mark.parametrize("held_at", ["2026-03-10T15:00:00+01:00", "2026-03-09"])
def test_a_plan_written_after_its_meeting_does_not_count_as_foresight(held_at):
    written = "2026-03-10T14:00:01+00:00"
    late = replace(PLAN, held_at=Moment(held_at), updated_at=Moment(written))
    assert is_sealed(late, LATER)
    held = sealed(replace(late, status=Status.HELD), late, LATER)
    assert seal(held) == written
    assert not was_sealed_before(held.preparation, held.held_at)
    assert fields(prediction_problems(plan(late, chance=0.1), late, LATER)) == ["preparation.chance"]


def test_neither_does_one_that_is_put_off_and_put_back():
    put_off = plan(replace(PLAN, held_at=Moment("2026-03-20"), updated_at=Moment(LATER.isoformat())), chance=0.1)
    put_back = sealed(replace(put_off, held_at=PLAN.held_at, status=Status.HELD), put_off, LATER)
    assert not was_sealed_before(put_back.preparation, put_back.held_at)


WRITTEN = Moment(LATER.isoformat())


@pytest.mark.parametrize("changes", [{"preparation": None}, {"preparation": replace(EXPECTING, chance=0.1)}])
def test_a_later_version_from_elsewhere_keeps_what_the_meeting_found(changes):
    bent = replace(PLAN, **{"title": "Another", "status": Status.HELD, "updated_at": WRITTEN, **changes})
    kept = as_sealed_here(bent, PLAN)
    assert kept == replace(bent, preparation=replace(EXPECTING, sealed_at=PLAN.held_at))
    assert as_sealed_here(replace(bent, updated_at=WRITTEN, preparation=None), kept).preparation == kept.preparation


def test_a_later_version_from_elsewhere_that_bends_nothing_stands():
    early = plan(replace(PLAN, updated_at=Moment(EARLIER.isoformat())), chance=0.1)
    assert as_sealed_here(early, PLAN) == early
    there = plan(replace(PLAN, status=Status.HELD, updated_at=WRITTEN), chance=0.1, sealed_at=PLAN.held_at)
    assert as_sealed_here(there, PLAN) == there
    bare = replace(PLAN, preparation=None)
    assert as_sealed_here(there, bare) == there


def test_a_new_record_is_kept_as_it_is():
    assert sealed(PLAN, None, LATER) == PLAN
    assert prediction_problems(PLAN, None, LATER) == ()


@given(negotiations, negotiations, stamps.map(lambda moment: moment.instant))
def test_sealing_changes_nothing_else_and_only_once(record: Negotiation, before: Negotiation, now: datetime):
    after = sealed(record, before, now)
    assert replace(after, preparation=record.preparation) == record
    assert sealed(after, before, now) == after
    if after != record:
        assert after.preparation == replace(record.preparation, sealed_at=after.preparation.sealed_at)
        assert after.preparation.sealed_at.instant <= now
        assert prediction_problems(after, after, now) == ()
