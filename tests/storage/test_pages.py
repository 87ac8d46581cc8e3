"""Pages of a list: by key, in every order, under every filter."""

from __future__ import annotations

from datetime import UTC, date, datetime
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from negojournal.domain.filter import Filter, Order, SortKey
from negojournal.domain.identity import NegotiationId
from negojournal.domain.moment import Moment
from negojournal.domain.negotiation import Negotiation, Status, name_key
from negojournal.domain.preparation import Method
from negojournal.domain.review import Result, Review, TrapMark
from negojournal.domain.summary import Summary
from negojournal.storage.store import Store, open_store
from tests.builders import build_full_record, build_id, build_record, build_scores

NOW = datetime(2026, 6, 1, tzinfo=UTC)
ORDERS = [Order(key, descending) for key in SortKey for descending in (True, False)]
SCORES = [key for key in SortKey if key.value in build_scores()]

some_scores = st.fixed_dictionaries(
    {key.value: st.none() | st.sampled_from([1.0, 4.0, 4.25, 13 / 3, 7.0]) for key in SCORES}
)
some_records = st.tuples(
    st.sampled_from(["Alpha", "alpha", "beta", "ß", "Ωmega", "  "]),
    st.lists(st.sampled_from(["Ana", "ana ", "Bo"]), max_size=2),
    st.sampled_from([None, "team", "vendor"]),
    st.sampled_from(["2026-01-01", "2026-01-01T10:00:00Z", "2026-01-02T09:00:00+02:00", "2025-12-31"]),
    some_scores,
)


def pages(store: Store, wanted: Filter, order: Order, limit: int) -> list[Summary]:
    lines: list[Summary] = []
    after = None
    while True:
        page = store.lists.page(wanted, order, after, limit)
        assert len(page.lines) <= limit
        lines += page.lines
        assert len({line.id for line in lines}) == len(lines), "no line comes twice"
        if page.following is None:
            return lines
        assert len(page.lines) == limit
        after = page.following


def value_of(line: Summary, key: SortKey) -> object:
    if key in SCORES:
        return line.scores[key.value]
    if key is SortKey.COUNTERPARTS:
        return ", ".join(map(name_key, line.counterparts)) or None
    return {SortKey.TITLE: name_key(line.title), SortKey.AREA: line.area, SortKey.HELD_AT: line.held_at.wall}[key]


@settings(max_examples=25, deadline=None)
@given(st.lists(some_records, max_size=12), st.integers(1, 5), st.sampled_from(["", "talk"]))
def test_every_record_is_visited_once_in_order(drawn: list, limit: int, search: str) -> None:
    with open_store(None) as store:
        store.records.save_many(
            (
                build_record(
                    number,
                    title=title,
                    counterparts=tuple(names),
                    area=area,
                    held_at=Moment(held_at),
                    review=Review(summary="Talk"),
                ),
                build_scores(None, **scores),
            )
            for number, (title, names, area, held_at, scores) in enumerate(drawn)
        )
        for order in ORDERS:
            lines = pages(store, Filter(search=search), order, limit)
            assert sorted(line.id for line in lines) == [build_id(number) for number in range(len(drawn))]
            for before, after in pairwise(lines):
                assert_in_order(before, after, order)


def assert_in_order(before: Summary, after: Summary, order: Order) -> None:
    one, other = value_of(before, order.key), value_of(after, order.key)
    if one is None or other is None:
        assert other is None, "records without a value come last"
    elif one != other:
        assert (one > other) is order.descending
        return
    if one == other and order.key is not SortKey.HELD_AT:
        assert before.held_at.wall >= after.held_at.wall, "ties follow the date, newest first"


def test_a_line_says_what_a_list_shows(store: Store) -> None:
    record = build_full_record()
    store.records.save(record, build_scores(4.5))
    (line,) = store.lists.page(Filter()).lines
    assert (line.id, line.title, line.held_at, line.status) == (record.id, record.title, record.held_at, Status.HELD)
    assert (line.counterparts, line.area, line.outcome) == (record.counterparts, record.area, Result.AGREEMENT)


def test_an_empty_journal_has_one_empty_page(store: Store) -> None:
    for order in ORDERS:
        page = store.lists.page(Filter(), order)
        assert (page.lines, page.following) == ((), None)


def test_a_cursor_outlives_what_it_stood_on(store: Store) -> None:
    for number in range(5):
        store.records.save(build_record(number))
    first = store.lists.page(Filter(), limit=2)
    store.records.bin([first.lines[-1].id], NOW)
    store.records.save(build_record(9))
    assert [line.id for line in store.lists.page(Filter(), after=first.following).lines] == list(
        map(build_id, (2, 1, 0))
    )


FILTERS: list[tuple[Filter, dict[str, object]]] = [
    (Filter(area="team"), {"area": "team"}),
    (Filter(method=Method.COMBATIVE), {"method": Method.COMBATIVE}),
    (Filter(status=Status.DODGED), {"status": Status.DODGED}),
    (Filter(outcome=Result.WALKED_AWAY), {"review": Review(outcome=Result.WALKED_AWAY)}),
    (Filter(tag="q1"), {"tags": ("other", " Q1 ")}),
    (Filter(counterpart="ana  RUIZ"), {"counterparts": ("Bo", "Ana Ruiz")}),
    (Filter(trap="haste"), {"review": Review(traps=(TrapMark("haste"),))}),
    (Filter(since=date(2026, 5, 1)), {"held_at": Moment("2026-05-01T00:00:00+14:00")}),
    (Filter(until=date(2025, 1, 1)), {"held_at": Moment("2025-01-01T23:59:59.999999-12:00")}),
    (Filter(since=date.min, until=date(1, 1, 1)), {"held_at": Moment("0001-01-01")}),
    (Filter(since=date.max, until=date.max), {"held_at": Moment("9999-12-31T23:59:59Z")}),
    (Filter(search="zebra"), {"title": "Zebras"}),
    (Filter(area="team", tag="q1", search="talk"), {"area": "team", "tags": ("q1",)}),
]


def found(store: Store, wanted: Filter) -> list[list[NegotiationId]]:
    by_pages = ([line.id for line in store.lists.page(wanted, order).lines] for order in ORDERS)
    return [[record.id for record in store.records.walk(wanted)], *by_pages]


@pytest.mark.parametrize(("wanted", "changes"), FILTERS, ids=lambda one: repr(one)[:60])
def test_a_filter_lets_through_what_it_names(store: Store, wanted: Filter, changes: dict[str, object]) -> None:
    store.records.save(build_record(1, area="vendor", tags=("q2",), counterparts=("Cy",)))
    store.records.save(build_record(2, **changes), build_scores())
    assert all(ids == [build_id(2)] for ids in found(store, wanted))
    tally = store.lists.tally(wanted)
    assert (tally.negotiations, tally.rated) == (1, 1)


def others() -> list[Negotiation]:
    return [build_record(number) for number in range(3)]


@pytest.mark.parametrize("search", ["", "talk"])
def test_the_bin_is_apart(store: Store, search: str) -> None:
    store.records.save_many((record, build_scores()) for record in others())
    store.records.bin([build_id(1)], NOW)
    assert all(set(ids) == {build_id(0), build_id(2)} for ids in found(store, Filter(search=search)))
    assert all(ids == [build_id(1)] for ids in found(store, Filter(search=search, binned=True)))
    assert store.lists.tally(Filter(search=search)).rated == 2
    assert store.lists.tally(Filter(search=search, binned=True)).negotiations == 1
