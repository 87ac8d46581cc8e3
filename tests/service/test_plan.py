"""Plans: begun, gone on from, turned into reviews, and sealed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import time_machine

from negojournal.domain.moment import Moment, moment_of
from negojournal.domain.negotiation import Channel, Negotiation, Status
from negojournal.domain.outcome import PerOutcome
from negojournal.domain.preparation import Method, Preparation, Term
from negojournal.errors import FormatError, InvalidError, NotFoundError, UnreachableError
from negojournal.service.journal import Journal
from negojournal.service.typed import TypedPlan
from tests.builders import build_full_record, build_id, build_record

NOON = datetime(2026, 6, 15, 12, tzinfo=UTC)
INVITATION = """BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//elsewhere//EN
BEGIN:VEVENT
UID:1
DTSTAMP:20260601T080000Z
DTSTART:20260622T090000Z
SUMMARY:Budget 2027
ATTENDEE;CN=Ana Ruiz:mailto:ana@example.org
END:VEVENT
END:VCALENDAR
"""


@pytest.fixture(autouse=True)
def clock() -> Iterator[time_machine.Traveller]:
    with time_machine.travel(NOON, tick=False) as traveller:
        yield traveller


def plan(number: int = 1, **changes: object) -> Negotiation:
    preparation = Preparation(expected=PerOutcome(process=5.0), chance=0.6)
    ahead = moment_of(NOON + timedelta(days=2))
    return build_record(number, **{"status": Status.PLANNED, "held_at": ahead, "preparation": preparation, **changes})


def kept(journal: Journal, record: Negotiation) -> Negotiation:
    stored = journal.records.save(record)
    assert stored.saved == {record.id}
    return journal.records.get(record.id)


def edited(journal: Journal, before: Negotiation, **changes: object) -> Negotiation:
    journal.records.save(replace(before, **changes), base=before.updated_at)
    return journal.records.get(before.id)


def seal(record: Negotiation) -> Moment | None:
    assert record.preparation
    return record.preparation.sealed_at


def test_a_new_plan_is_for_some_time_today(journal: Journal) -> None:
    blank = journal.plans.new()
    assert (blank.title, blank.status, blank.held_at) == ("", Status.PLANNED, Moment("2026-06-15"))
    assert journal.plans.new(Moment("2026-07-01")).held_at == Moment("2026-07-01")


def test_a_plan_goes_on_from_a_negotiation(journal: Journal) -> None:
    before = build_full_record(area="budgets", review=None)
    journal.records.save(before)
    after = journal.plans.following(before.id)
    assert after.follows == before.id
    assert after.id != before.id
    assert after.status is Status.PLANNED
    for name in ("title", "counterparts", "area", "currency", "tags"):
        assert getattr(after, name) == getattr(before, name)
    assert after.preparation is after.review is after.agreement is None
    journal.records.save(after)
    assert [line.id for line in journal.plans.chain(before.id).after] == [after.id]
    assert [line.id for line in journal.plans.chain(after.id).before] == [before.id]


def test_a_plan_becomes_a_review_with_its_prediction_sealed(journal: Journal, clock) -> None:
    before = kept(journal, plan())
    clock.shift(timedelta(days=3))
    review = journal.plans.as_review(before)
    assert review.status is Status.HELD
    assert review.held_at == before.held_at
    assert seal(review) == before.held_at
    assert journal.records.get(before.id) == before
    assert edited(journal, before, status=Status.HELD).preparation == review.preparation


@pytest.mark.parametrize("held_at", ["2026-06-15T14:00:00+00:00", "2026-06-16"])
def test_a_meeting_that_came_early_was_held_by_now(journal: Journal, held_at: str) -> None:
    review = journal.plans.as_review(plan(held_at=Moment(held_at)))
    assert review.held_at.instant == NOON
    assert seal(review) == moment_of(NOON)


@pytest.mark.parametrize("held_at", ["2026-06-15T11:00:00+00:00", "2026-06-15"])
def test_a_meeting_of_today_keeps_its_time(journal: Journal, held_at: str) -> None:
    assert journal.plans.as_review(plan(held_at=Moment(held_at))).held_at == Moment(held_at)


def test_an_edit_after_the_meeting_began_seals_and_what_is_sealed_stays(journal: Journal, clock) -> None:
    before = kept(journal, plan())
    assert seal(edited(journal, before, title="Sooner")) is None
    clock.shift(timedelta(days=3))
    before = journal.records.get(before.id)
    after = edited(journal, before, title="Later")
    assert seal(after) == before.held_at
    hindsight = replace(after, preparation=replace(after.preparation, chance=0.9))
    with pytest.raises(InvalidError, match="sealed when the meeting began") as caught:
        journal.records.save(hindsight, base=after.updated_at)
    assert [problem.field for problem in caught.value.problems] == ["preparation.chance"]
    assert journal.records.get(before.id) == after
    assert journal.history.undo()
    assert seal(journal.records.get(before.id)) is None


def test_nothing_follows_what_continues_it(journal: Journal) -> None:
    for number, follows in ((1, None), (2, 1), (3, 2)):
        journal.records.save(build_record(number, follows=build_id(follows) if follows else None))
    first = journal.records.get(build_id(1))
    for number in (2, 3):
        with pytest.raises(InvalidError, match="is itself a continuation of it") as caught:
            journal.records.save(replace(first, follows=build_id(number)), base=first.updated_at)
        assert [problem.field for problem in caught.value.problems] == ["follows"]
    with pytest.raises(InvalidError, match="another negotiation than this one"):
        journal.records.save(replace(first, follows=first.id), base=first.updated_at)
    assert journal.records.get(build_id(1)) == first
    assert edited(journal, journal.records.get(build_id(3)), follows=build_id(1)).follows == build_id(1)


def test_a_ring_that_came_with_a_file_keeps_nothing_else_from_being_edited(journal: Journal) -> None:
    for number, follows in ((1, 2), (2, 1)):
        journal._holding.store.records.save(build_record(number, follows=build_id(follows)))
    assert edited(journal, journal.records.get(build_id(1)), title="Edited").title == "Edited"
    assert [line.title for line in journal.plans.chain(build_id(1)).before] == ["Talk 2"]


def test_an_invitation_becomes_a_plan(journal: Journal, tmp_path: Path) -> None:
    file = tmp_path / "invitation.ics"
    file.write_text(INVITATION, encoding="utf-8")
    begun = journal.plans.invitation(file)
    assert (begun.title, begun.counterparts, begun.status) == ("Budget 2027", ("Ana Ruiz",), Status.PLANNED)
    assert begun.held_at.instant == datetime(2026, 6, 22, 9, tzinfo=UTC)
    file.write_text("BEGIN:NOTHING", encoding="utf-8")
    with pytest.raises(FormatError, match=r"invitation\.ics: "):
        journal.plans.invitation(file)
    with pytest.raises(UnreachableError):
        journal.plans.invitation(tmp_path / "none.ics")


def test_a_typed_plan_has_what_was_typed(journal: Journal) -> None:
    journal.records.save(build_record(1))
    typed = TypedPlan(
        " Budget ",
        (" Ana",),
        "budgets",
        "2026-07-01T10:00+02:00",
        "video",
        "partnership",
        build_id(1)[:-1],
        "60 %",
        "Wait a year",
        "When they shout",
        ("Why?",),
        ("q3 ",),
    )
    record = journal.plans.from_typed(typed)
    assert record == replace(
        journal.plans.new(Moment("2026-07-01T10:00+02:00")),
        id=record.id,
        title="Budget",
        counterparts=("Ana",),
        area="budgets",
        channel=Channel.VIDEO,
        follows=build_id(1),
        tags=("q3",),
        preparation=Preparation(
            best_alternative="Wait a year",
            method=Method.PARTNERSHIP,
            chance=0.6,
            stop_rule="When they shout",
            questions=("Why?",),
        ),
    )
    assert journal.plans.from_typed(TypedPlan("Bare")).preparation is None
    with pytest.raises(NotFoundError):
        journal.plans.from_typed(TypedPlan("T", follows="zz"))


@pytest.mark.parametrize(
    ("text", "chance"), [("0", 0), ("1", 1), (".5", 0.5), ("0.25", 0.25), ("100%", 1), ("2.5 %", 0.025)]
)
def test_a_chance_is_a_share_or_a_percentage(journal: Journal, text: str, chance: float) -> None:
    preparation = journal.plans.from_typed(TypedPlan("T", chance=text)).preparation
    assert preparation
    assert preparation.chance == chance


@pytest.mark.parametrize("text", ["", "1.2", "-0.1", "101%", "half", "0.5.1", "٣%"])
def test_another_chance_is_refused(journal: Journal, text: str) -> None:
    with pytest.raises(InvalidError, match="“chance” should be a number from 0 to 1"):
        journal.plans.from_typed(TypedPlan("T", chance=text))


def test_all_that_cant_be_read_is_named(journal: Journal) -> None:
    with pytest.raises(InvalidError) as caught:
        journal.plans.from_typed(TypedPlan("T", held_at="soon", channel="pigeon", method="luck", chance="x"))
    fields = [problem.field for problem in caught.value.problems]
    assert fields == ["held_at", "channel", "method", "preparation.chance"]


def test_advice_is_given_and_nothing_refused(journal: Journal) -> None:
    terms = (Term("rate", goal=100, bottom_line=100),)
    assert journal.plans.advice(plan()) == ()
    (advice,) = journal.plans.advice(plan(preparation=Preparation(terms=terms)))
    assert advice.field.startswith("preparation.terms[0]")
