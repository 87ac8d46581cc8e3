"""How SQLite goes about lists, search and trends: never through the whole table of negotiations."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime
from itertools import product

import pytest

from negojournal.domain.filter import EVERYTHING, Filter, Order, SortKey
from negojournal.domain.moment import Moment
from negojournal.domain.negotiation import Status
from negojournal.domain.note import Subject
from negojournal.domain.outcome import DIMENSIONS
from negojournal.domain.preparation import Method
from negojournal.domain.review import Result
from negojournal.domain.summary import Period
from negojournal.storage.position import BEFORE
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
    Filter(since=date(2026, 1, 1)),
    Filter(until=date(2026, 2, 1)),
    Filter(since=date(2026, 1, 1), until=date(2026, 2, 1)),
    Filter(search="renewal"),
    Filter(search="r t"),
    Filter(search="re", area="contract", tag="renewal"),
    Filter(search="re", counterpart="Marta Ruiz", tag="renewal", trap="haste"),
    Filter(search="re", status=Status.HELD, since=date(2026, 1, 1), until=date(2026, 2, 1)),
    Filter(binned=True),
    Filter(binned=True, search="re"),
]
REPEATED = re.compile(r"position=\? AND rowid=\?|SCAN search VIRTUAL TABLE INDEX \d+:=")
"""A search for each pair of rows of two lists; one of all words for each negotiation."""

PASSED_OVER = re.compile(r"^(SAVEPOINT|EXPLAIN)|title_key IS NULL")
"""Statements without a plan; and what SQLite knows to be nothing, since a title is never missing."""

WALK = re.compile(r"SCAN |SEARCH \w+$")
"""A walk; also where the least or the greatest value is looked for, and no index has it."""

BOUNDED = re.compile(
    # what the statement has found itself
    r"SCAN (CONSTANT ROW|\(subquery-\d+\)|anon_\d+|reached"
    # matches, in order of time
    r"|search VIRTUAL TABLE INDEX \d+:M1[<>]*"
    # a row for each month; for each score in one
    r"|tally|frequency"
    # what is open
    r"|commitment USING INDEX ix_commitment_open"
    # what is written by hand, one by one, and belongs to no negotiation
    r"|note USING INDEX sqlite_autoindex_note_1)"
)
"""What may be walked from end to end."""

ORDERED = re.compile(r"SCAN negotiation USING INDEX ix_negotiation_\w+_(oldest|newest)")
"""A walk in the order of an index, which ends where a page does, unless what it finds is sorted."""

WHOLE = re.compile(r"SEARCH negotiation USING INTEGER PRIMARY KEY \(rowid>\?\)")
"""A walk from a position; from the one before all others, it is one through the table."""

ORDERS = [Order(key, descending) for key in SortKey for descending in (True, False)]


@pytest.fixture
def filled(store: Store) -> Store:
    store.records.save_many((build_full_record(number), build_scores()) for number in range(30))
    store.records.bin([build_id(number) for number in (1, 2, 3)], datetime(2026, 6, 1, tzinfo=UTC))
    return store


def ask_everything(store: Store, wanted: Filter) -> None:
    for order in ORDERS:
        page = store.lists.page(wanted, order, limit=2)
        while page.following:
            page = store.lists.page(wanted, order, page.following, 7)
    store.lists.tally(wanted)
    store.lists.days(wanted, 2026)
    store.lists.years(wanted)
    store.lists.scored(wanted, "subjective-value")
    store.lists.counts(wanted)
    store.lists.questionnaires(wanted)
    store.lists.span(wanted, "subjective-value")
    for dimension, period in product(DIMENSIONS, Period):
        store.lists.bands(wanted, "subjective-value", dimension, period)
    store.cases.latest(wanted, lambda _: {})
    if wanted != EVERYTHING:
        store.cases.encounters(wanted)


def walked_through(store: Store, sent) -> set[str]:
    """Return the steps of statements that cost the more, the more negotiations there are."""
    read = [(statement, given) for statement, given in sent if not PASSED_OVER.search(statement)]
    assert read
    return {step for statement, given in read for step in unbounded(plan_of(store, statement, given), statement, given)}


def plan_of(store: Store, statement: str, given) -> list[str]:
    with store._database.reading() as connection:
        return [row[3] for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", given)]


def unbounded(plan: list[str], statement: str, given) -> Iterator[str]:
    assert plan, statement
    is_page = "LIMIT" in statement and not any("TEMP B-TREE" in step for step in plan)
    for step in plan:
        is_bounded = BOUNDED.fullmatch(step) or (is_page and ORDERED.fullmatch(step))
        is_whole = WHOLE.fullmatch(step) and BEFORE in tuple(given) and not is_page
        if (WALK.match(step) and not is_bounded) or is_whole or REPEATED.search(step):
            yield step


@pytest.mark.parametrize("wanted", FILTERS, ids=lambda one: repr(one)[:60])
def test_no_list_and_no_chart_walks_through_the_table(filled: Store, sent, wanted: Filter) -> None:
    with sent(filled) as statements:
        ask_everything(filled, wanted)
    assert walked_through(filled, statements) == set()


def test_only_a_count_of_all_encounters_does(filled: Store, sent) -> None:
    """It counts every negotiation by who was met, which no index knows; once, and in the order of the file."""
    with sent(filled) as statements:
        filled.cases.encounters(EVERYTHING)
    assert [step for step in walked_through(filled, statements) if not WHOLE.fullmatch(step)] == []
    assert len(walked_through(filled, statements)) == 1


@pytest.mark.parametrize(
    "statement",
    [
        "SELECT * FROM negotiation",
        "SELECT count(*) FROM negotiation WHERE deleted_at IS NULL",
        "SELECT max(updated_at) FROM negotiation WHERE overall > 3",
        "SELECT * FROM negotiation WHERE deleted_at IS NULL ORDER BY updated_at LIMIT 3",
        "SELECT * FROM text WHERE text = 'renewal'",
        "SELECT count(*) FROM answer",
    ],
)
def test_a_walk_would_be_seen(filled: Store, statement: str) -> None:
    assert walked_through(filled, [(statement, ())])


def test_a_period_leads_where_rows_are_walked(filled: Store, sent) -> None:
    """Of two bounds on the same side SQLite takes the first, and tests the other row by row."""
    for wanted in (Filter(since=date(2026, 1, 1)), Filter(until=date(2026, 2, 1))):
        with sent(filled) as statements:
            filled.lists.tally(wanted)
            filled.cases.latest(wanted, lambda _: {})
            filled.cases.encounters(wanted)
        assert not [statement for statement, given in statements if BEFORE in tuple(given)]


def test_what_was_counted_on_writing_is_not_counted_again(filled: Store, sent) -> None:
    """An index would do, and take ten times as long for ten times as many reviews."""
    with sent(filled) as statements:
        filled.lists.tally(EVERYTHING)
        filled.lists.years(EVERYTHING)
        filled.lists.counts(EVERYTHING)
        for dimension in DIMENSIONS:
            filled.lists.bands(EVERYTHING, "subjective-value", dimension, Period.MONTH)
    assert len(statements) == 3 + len(DIMENSIONS)
    assert not [statement for statement, _ in statements if "negotiation." in statement]


@pytest.mark.parametrize("words", ["", "re"])
def test_a_page_within_a_period_begins_at_one_place(filled: Store, sent, words: str) -> None:
    """Of two bounds on the same side SQLite takes the first; it may be the other end of the period."""
    within = Filter(search=words, since=date(2026, 1, 1), until=date(2026, 2, 1))
    for descending, side in ((True, "<"), (False, ">")):
        order = Order(SortKey.HELD_AT, descending)
        with sent(filled) as statements:
            after = filled.lists.page(within, order, limit=2).following
            filled.lists.page(within, order, after, 2)
        for statement, _ in statements:
            assert len(re.findall(rf"(?:position|rowid) {side}=? \?", statement)) == 1, statement


def test_neither_do_completions_nor_intentions(filled: Store, sent) -> None:
    with sent(filled) as statements:
        filled.lists.names()
        filled.lists.tags()
        filled.lists.last_intention("contract", ("Marta Ruiz",))
        filled.lists.last_intention(None, ())
        filled.lists.last_intention("contract", ("Marta Ruiz",), Moment("2026-03-01"))
        filled.records.newest_binned()
        filled.records.starting("0")
        filled.records.updated_at([build_id(1)])
        filled.records.is_binned(build_id(1))
        filled.records.binned([build_id(1)])
        filled.records.purge(datetime(2026, 5, 1, tzinfo=UTC))
        filled.records.get(build_id(4))
        list(filled.records.load([build_id(4), build_id(5)]))
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
