"""What a table's rows look like in a file, and their values as the record has them."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from decimal import DecimalException
from typing import Any

from sqlalchemy import Boolean, Column, Float, Integer, Table
from sqlalchemy.dialects import sqlite
from sqlcipher3 import dbapi2 as driver

from negojournal.domain.rule import FIRST_YEAR, LAST_YEAR
from negojournal.storage.mapping import NEGOTIATION, PARTS
from negojournal.storage.part import Value, Values
from negojournal.storage.position import end_of, start_of
from negojournal.storage.wreck.page import Raw
from negojournal.storage.wreck.tree import Row

KINDS: Mapping[type[Any], tuple[type, ...]] = {Boolean: (int,), Integer: (int,), Float: (float, int)}
"""What SQLite keeps the values of a column's type as; those of every other are text."""

STEPS = 100_000
"""How much work reading a table's definition may be: it stands in a file that may hold anything."""

VALUES_A_MISFIT = 6
"""Of so many values one may be damaged in a row that is still taken for one of its table."""

FIRST, END = start_of(date(FIRST_YEAR, 1, 1)), end_of(date(LAST_YEAR, 12, 31))
"""Positions that a negotiation can have."""

BY_KEY = re.compile(r"\)\s*WITHOUT\s+ROWID\s*$", re.IGNORECASE)
MADE = re.compile(r"\s*CREATE\s+TABLE\b", re.IGNORECASE)
_DIALECT = sqlite.dialect()


class _MisfitError(Exception):
    """Say that a value is none of its column's; never leaves this module."""


@dataclass(frozen=True, slots=True)
class Reading:
    """Hold the values of a row, None for those that can't be read, of which there are so many `misfits`.

    A row is lacking where a value that must be there isn't.
    """

    values: Values
    is_doubtful: bool
    is_lacking: bool
    misfits: int = 0


@dataclass(frozen=True, slots=True)
class Field:
    """Hold how a column's values are read; `is_number` says that it is the number of the row."""

    name: str
    kinds: tuple[type, ...]
    read: Callable[[Any], Value]
    is_optional: bool
    is_number: bool

    def value(self, raw: Raw) -> Value:
        """Return a value; raise _MisfitError for what can't be one."""
        if type(raw) not in self.kinds:
            raise _MisfitError
        try:
            return self.read(raw)
        except (ValueError, TypeError, LookupError, DecimalException) as error:
            raise _MisfitError from error


@dataclass(frozen=True, slots=True)
class Shape:
    """Hold the columns of a table in the order of the file, None for one that isn't known here.

    `is_table` says that rows are by their number, `hangs` that they belong to a negotiation, or are one.
    """

    table: Table
    hangs: bool
    is_table: bool
    fields: tuple[Field | None, ...]

    def reading(self, row: Row) -> Reading:
        """Return the values of a row."""
        values: Values = dict.fromkeys(column.name for column in self.table.columns)
        misfits, lacking = 0, False
        for place, field in enumerate(self.fields):
            if field is None:
                continue
            raw = row.rowid if field.is_number else row.values[place] if place < len(row.values) else None
            try:
                values[field.name] = None if raw is None else field.value(raw)
            except _MisfitError:
                misfits += 1
            lacking |= values[field.name] is None and not field.is_optional
        return Reading(values, row.is_doubtful or misfits > 0, lacking, misfits)

    def place_of(self, row: Row) -> int | None:
        """Return the position of the negotiation that a row hangs from, or that it is; None for one that can't be."""
        raw = row.rowid if self.is_table else row.values[0]
        return raw if isinstance(raw, int) and FIRST <= raw < END else None

    def is_placed(self, row: Row) -> bool:
        """Tell whether a row hangs from what can be a negotiation, where it must."""
        return not self.hangs or self.place_of(row) is not None

    def may_be(self, row: Row) -> bool:
        """Tell whether a row can be one of this table, though a value or two of many may be damaged."""
        if len(row.values) > len(self.fields) or not self.is_placed(row):
            return False
        return self.reading(row).misfits * VALUES_A_MISFIT <= len(self.fields)

    def fits(self, row: Row) -> bool:
        """Tell whether a row that may belong to any table can be one of this."""
        if len(row.values) != len(self.fields) or not self.is_placed(row):
            return False
        reading = self.reading(row)
        return not reading.is_doubtful and not reading.is_lacking


def shape_of(table: Table, made: str | None = None) -> Shape:
    """Return the shape of a table, by the statement that made it in the file where one is given and can be read."""
    names = tuple(column.name for column in table.columns)
    by_number = bool(table.dialect_options["sqlite"]["with_rowid"])
    theirs = _columns_of(table.name, made) if made else ()
    if made and set(theirs) & set(names):
        names, by_number = theirs, BY_KEY.search(made) is None
    fields = tuple(_field(table.columns[name], table) if name in table.columns else None for name in names)
    return Shape(table, table is NEGOTIATION or table in PARTS, by_number, fields)


def _field(column: Column[Any], table: Table) -> Field:
    read = column.type.dialect_impl(_DIALECT).result_processor(_DIALECT, None)
    kinds = next((kinds for kind, kinds in KINDS.items() if isinstance(column.type, kind)), (str,))
    alone = tuple(table.primary_key) == (column,) and kinds == (int,)
    return Field(column.name, kinds, read or _same, bool(column.nullable), alone)


def _same(value: Value) -> Value:
    return value


def _columns_of(name: str, made: str) -> tuple[str, ...]:
    """Return the columns that a definition names, in the order in which rows are stored; none where it is broken."""
    if not MADE.match(made):
        return ()
    with closing(driver.connect(":memory:")) as scratch:
        scratch.set_progress_handler(lambda: 1, STEPS)
        try:
            scratch.execute(made)
            columns = scratch.execute("SELECT name, pk FROM pragma_table_info(?)", (name,)).fetchall()
        except driver.Error:
            return ()
    if BY_KEY.search(made):
        columns = sorted(columns, key=lambda column: column[1] or len(columns) + 1)
    return tuple(column for column, _ in columns)
