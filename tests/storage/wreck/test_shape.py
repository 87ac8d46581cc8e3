"""Shapes: what a row of a table may look like."""

from __future__ import annotations

import pytest

from negojournal.storage.mapping import NEGOTIATION
from negojournal.storage.part import TEXT
from negojournal.storage.position import second_of
from negojournal.storage.wreck.shape import shape_of
from negojournal.storage.wreck.survey import DRAFT
from negojournal.storage.wreck.tree import Row
from tests.builders import build_record

PLACE = second_of(build_record().held_at)


def row(*values, rowid: int = 0, is_doubtful: bool = False) -> Row:
    return Row(rowid, values, is_doubtful)


def test_a_row_is_read_by_the_columns_of_its_table() -> None:
    reading = shape_of(TEXT).reading(row(PLACE, "tags", 1, "Q1", "q1"))
    assert reading.values == {"negotiation": PLACE, "field": "tags", "ordinal": 1, "text": "Q1", "key": "q1"}
    assert (reading.is_doubtful, reading.is_lacking) == (False, False)


def test_a_value_of_another_kind_is_left_out() -> None:
    reading = shape_of(TEXT).reading(row(PLACE, "tags", 1, "Q1", 5))
    assert (reading.values["key"], reading.is_doubtful, reading.is_lacking) == (None, True, False)
    reading = shape_of(TEXT).reading(row(PLACE, "tags", 1, b"\0", None))
    assert (reading.values["text"], reading.is_lacking) == (None, True)


def test_a_row_that_was_cut_lacks_its_last_values() -> None:
    assert shape_of(TEXT).reading(row(PLACE, "tags", 1)).is_lacking


@pytest.mark.parametrize(
    ("values", "may_be", "fits"),
    [
        ((PLACE, "tags", 1, "Q1", None), True, True),
        ((PLACE, "tags", 1, "Q1"), True, False),
        ((PLACE, "tags", "1", "Q1", None), False, False),
        ((12, "tags", 1, "Q1", None), False, False),
        ((PLACE, "tags", 1, "Q1", None, None), False, False),
    ],
)
def test_a_row_may_be_of_a_table_or_surely_be_one(values, may_be: bool, fits: bool) -> None:
    shape = shape_of(TEXT)
    assert (shape.may_be(row(*values)), shape.fits(row(*values))) == (may_be, fits)


def test_rows_that_hang_from_nothing_stand_anywhere() -> None:
    assert shape_of(DRAFT).fits(row("new", "{}", rowid=1))


@pytest.mark.parametrize(
    "made",
    [
        "CREATE TABLE negotiation (",
        "DROP TABLE negotiation",
        "CREATE TABLE negotiation AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n",
        "CREATE TABLE negotiation (something INTEGER)",
        None,
    ],
)
def test_a_definition_that_makes_no_sense_is_not_believed(made: str | None) -> None:
    shape = shape_of(NEGOTIATION, made)
    assert [field.name for field in shape.fields if field] == [column.name for column in NEGOTIATION.columns]
    assert shape.is_table


def test_columns_stand_in_the_order_of_the_file() -> None:
    shape = shape_of(
        TEXT, "CREATE TABLE text (mood, text, field, negotiation, ordinal, PRIMARY KEY (negotiation, field))"
    )
    assert [field.name if field else None for field in shape.fields] == [
        None,
        "text",
        "field",
        "negotiation",
        "ordinal",
    ]
    assert shape.is_table
