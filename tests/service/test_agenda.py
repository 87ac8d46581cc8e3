"""What waits under a clock that is set forward, and how it leaves when it is done."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine

from negojournal.domain.agenda import Agenda, Errand, Waiting
from negojournal.domain.agreement import Agreement, Commitment, FollowUp
from negojournal.domain.change import Change
from negojournal.domain.draft import Draft
from negojournal.domain.follow_up import with_follow_ups
from negojournal.domain.moment import Moment, moment_of
from negojournal.domain.moment import today as this_day
from negojournal.domain.negotiation import Negotiation, Status
from negojournal.domain.preparation import Side
from negojournal.domain.review import Assessment, Result, Review
from negojournal.errors import NotFoundError
from negojournal.service.journal import Journal
from tests.builders import build_id, build_rated, build_record

TODAY = date(2026, 6, 15)
NOON = datetime(2026, 6, 15, 12, tzinfo=UTC)


@pytest.fixture(autouse=True)
def clock():
    with time_machine.travel(NOON, tick=False) as traveller:
        yield traveller


def after(**span: int) -> Moment:
    return moment_of(NOON + timedelta(**span))


def kinds(agenda: Agenda) -> list[tuple[str, str]]:
    return [(errand.kind.value, errand.title) for errand in agenda.errands]


def agreed(number: int = 1) -> Negotiation:
    commitments = (
        Commitment(Side.ME, "Send the reference", TODAY + timedelta(days=7)),
        Commitment(Side.THEM, "Revise the offer", TODAY - timedelta(days=1)),
        Commitment(Side.THEM, "Far off", TODAY + timedelta(days=8)),
    )
    follow_ups = (FollowUp(TODAY), FollowUp(TODAY - timedelta(days=9), note="They rang"))
    return build_record(number, agreement=Agreement(commitments=commitments), follow_ups=follow_ups)


def test_nothing_waits_in_an_empty_journal(journal: Journal) -> None:
    assert journal.agenda.today() == Agenda(TODAY)


def test_a_plan_is_told_a_week_before_and_asked_about_once_its_time_has_passed(journal: Journal, clock) -> None:
    journal.records.save(build_record(1, held_at=after(days=8), status=Status.PLANNED, counterparts=("Ana",)))
    assert journal.agenda.today() == Agenda(TODAY)
    clock.shift(timedelta(days=1))
    errand = Errand(Waiting.PLAN, date(2026, 6, 23), build_id(1), "Talk 1", ("Ana",))
    assert journal.agenda.today().errands == (errand,)
    clock.shift(timedelta(days=7) - timedelta(minutes=1))
    assert journal.agenda.today().errands == (errand,)
    clock.shift(timedelta(minutes=1))
    assert journal.agenda.today().errands == (replace(errand, kind=Waiting.REVIEW),)
    plan = journal.records.get(build_id(1))
    journal.records.save(journal.plans.as_review(plan), base=plan.updated_at)
    assert journal.agenda.today().errands == ()


def test_a_date_alone_has_passed_when_its_day_is_over(journal: Journal, clock) -> None:
    journal.records.save(build_record(1, held_at=Moment("2026-06-15"), status=Status.PLANNED))
    assert kinds(journal.agenda.today()) == [("plan", "Talk 1")]
    assert kinds(journal.agenda.today(date(2026, 6, 16))) == [("review", "Talk 1")]
    clock.shift(timedelta(days=1))
    assert kinds(journal.agenda.today()) == [("review", "Talk 1")]
    assert kinds(journal.agenda.today(TODAY)) == [("plan", "Talk 1")]


def test_promises_and_follow_ups_by_kind_and_date(journal: Journal) -> None:
    journal.records.save(agreed())
    assert [(one.kind, one.number, one.owner, one.what) for one in journal.agenda.today().errands] == [
        (Waiting.FOLLOW_UP, 1, None, None),
        (Waiting.FOLLOW_UP, 0, None, None),
        (Waiting.COMMITMENT, 1, Side.THEM, "Revise the offer"),
        (Waiting.COMMITMENT, 0, Side.ME, "Send the reference"),
    ]


def promise(journal: Journal, number: int = 0) -> Commitment:
    agreement = journal.records.get(build_id(1)).agreement
    assert agreement
    return agreement.commitments[number]


def test_a_promise_is_kept_or_broken_and_open_again_when_taken_back(journal: Journal) -> None:
    journal.records.save(agreed())
    assert journal.agenda.keep_promise(build_id(1), 0) == Change(saved=frozenset({build_id(1)}))
    assert promise(journal).done_on == TODAY
    assert journal.history.undo_label == "marking “Send the reference” as kept"
    journal.agenda.keep_promise(build_id(1), 0, date(2026, 6, 1))
    assert promise(journal).done_on == date(2026, 6, 1)
    journal.agenda.break_promise(build_id(1), 0)
    assert promise(journal).broken
    assert promise(journal).done_on is None
    assert journal.history.undo_label == "marking “Send the reference” as broken"
    assert [one.number for one in journal.agenda.today().errands if one.kind is Waiting.COMMITMENT] == [1]
    assert journal.agenda.break_promise(build_id(1), 0) == Change()
    for _ in range(3):
        journal.history.undo()
    assert replace(journal.records.get(build_id(1)), updated_at=agreed().updated_at) == agreed()
    assert journal.history.undo_label == "adding “Talk 1”"


def test_a_follow_up_is_skipped_or_put_off(journal: Journal) -> None:
    journal.records.save(agreed())
    journal.agenda.postpone(build_id(1), 1, 14)
    assert journal.history.undo_label == "putting off the follow-up of “Talk 1”"
    assert journal.records.get(build_id(1)).follow_ups[1] == FollowUp(date(2026, 6, 29), note="They rang")
    journal.agenda.skip_follow_up(build_id(1), 1)
    assert journal.records.get(build_id(1)).follow_ups == (FollowUp(TODAY), FollowUp(note="They rang"))
    journal.agenda.skip_follow_up(build_id(1), 0)
    assert journal.history.undo_label == "skipping the follow-up of “Talk 1”"
    assert journal.records.get(build_id(1)).follow_ups == (FollowUp(note="They rang"),)
    assert Waiting.FOLLOW_UP not in {errand.kind for errand in journal.agenda.today().errands}


@pytest.mark.parametrize("number", [-1, 3, 99])
@pytest.mark.parametrize(
    ("act", "what"),
    [
        (lambda journal, number: journal.agenda.keep_promise(build_id(1), number), "commitment"),
        (lambda journal, number: journal.agenda.skip_follow_up(build_id(1), number), "follow-up"),
    ],
)
def test_what_is_gone_is_said_to_be(
    journal: Journal, act: Callable[[Journal, int], Change], what: str, number: int
) -> None:
    journal.records.save(agreed())
    with pytest.raises(NotFoundError, match=f"This {what} is no longer in the journal"):
        act(journal, number)
    journal.records.save(build_record(2))
    with pytest.raises(NotFoundError, match="This commitment"):
        journal.agenda.break_promise(build_id(2), 0)


def test_a_record_in_the_bin_stays_there(journal: Journal) -> None:
    journal.records.save(agreed())
    journal.records.delete([build_id(1)])
    with pytest.raises(NotFoundError, match="“Talk 1” is in the bin"):
        journal.agenda.keep_promise(build_id(1), 0)


def test_a_strategy_is_due_again_after_a_quarter(journal: Journal, clock) -> None:
    journal.notes.revise("Ask first.")
    clock.shift(timedelta(weeks=13) - timedelta(days=1))
    assert journal.agenda.today().errands == ()
    clock.shift(timedelta(days=1))
    assert journal.agenda.today().errands == (Errand(Waiting.STRATEGY, date(2026, 9, 14)),)
    journal.notes.revise("Ask first.")
    assert journal.agenda.today().errands == ()


def test_three_quick_reviews_are_offered_for_deepening(journal: Journal) -> None:
    for number in range(1, 6):
        journal.records.save(build_rated(number, rating=number + 1, held_at=after(days=-number)))
    journal.records.save(build_rated(6, rating=7, held_at=after(days=-61)))
    errands = journal.agenda.today().errands
    assert [(one.kind, one.due_on, one.title) for one in errands] == [
        (Waiting.DEEPEN, None, "Talk 1"),
        (Waiting.DEEPEN, None, "Talk 5"),
        (Waiting.DEEPEN, None, "Talk 2"),
    ]


def test_one_negotiation_from_its_plan_to_the_second_follow_up(journal: Journal, clock) -> None:
    """Each step is told when it is due, and leaves when it is done."""
    record = build_record(1, held_at=after(days=10), status=Status.PLANNED)
    journal.records.save(record)

    def edit(change: Callable[[Negotiation], Negotiation]) -> None:
        before = journal.records.get(record.id)
        changed = change(before)
        journal.records.save(with_follow_ups(changed, before, this_day()), base=before.updated_at)

    def look(number: int) -> Callable[[Negotiation], Negotiation]:
        def looked(one: Negotiation) -> Negotiation:
            looks = list(one.follow_ups)
            looks[number] = replace(looks[number], done_on=this_day(), holds=True)
            return replace(one, follow_ups=tuple(looks))

        return looked

    due = Agreement(commitments=(Commitment(Side.ME, "Send it", date(2026, 7, 5)),))
    review = Review(outcome=Result.AGREEMENT, summary="Done", why="We asked")
    steps: list[tuple[int, list[str], Callable[[], object]]] = [
        (5, ["plan"], lambda: None),
        (6, ["review"], lambda: edit(lambda one: replace(journal.plans.as_review(one), review=review, agreement=due))),
        (2, ["commitment"], lambda: journal.agenda.keep_promise(record.id, 0)),
        (26, [], lambda: None),
        (1, ["follow-up"], lambda: edit(look(0))),
        (59, [], lambda: None),
        (1, ["follow-up"], lambda: edit(look(1))),
        (400, [], lambda: None),
    ]
    for days, expected, act in steps:
        clock.shift(timedelta(days=days))
        assert [errand.kind.value for errand in journal.agenda.today().errands] == expected, this_day()
        act()
        left = [] if expected != ["plan"] else expected
        assert [errand.kind.value for errand in journal.agenda.today().errands] == left


def test_an_agenda_as_plain_data(journal: Journal) -> None:
    journal.records.save(replace(agreed(), follow_ups=(), counterparts=("Ana",)))
    journal.records.save(
        build_record(2, review=Review(next_time="Wait", assessment=Assessment("quick", answers={"self": 3})))
    )
    journal.notes.choose_focus("dodging")
    draft = Draft(build_record(3), "", is_new=True, saved_at=after(days=0))
    plain = journal.agenda.plain(journal.agenda.today(), (draft,))
    assert plain == {
        "day": "2026-06-15",
        "errands": [
            {
                "kind": "commitment",
                "due_on": due_on,
                "id": build_id(1),
                "title": "Talk 1",
                "counterparts": ["Ana"],
                "number": number,
                "owner": owner,
                "what": what,
            }
            for due_on, number, owner, what in (
                ("2026-06-14", 1, "them", "Revise the offer"),
                ("2026-06-22", 0, "me", "Send the reference"),
            )
        ],
        "drafts": [{"id": build_id(3), "title": "Talk 3"}],
        "intention": {
            "id": build_id(2),
            "title": "Talk 2",
            "held_at": build_record(2).held_at.text,
            "next_time": "Wait",
        },
        "focus": "dodging",
    }
