"""Read whole records, or those tables of them that are wanted."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sqlalchemy import ColumnElement, Connection, Table, select

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
        found.add(table, read_rows(connection, table, table.c.negotiation.in_(positions)))
    return [record_from(row, found) for row in rows]


def read_rows(connection: Connection, table: Table, condition: ColumnElement[bool]) -> list[Values]:
    """Return rows of a table in the order of its key."""
    result = connection.execute(select(table).where(condition).order_by(*table.primary_key))
    names = tuple(result.keys())
    return [dict(zip(names, row, strict=True)) for row in result]
