"""Read whole records, or those tables of them that are wanted."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, Connection, Result, Select, Table, bindparam, select

from negojournal.domain.negotiation import Negotiation
from negojournal.storage.mapping import NEGOTIATION, PARTS, record_from
from negojournal.storage.part import Found, Values


def load_records(connection: Connection, condition: ColumnElement[bool]) -> list[Negotiation]:
    """Return records in order of time, with one statement for each table however many they are."""
    rows = read_rows(connection, NEGOTIATION, condition)
    return records_of(connection, rows, PARTS)


def records_of(connection: Connection, rows: Sequence[Values], tables: Iterable[Table]) -> list[Negotiation]:
    """Return the records of rows of the negotiation, with what these tables hold of them."""
    found = Found()
    positions = [row["position"] for row in rows]
    for table in tables if rows else ():
        found.add(table, _values(connection.execute(_belonging(table), {"positions": positions})))
    return [record_from(row, found) for row in rows]


def read_rows(connection: Connection, table: Table, condition: ColumnElement[bool]) -> list[Values]:
    """Return rows of a table in the order of its key."""
    return _values(connection.execute(_ordered(table, condition)))


@cache
def _belonging(table: Table) -> Select[Any]:
    """Return the statement for what belongs to some negotiations; a record is read by twenty of them, each time."""
    return _ordered(table, table.c.negotiation.in_(bindparam("positions", expanding=True)))


def _ordered(table: Table, condition: ColumnElement[bool]) -> Select[Any]:
    return select(table).where(condition).order_by(*table.primary_key)


def _values(result: Result[Any]) -> list[Values]:
    names = tuple(result.keys())
    return [dict(zip(names, row, strict=True)) for row in result]
