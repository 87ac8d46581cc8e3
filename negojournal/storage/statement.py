"""Rows into a table by a statement that is worked out once and handed to the driver as it stands.

A review is a few dozen short rows of twenty tables: to go through SQLAlchemy with each took longer than to write them.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from operator import itemgetter

from sqlalchemy import Connection, Table, insert
from sqlalchemy.dialects import sqlite

from negojournal.storage.part import Value, Values

_DIALECT = sqlite.dialect()


@dataclass(frozen=True, slots=True)
class Insertion:
    """Hold a statement, what picks a row's values in its order, and what changes some of them for the driver."""

    text: str
    pick: Callable[[Values], tuple[Value, ...]]
    changes: tuple[tuple[int, Callable[[Value], Value]], ...]

    def write(self, connection: Connection, lines: Sequence[Values]) -> None:
        """Add rows, each with a value for every column."""
        connection.exec_driver_sql(self.text, [self._given(line) for line in lines])

    def _given(self, line: Values) -> tuple[Value, ...]:
        values = list(self.pick(line))
        for place, change in self.changes:
            values[place] = change(values[place])
        return tuple(values)


@cache
def insertion_into(table: Table) -> Insertion:
    """Return how rows are added to a table."""
    kinds = [column.type.dialect_impl(_DIALECT).bind_processor(_DIALECT) for column in table.c]
    changes = tuple((place, change) for place, change in enumerate(kinds) if change)
    return Insertion(str(insert(table).compile(dialect=_DIALECT)), itemgetter(*table.c.keys()), changes)
