"""What goes in comes out, every field of it."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from negojournal.domain.agreement import Agreement, Dodge, FollowUp, Offer
from negojournal.domain.moment import Moment
from negojournal.domain.negotiation import Negotiation
from negojournal.domain.outcome import PerOutcome
from negojournal.domain.preparation import Preparation, Side, Term
from negojournal.domain.review import Assessment, Review
from negojournal.storage.mapping import layout_of
from negojournal.storage.store import Store, open_store
from tests.builders import build_full_record, build_record, build_scores
from tests.strategies import negotiations

texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
"""Every text that can be written as UTF-8, controls and noncharacters too."""


def kept(store: Store, record: Negotiation) -> Negotiation:
    store.records.save(record)
    return store.records.get(record.id)


def test_every_field_survives(store: Store) -> None:
    record = build_full_record()
    assert kept(store, record) == record


def test_the_full_record_uses_every_field() -> None:
    """Hold the builder to its word, so that a field added later is missed here first."""

    def empty_in(value: object, path: str) -> list[str]:
        if is_dataclass(value):
            return [name for one in fields(value) for name in empty_in(getattr(value, one.name), f"{path}.{one.name}")]
        if isinstance(value, tuple):
            return empty_in(value[0], f"{path}[0]") if value else [path]
        return [path] if value is None else []

    assert empty_in(build_full_record(), "record") == []


def test_a_record_with_a_title_only_survives(store: Store) -> None:
    assert kept(store, build_record()) == build_record()


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(st.lists(negotiations, max_size=4, unique_by=lambda record: record.id))
def test_any_records_survive(records: list[Negotiation]) -> None:
    with open_store(None) as store:
        store.records.save_many((record, None) for record in records)
        assert {record.id: store.records.get(record.id) for record in records} == {one.id: one for one in records}


@settings(max_examples=80, deadline=None)
@given(texts, texts, st.lists(texts, max_size=3))
def test_any_text_survives(title: str, note: str, names: list[str]) -> None:
    record = build_record(title=title, counterparts=tuple(names), tags=tuple(names), review=Review(summary=note))
    with open_store(None) as store:
        assert kept(store, record) == record
        assert store.lists.names() == store.lists.tags()


@pytest.mark.parametrize("amount", ["0", "-0", "0.10", "1200.00", "1E+3", "0.000000000001", "-99999999999999999999.99"])
def test_amounts_keep_every_digit(store: Store, amount: str) -> None:
    record = kept(store, build_record(preparation=Preparation(terms=(Term("rate", goal=Decimal(amount)),))))
    assert str(record.preparation.terms[0].goal) == str(Decimal(amount))


@pytest.mark.parametrize(
    "text", ["2026-02-03", "2026-02-03T14:30:00+01:00", "2026-02-03T14:30Z", "0001-01-01", "9999-12-31T23:59:59-11:30"]
)
def test_moments_keep_their_text(store: Store, text: str) -> None:
    assert kept(store, build_record(held_at=Moment(text))).held_at.text == text


@pytest.mark.parametrize(
    "changes",
    [
        {"preparation": Preparation()},
        {"review": Review()},
        {"agreement": Agreement()},
        {"dodge": Dodge()},
        {"follow_ups": (FollowUp(),)},
        {"offers": (Offer(Side.ME),)},
        {"review": Review(assessment=Assessment("quick"))},
        {"preparation": Preparation(expected=PerOutcome(self=0.0))},
    ],
    ids=lambda changes: next(iter(changes)),
)
def test_empty_differs_from_absent(store: Store, changes: dict[str, object]) -> None:
    record = build_record(**changes)
    assert kept(store, record) == record
    assert record != build_record()


def test_not_applicable_differs_from_not_answered(store: Store) -> None:
    answers = {"process": None, "self": 3}
    record = kept(store, build_record(review=Review(assessment=Assessment("quick", 2, answers))))
    assert record.review.assessment.answers == answers
    assert list(record.review.assessment.answers) == ["process", "self"]


def test_assessments_of_follow_ups_stay_apart(store: Store) -> None:
    now = Assessment("quick", 1, {"self": 1})
    later = tuple(
        FollowUp(due_on=date(2026, month, 1), assessment=Assessment("quick", 1, {"self": month})) for month in (2, 3)
    )
    record = build_record(review=Review(assessment=now), follow_ups=(*later, FollowUp()))
    assert kept(store, record) == record


def test_saving_again_leaves_nothing_of_before(store: Store) -> None:
    full = build_full_record()
    store.records.save(full, build_scores(4))
    bare = replace(build_record(7), id=full.id)
    assert kept(store, bare) == bare


def test_a_class_without_a_table_is_refused() -> None:
    with pytest.raises(KeyError):
        layout_of(Assessment)
