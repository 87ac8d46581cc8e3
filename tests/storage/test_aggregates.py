"""What is counted on writing: the same as is counted anew, whoever writes."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from negojournal.domain.moment import Moment
from negojournal.domain.outcome import DIMENSIONS
from negojournal.domain.review import Assessment, Review
from negojournal.storage.aggregate import differences
from negojournal.storage.store import Store, open_store
from tests.builders import build_record, build_scores

VALUES = {
    "position": st.integers(0, 2**62),
    "deleted_at": st.none() | st.just("2026-06-01 00:00:00"),
    "questionnaire": st.sampled_from([None, "quick", "subjective-value"]),
    **dict.fromkeys(DIMENSIONS, st.none() | st.sampled_from([1.0, 4.5, 20 / 3, 7.0])),
    "title": st.just("Other"),
}
updates = st.lists(
    st.sampled_from(list(VALUES)).flatmap(lambda name: st.tuples(st.integers(0, 4), st.just(name), VALUES[name])),
    max_size=12,
)


def wrong(store: Store) -> list[int]:
    with store._database.reading() as connection:
        return [connection.exec_driver_sql(statement).scalar() for statement in differences()]


def rows(store: Store, table: str) -> list[tuple[object, ...]]:
    with store._database.reading() as connection:
        return [tuple(row) for row in connection.exec_driver_sql(f"SELECT * FROM {table}")]


def fill(store: Store) -> None:
    review = Review(assessment=Assessment("quick", 1, {}))
    days = ("2026-01-31", "2026-02-01", "2026-02-28T23:59:59Z", "9999-12-31", "0001-01-01")
    store.records.save_many(
        (build_record(number, held_at=Moment(day), review=review), build_scores(number + 1.0, self=None))
        for number, day in enumerate(days)
    )


def test_months_and_scores_are_counted(store: Store) -> None:
    fill(store)
    months = ["0001-01-01", "2026-01-01", "2026-02-01", "9999-12-01"]
    assert rows(store, "tally") == [(month, n, n) for month, n in zip(months, (1, 1, 2, 1), strict=True)]
    occurring = [("quick", "2026-02-01", "process", 2.0, 1), ("quick", "2026-02-01", "process", 3.0, 1)]
    assert [row for row in rows(store, "frequency") if row[1:3] == ("2026-02-01", "process")] == occurring
    assert len(rows(store, "frequency")) == 5 * 4
    assert wrong(store) == [0, 0]


def test_what_is_not_there_any_more_leaves_nothing_behind(store: Store) -> None:
    fill(store)
    with store._database.writing() as connection:
        connection.exec_driver_sql("DELETE FROM negotiation")
    assert rows(store, "tally") == rows(store, "frequency") == []


@settings(max_examples=60, deadline=None)
@given(updates)
def test_whatever_a_statement_changes_is_counted(changes: list[tuple[int, str, object]]) -> None:
    with open_store(None) as store:
        fill(store)
        with store._database.rebuilding() as connection:
            for number, name, value in changes:
                place = "SELECT position FROM negotiation ORDER BY position LIMIT 1 OFFSET ?"
                change = f"UPDATE OR IGNORE negotiation SET {name} = ? WHERE position = ({place})"
                connection.exec_driver_sql(change, (value, number))
        assert wrong(store) == [0, 0]


@pytest.mark.parametrize(
    ("statement", "found"),
    [
        ("DELETE FROM tally WHERE month = '2026-01-01'", [1, 0]),
        ("UPDATE tally SET rated = 0", [4, 0]),
        ("UPDATE frequency SET n = n + 1 WHERE dimension = 'process'", [0, 5]),
        ("INSERT INTO frequency VALUES ('quick', '2026-01-01', 'process', 7, 1)", [0, 1]),
    ],
)
def test_what_is_wrong_is_told(store: Store, statement: str, found: list[int]) -> None:
    fill(store)
    with store._database.writing() as connection:
        connection.exec_driver_sql(statement)
    assert wrong(store) == found
