"""The ways a field of a class is kept in rows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Protocol, TypeAlias, cast

from sqlalchemy import Table

from negojournal.domain.negotiation import name_key
from negojournal.storage.row.negotiation import TextRow
from negojournal.storage.row.table import Row

NAMED = frozenset({"counterparts", "tags"})
"""Lists of texts that are looked up by name."""

Value: TypeAlias = Any
"""What a field holds: known to its class and to its column, the same to the rule between them."""

Values: TypeAlias = dict[str, Value]
"""Column to value."""

Rows: TypeAlias = dict[Table, list[Values]]


def table_of(row: type[Row]) -> Table:
    """Return the table of a row class."""
    return cast("Table", row.__table__)


TEXT = table_of(TextRow)


class Found:
    """Hold the rows that were read, by table and by what they hang from."""

    def __init__(self) -> None:
        self._rows: defaultdict[tuple[Table, int, int], list[Values]] = defaultdict(list)

    def add(self, table: Table, rows: Iterable[Values]) -> None:
        """Take rows of one table, in their order."""
        for row in rows:
            self._rows[table, row["negotiation"], row.get("occasion", 0)].append(row)

    def at(self, table: Table, negotiation: int, occasion: int = 0) -> list[Values]:
        """Return the rows of a table that hang from a negotiation, or from a line in it."""
        return self._rows.get((table, negotiation, occasion), [])


@dataclass(frozen=True, slots=True)
class Target:
    """Say where an object is written: into which row, below which negotiation, and in it 0 or a line's ordinal."""

    row: Values
    rows: Rows
    negotiation: int
    occasion: int = 0


@dataclass(frozen=True, slots=True)
class Source:
    """Say where an object is read from, as a target does for writing."""

    row: Values
    found: Found
    negotiation: int
    occasion: int = 0

    def lines(self, table: Table) -> list[Values]:
        """Return the rows of a table that hang from here."""
        return self.found.at(table, self.negotiation, self.occasion)


class Part(Protocol):
    """Be one way to keep a field."""

    def write(self, value: Value, target: Target) -> None:
        """Put the field's value into its owner's row, or into rows of its own."""
        ...

    def read(self, source: Source) -> Value:
        """Return the field's value."""
        ...


@dataclass(frozen=True, slots=True)
class ColumnPart:
    """Keep a plain value in a column."""

    column: str

    def write(self, value: Value, target: Target) -> None:
        """Copy the value."""
        target.row[self.column] = value

    def read(self, source: Source) -> Value:
        """Copy it back."""
        return source.row[self.column]


@dataclass(frozen=True, slots=True)
class InlinePart:
    """Keep an object in columns of its owner; where it is optional, no value in any of them means there is none."""

    layout: Layout
    columns: tuple[str, ...]
    optional: bool

    def write(self, value: Value, target: Target) -> None:
        """Spread the object over its columns."""
        if value is None:
            target.row.update(dict.fromkeys(self.columns))
        else:
            self.layout.write(value, target)

    def read(self, source: Source) -> Value:
        """Gather the object from its columns."""
        if self.optional and all(source.row[column] is None for column in self.columns):
            return None
        return self.layout.read(source)


@dataclass(frozen=True, slots=True)
class TextsPart:
    """Keep texts in the table that all such lists share."""

    name: str

    def write(self, value: Value, target: Target) -> None:
        """Add a row for each text."""
        for ordinal, text in enumerate(value, 1):
            line = {"negotiation": target.negotiation, "field": self.name, "ordinal": ordinal, "text": text}
            line["key"] = name_key(text) if self.name in NAMED else None
            target.rows[TEXT].append(line)

    def read(self, source: Source) -> Value:
        """Return the texts of this list."""
        return tuple(line["text"] for line in source.found.at(TEXT, source.negotiation) if line["field"] == self.name)


@dataclass(frozen=True, slots=True)
class LinesPart:
    """Keep objects as lines of a table of their own; what hangs from a line hangs from its ordinal."""

    layout: Layout
    table: Table

    def write(self, value: Value, target: Target) -> None:
        """Add a row for each object."""
        for ordinal, one in enumerate(value, 1):
            line: Values = {"negotiation": target.negotiation, "ordinal": ordinal}
            self.layout.write(one, Target(line, target.rows, target.negotiation, ordinal))
            target.rows[self.table].append(line)

    def read(self, source: Source) -> Value:
        """Return the objects."""
        return tuple(
            self.layout.read(Source(line, source.found, source.negotiation, line["ordinal"]))
            for line in source.lines(self.table)
        )


@dataclass(frozen=True, slots=True)
class SinglePart:
    """Keep an optional object in a row of its own, so that an empty one differs from none."""

    layout: Layout
    table: Table

    def write(self, value: Value, target: Target) -> None:
        """Add the row where there is an object."""
        if value is not None:
            line: Values = {"negotiation": target.negotiation}
            self.layout.write(value, Target(line, target.rows, target.negotiation))
            target.rows[self.table].append(line)

    def read(self, source: Source) -> Value:
        """Return the object, or None."""
        found = source.lines(self.table)
        return self.layout.read(Source(found[0], source.found, source.negotiation)) if found else None


@dataclass(frozen=True, slots=True)
class PairsPart:
    """Keep a mapping as lines of key and value; a key without a value differs from no key."""

    table: Table
    key: str
    value: str

    def write(self, value: Value, target: Target) -> None:
        """Add a row for each key."""
        where: Values = {"negotiation": target.negotiation}
        if "occasion" in self.table.c:
            where["occasion"] = target.occasion
        for ordinal, (key, one) in enumerate(value.items(), 1):
            target.rows[self.table].append({**where, "ordinal": ordinal, self.key: key, self.value: one})

    def read(self, source: Source) -> Value:
        """Return the mapping."""
        return {line[self.key]: line[self.value] for line in source.lines(self.table)}


@dataclass(frozen=True, slots=True)
class Layout:
    """Hold how the fields of one class are kept."""

    kind: type
    parts: tuple[tuple[str, Part], ...]

    def write(self, value: Value, target: Target) -> None:
        """Put a value of the class into its row and into rows of its own."""
        for name, part in self.parts:
            part.write(getattr(value, name), target)

    def read(self, source: Source) -> Value:
        """Return the value of the class."""
        return self.kind(**{name: part.read(source) for name, part in self.parts})
