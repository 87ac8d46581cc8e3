"""What waits: asked of the database by day."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

from negojournal.domain.agenda import Errand, Waiting
from negojournal.domain.agreement import Agreement, Commitment, FollowUp
from negojournal.domain.moment import Moment
from negojournal.domain.negotiation import Negotiation, Status
from negojournal.domain.preparation import Side
from negojournal.domain.review import Assessment, Result, Review
from negojournal.storage.store import Store
from tests.builders import build_id, build_record, build_scores

NOW = datetime(2026, 6, 1, tzinfo=UTC)
DAY = date(2026, 6, 1)
QUICK = Review(assessment=Assessment("quick", answers={"self": 4}))


def save(store: Store, number: int, held_at: str = "2026-05-01", value: float | None = None, **changes: object) -> None:
    scores = None if value is None else build_scores(value)
    store.records.save(build_record(number, held_at=Moment(held_at), **changes), scores)


def bin_(store: Store, number: int) -> None:
    store.records.bin([build_id(number)], NOW)


def promised(number: int, *commitments: Commitment, **changes: object) -> Negotiation:
    return build_record(number, agreement=Agreement(commitments=commitments), **changes)


def test_plans_up_to_a_day_the_soonest_first_and_of_many_the_latest(store: Store) -> None:
    for number, day in enumerate(("2026-06-03T10:00:00Z", "2026-05-01", "2026-06-08", "2026-06-09", "2026-05-02")):
        save(store, number, day, status=Status.PLANNED)
    save(store, 5, "2026-06-01")
    bin_(store, 4)
    assert [line.title for line in store.waiting.plans(date(2026, 6, 8), 100)] == ["Talk 1", "Talk 0", "Talk 2"]
    assert [line.title for line in store.waiting.plans(date(2026, 6, 8), 2)] == ["Talk 0", "Talk 2"]


def test_open_promises_by_date(store: Store) -> None:
    store.records.save(
        promised(
            1,
            Commitment(Side.ME, "Kept", date(2026, 5, 1), date(2026, 5, 1)),
            Commitment(Side.THEM, "Open", date(2026, 6, 1)),
            Commitment(Side.ME, "Broken", date(2026, 5, 1), broken=True),
            Commitment(Side.ME, "Undated"),
            Commitment(Side.ME, "Early", date(2026, 4, 1)),
            counterparts=("Ana", "Bo"),
        )
    )
    store.records.save(promised(2, Commitment(Side.ME, "Later", date(2026, 6, 2)), counterparts=("bo",)))
    store.records.save(promised(3, Commitment(Side.ME, "Binned", date(2026, 5, 2)), counterparts=("Ana",)))
    bin_(store, 3)
    open_ = Errand(Waiting.COMMITMENT, DAY, build_id(1), "Talk 1", ("Ana", "Bo"), 1, Side.THEM, "Open")
    early = replace(open_, due_on=date(2026, 4, 1), number=4, owner=Side.ME, what="Early")
    assert store.waiting.commitments(DAY, 100) == (early, open_)
    assert store.waiting.commitments(DAY, 1) == (open_,)
    assert [one.what for one in store.waiting.promises("BO ")] == ["Early", "Open", "Later", "Undated"]
    assert [one.what for one in store.waiting.promises("ana")] == ["Early", "Open", "Undated"]
    assert store.waiting.promises("Cy") == ()


def test_follow_ups_that_are_due_and_not_done(store: Store) -> None:
    looks = (FollowUp(date(2026, 5, 1), date(2026, 5, 2)), FollowUp(DAY), FollowUp(date(2026, 6, 2)), FollowUp())
    save(store, 1, follow_ups=looks, counterparts=("Ana",))
    save(store, 2, follow_ups=(FollowUp(date(2026, 3, 1)),))
    save(store, 3, follow_ups=(FollowUp(DAY),))
    bin_(store, 3)
    due = Errand(Waiting.FOLLOW_UP, DAY, build_id(1), "Talk 1", ("Ana",), 1)
    late = Errand(Waiting.FOLLOW_UP, date(2026, 3, 1), build_id(2), "Talk 2", (), 0)
    assert store.waiting.follow_ups(DAY, 100) == (late, due)
    assert store.waiting.follow_ups(DAY, 1) == (due,)


def test_quick_reviews_that_say_nothing_the_most_telling_first(store: Store) -> None:
    agreed = replace(QUICK, outcome=Result.AGREEMENT)
    save(store, 1, value=4.5, review=QUICK)
    save(store, 2, value=1.5, review=QUICK)
    save(store, 3, value=5, review=agreed)
    save(store, 4, value=7, review=replace(QUICK, why="They were late"))
    save(store, 5, "2026-02-01", 7, review=QUICK)
    save(store, 6, "2026-06-02", 7, review=QUICK)
    save(store, 7, value=7, review=Review(assessment=Assessment("subjective-value", answers={"self_1": 4})))
    save(store, 8, value=7, review=QUICK, status=Status.DODGED)
    save(store, 9, value=7, review=QUICK)
    bin_(store, 9)
    since = date(2026, 4, 1)
    assert [line.title for line in store.waiting.shallow(since, DAY, 10)] == ["Talk 2", "Talk 3", "Talk 1"]
    assert [line.title for line in store.waiting.shallow(since, DAY, 2)] == ["Talk 2", "Talk 3"]


def test_records_with_something_for_a_calendar(store: Store) -> None:
    save(store, 1, "2026-07-01", status=Status.PLANNED)
    save(store, 2, "2026-05-02", follow_ups=(FollowUp(date(2027, 1, 1)),))
    save(store, 3, "2026-05-03", follow_ups=(FollowUp(), FollowUp(DAY, DAY)))
    store.records.save(promised(4, Commitment(Side.ME, "Open", DAY), Commitment(Side.ME, "Too", DAY)))
    store.records.save(promised(5, Commitment(Side.ME, "Undated"), Commitment(Side.ME, "Kept", DAY, DAY)))
    store.records.save(promised(7, Commitment(Side.ME, "Kept", DAY, DAY), Commitment(Side.ME, "Broken", broken=True)))
    save(store, 6, status=Status.PLANNED)
    bin_(store, 6)
    assert store.waiting.ids() == (build_id(4), build_id(5), build_id(2), build_id(1))
