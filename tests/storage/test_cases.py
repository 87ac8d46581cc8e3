"""What comparisons read of many records."""

from __future__ import annotations

from datetime import date

from negojournal.domain.case import Case, Look
from negojournal.domain.filter import Filter
from negojournal.domain.negotiation import Status
from negojournal.domain.outcome import DIMENSIONS
from negojournal.domain.review import Assessment, PracticeMark, Result
from negojournal.domain.territory import Encounter
from negojournal.storage.store import Store
from tests.builders import build_full_record, build_record, build_scores


def score(assessment: Assessment) -> dict[str, float | None]:
    return {"process": float(assessment.answers["process"] or 0)}


def test_a_case_has_what_its_record_has(store: Store) -> None:
    record = build_full_record()
    plan, review, agreement = record.preparation, record.review, record.agreement
    assert plan
    assert review
    assert agreement
    store.records.save(record, build_scores(5.5, self=None))
    (case,) = store.cases.latest(Filter(), score)
    assert case == Case(
        id=record.id,
        title=record.title,
        day=date(2026, 2, 3),
        status=Status.HELD,
        counterparts=("Marta Ruiz", "Brightside GmbH"),
        area="vendor-agreements",
        channel=record.channel,
        method=record.method,
        power=-1,
        outcome=Result.AGREEMENT,
        questionnaire="subjective-value",
        scores={**dict.fromkeys(DIMENSIONS, 5.5), "self": None},
        practices={"listening": PracticeMark.WELL, "limits": PracticeMark.NOT_RELEVANT},
        traps=("over-compromising", "fixed-pie"),
        prepared=True,
        sealed=True,
        frame=plan.frame,
        terms=plan.terms,
        exchanges=plan.exchanges,
        expected=plan.expected,
        chance=0.6,
        trust_before=5,
        trust_after=6,
        offers=record.offers,
        commitments=agreement.commitments,
        looks=(Look(date(2026, 5, 6), True, {"process": 6.0}),),
        dodge=record.dodge,
        currency="EUR",
    )


def test_a_case_of_a_bare_record_has_nothing(store: Store) -> None:
    record = build_record(1)
    store.records.save(record)
    assert store.cases.latest(Filter(), score) == (Case(record.id, "Talk 1", record.held_at.day, Status.HELD),)


def test_a_look_without_ratings_has_no_scores(store: Store) -> None:
    follow_up = build_full_record().follow_ups[0].__class__(date(2026, 5, 4), date(2026, 5, 6))
    store.records.save(build_record(1, follow_ups=(follow_up,)))
    assert store.cases.latest(Filter(), score)[0].looks == (Look(date(2026, 5, 6), None),)


def test_the_latest_that_were_held_or_dodged_in_order_of_time(store: Store) -> None:
    for number in (5, 1, 3, 2):
        store.records.save(build_record(number, area="budgets" if number > 1 else None))
    store.records.save(build_record(4, status=Status.DODGED))
    store.records.save(build_record(6, status=Status.PLANNED))
    assert [one.title for one in store.cases.latest(Filter(), score, 3)] == ["Talk 3", "Talk 4", "Talk 5"]
    assert [one.title for one in store.cases.latest(Filter(area="budgets"), score)] == ["Talk 2", "Talk 3", "Talk 5"]
    assert store.cases.latest(Filter(area="none"), score) == ()


def test_encounters_count_by_area_and_counterpart(store: Store) -> None:
    store.records.save(build_record(1, area="budgets", counterparts=("ana", "Bo")), build_scores(3))
    store.records.save(build_record(2, area="budgets", counterparts=("Ana",)))
    store.records.save(build_record(3, counterparts=("Ana",)), build_scores(4))
    store.records.save(build_record(4, area="budgets", tags=("Cy",)))
    store.records.save(build_record(5, area="budgets", counterparts=("Ana",), status=Status.PLANNED))
    store.records.save(build_record(6))
    store.records.save(build_record(7, area="budgets", counterparts=("Ana",)))
    assert set(store.cases.encounters(Filter())) == {
        Encounter("budgets", "Ana", 3, 1),
        Encounter("budgets", "Bo", 1, 1),
        Encounter(None, "Ana", 1, 1),
        Encounter("budgets", None, 1, 0),
        Encounter(None, None, 1, 0),
    }
    assert set(store.cases.encounters(Filter(counterpart="Bo"))) == {
        Encounter("budgets", "Ana", 1, 1),
        Encounter("budgets", "Bo", 1, 1),
    }
