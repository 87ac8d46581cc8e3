"""Rows that are handed to the driver as they stand are those that SQLAlchemy would have written."""

from __future__ import annotations

import pytest
from sqlalchemy import Connection, Table, create_engine, insert
from sqlcipher3 import dbapi2 as driver

from negojournal.storage.insertion import _copies
from negojournal.storage.mapping import NEGOTIATION, PARTS, rows_of
from negojournal.storage.part import Rows, Values
from negojournal.storage.row.table import Row
from negojournal.storage.statement import insertion_into
from tests.builders import build_full_record, build_scores


@pytest.fixture
def connection():
    engine = create_engine("sqlite://", module=driver)
    with engine.connect() as connection:
        Row.metadata.create_all(connection)
        yield connection
    engine.dispose()


def full_rows() -> Rows:
    record = build_full_record()
    rows = rows_of(record, 1)
    rows[NEGOTIATION][0].update(_copies(record, build_scores(4)))
    return rows


def stored(connection: Connection, table: Table) -> list[Values]:
    return [tuple(row) for row in connection.exec_driver_sql(f"SELECT * FROM {table.name}")]


@pytest.mark.parametrize("table", [NEGOTIATION, *PARTS], ids=lambda table: table.name)
def test_a_row_stands_in_the_file_as_its_columns_types_say(connection: Connection, table: Table):
    rows = full_rows()[table]
    assert rows
    assert set(rows[0]) == set(table.c.keys())
    connection.execute(insert(table), rows)
    expected = stored(connection, table)
    connection.exec_driver_sql(f"DELETE FROM {table.name}")
    insertion_into(table).write(connection, rows)
    assert stored(connection, table) == expected
    assert {type(value) for row in expected for value in row} <= {str, int, float, type(None)}
