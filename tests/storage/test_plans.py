"""How SQLite goes about lists, search and trends: never through the whole table of negotiations."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime

import pytest

from negojournal.domain.filter import Filter, Order, SortKey
from negojournal.domain.negotiation import Status
from negojournal.domain.note import Subject
from negojournal.domain.preparation import Method
from negojournal.domain.review import Result
from negojournal.domain.summary import Period
from negojournal.storage.store import Store
from tests.builders import build_full_record, build_id, build_scores

FILTERS = [
    Filter(),
    Filter(area="contract"),
    Filter(status=Status.PLANNED),
    Filter(outcome=Result.AGREEMENT),
    Filter(method=Method.COMBATIVE),
    Filter(counterpart="Marta Ruiz"),
    Filter(tag="renewal"),
    Filter(trap="haste"),
    Filter(since=date(2026, 1, 1), until=date(2026, 2, 1)),
    Filter(search="renewal"),
    Filter(search="re", area="contract", tag="renewal"),
    Filter(search="re", counterpart="Marta Ruiz", tag="renewal", trap="haste"),
    Filter(search="re", status=Status.HELD, since=date(2026, 1, 1), until=date(2026, 2, 1)),
    Filter(binned=True),
    Filter(binned=True, search="re"),
]
REPEATED = re.compile(r"position=\? AND rowid=\?|SCAN search VIRTUAL TABLE INDEX \d+:=")
"""A search for each pair of rows of two lists; one of all words for each negotiation."""

ORDERS = [Order(key, descending) for key in SortKey for descending in (True, False)]


@pytest.fixture
def filled(store: Store) -> Store:
    store.records.save_many((build_full_record(number), build_scores()) for number in range(30))
    store.records.bin([build_id(number) for number in (1, 2, 3)], datetime(2026, 6, 1, tzinfo=UTC))
    return store


def ask_everything(store: Store, wanted: Filter) -> None:
    for order in ORDERS:
        page = store.lists.page(wanted, order, limit=2)
        if page.following:
            store.lists.page(wanted, order, page.following, 2)
    store.lists.tally(wanted)
    store.lists.days(wanted, 2026)
    store.lists.years(wanted)
    store.lists.scored(wanted, "subjective-value")
    store.lists.answers(wanted, "subjective-value")
    store.lists.counts(wanted)
    store.lists.span(wanted, "subjective-value")
    store.lists.bands(wanted, "subjective-value", "self", Period.WEEK)
    store.cases.latest(wanted, lambda _: {})
    store.cases.encounters(wanted)


def walked_through(store: Store, sent) -> set[str]:
    tables = ("negotiation", "text", "answer", "review", "trap", "binned", "one", "commitment", "follow_up", "term")
    with store._database.reading() as connection:
        plans = {
            row[3]
            for statement, parameters in sent
            if not statement.startswith(("SAVEPOINT", "EXPLAIN"))
            for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", parameters)
        }
    assert plans
    return {f"SCAN {table}" for table in tables} & plans | {plan for plan in plans if REPEATED.search(plan)}


@pytest.mark.parametrize("wanted", FILTERS, ids=lambda one: repr(one)[:60])
def test_no_list_and_no_chart_walks_through_the_table(filled: Store, sent, wanted: Filter) -> None:
    with sent(filled) as statements:
        ask_everything(filled, wanted)
    assert walked_through(filled, statements) == set()


def test_neither_do_completions_nor_intentions(filled: Store, sent) -> None:
    with sent(filled) as statements:
        filled.lists.names()
        filled.lists.tags()
        filled.lists.last_intention("contract", ("Marta Ruiz",))
        filled.lists.last_intention(None, ())
        filled.records.newest_binned()
        filled.records.starting("0")
        filled.records.updated_at([build_id(1)])
    assert walked_through(filled, statements) == set()


def test_neither_does_what_waits_nor_who_is_met_nor_what_follows(filled: Store, sent) -> None:
    day = date(2026, 6, 1)
    with sent(filled) as statements:
        filled.waiting.plans(day, 100)
        filled.waiting.commitments(day, 100)
        filled.waiting.follow_ups(day, 100)
        filled.waiting.promises("Marta Ruiz")
        filled.waiting.shallow(date(2026, 1, 1), day, 3)
        filled.waiting.ids()
        filled.people.all()
        filled.people.naming("Marta Ruiz")
        filled.lists.chain(build_id(3))
        filled.lists.leads_back(build_id(3), build_id(7))
        filled.lists.follows()
        filled.notes.all()
        filled.notes.get(Subject.STRATEGY, "2026-01-01")
    assert walked_through(filled, statements) == set()


def test_the_promises_of_a_counterpart_are_looked_for_among_those_that_are_open(filled: Store, sent) -> None:
    with sent(filled) as statements:
        filled.waiting.promises("Marta Ruiz")
    statement, parameters = next(one for one in statements if "commitment" in one[0])
    with filled._database.reading() as connection:
        first, *_ = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", parameters)
    assert "ix_commitment_open" in first[3]


def test_a_page_sorts_nothing(filled: Store, sent) -> None:
    with sent(filled) as statements:
        for order in ORDERS:
            after = filled.lists.page(Filter(), order, limit=2).following
            filled.lists.page(Filter(), order, after, 2)
        filled.lists.page(Filter(search="re"))
    with filled._database.reading() as connection:
        for statement, parameters in statements:
            plan = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", parameters)
            assert not [row[3] for row in plan if "TEMP B-TREE" in row[3]], statement
