"""Go over a whole broken file: which of its pages belong to which table."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass
from functools import cache

from sqlalchemy import Table
from sqlcipher3 import dbapi2 as driver

from negojournal.storage.mapping import NEGOTIATION, PARTS
from negojournal.storage.part import table_of
from negojournal.storage.revision import HEAD
from negojournal.storage.row.journal import DraftRow, EntryRow, MilestoneRow, NoteRow, revision_table
from negojournal.storage.schema import statements
from negojournal.storage.wreck.image import Image
from negojournal.storage.wreck.page import Raw
from negojournal.storage.wreck.remains import Remains
from negojournal.storage.wreck.shape import shape_of
from negojournal.storage.wreck.tree import Fits, Forest, Gap, Item, Piece, Row

MILESTONE, ENTRY, NOTE, DRAFT = map(table_of, (MilestoneRow, EntryRow, NoteRow, DraftRow))
OWN: tuple[Table, ...] = (MILESTONE, ENTRY, NOTE, DRAFT)
"""The tables whose rows belong to no negotiation."""

SIZES = "search_docsize"
"""The table of the index of words that has a row for each negotiation, with its number and little else."""

ENTRY_KINDS = frozenset({"table", "index", "view", "trigger"})
ENTRY_VALUES = 5


@dataclass(frozen=True, slots=True)
class Entry:
    """Hold where the file says that a tree begins, and the statement that made it."""

    root: int
    made: str | None


@dataclass(frozen=True, slots=True)
class Entries:
    """Hold what the file says of its trees, by their names, and whether that is all of it."""

    named: Mapping[str, Entry]
    is_whole: bool


@dataclass(frozen=True, slots=True)
class Survey:
    """Hold what is left of every table, and the positions at which there were negotiations once, as others know."""

    remains: Mapping[Table, Remains]
    places: frozenset[int]


def survey_of(image: Image) -> Survey:
    """Read everything in a file that can be read."""
    forest = Forest(image)
    entries = _entries(forest)
    revision = _revision(forest, entries)
    remains = {table: _remains(forest, table, entries, revision) for table in (NEGOTIATION, *PARTS, *OWN)}
    sizes = _items(forest, entries, SIZES, _is_size)
    for entry in entries.named.values():
        forest.pass_over(entry.root)
    forest.pass_over_free()
    for piece in forest.pieces():
        _give(piece, remains)
    return Survey(remains, frozenset(item.rowid for item in sizes if isinstance(item, Row)))


def _entries(forest: Forest) -> Entries:
    """Return what the file says of its trees; where the way to that is lost, it is looked for everywhere."""
    items = list(forest.rows(1, _is_entry, is_table=True))
    is_whole = all(isinstance(item, Row) and _is_entry(item) for item in items)
    if not is_whole:
        items += forest.loose_rows(_is_entry)
    found = (_entry_of(item) for item in items if isinstance(item, Row))
    return Entries(dict(entry for entry in found if entry), is_whole)


def _entry_of(row: Row) -> tuple[str, Entry] | None:
    """Return the name of a tree and what is said of it; None for a row that says nothing of one."""
    if len(row.values) != ENTRY_VALUES:
        return None
    kind, name, _, root, made = row.values
    if kind not in ENTRY_KINDS or not isinstance(name, str) or not isinstance(root, int):
        return None
    return name, Entry(root, made if isinstance(made, str) else None)


def _is_entry(row: Row) -> bool:
    return _entry_of(row) is not None


def _is_size(row: Row) -> bool:
    kinds = tuple(type(value) for value in row.values)
    return kinds[:2] == (type(None), bytes)


def _revision(forest: Forest, entries: Entries) -> Raw:
    items = _items(forest, entries, revision_table.name, lambda row: isinstance(row.values[0], str))
    return next((item.values[0] for item in items if isinstance(item, Row)), None)


def _remains(forest: Forest, table: Table, entries: Entries, revision: Raw) -> Remains:
    """Return what is left of a tree; its own statement is believed only of a revision that isn't ours."""
    entry = entries.named.get(table.name)
    shape = shape_of(table, entry.made if entry and revision not in {None, HEAD} else None)
    return Remains(shape, _items(forest, entries, table.name, shape.may_be, is_table=shape.is_table))


def _items(forest: Forest, entries: Entries, name: str, fits: Fits, *, is_table: bool = True) -> list[Item]:
    """Return what is in a tree; one that isn't in a whole list of them never was."""
    entry = entries.named.get(name)
    if entry is None:
        return [] if entries.is_whole else [Gap()]
    return list(forest.rows(entry.root, fits, is_table=is_table))


def _give(piece: Piece, remains: Mapping[Table, Remains]) -> None:
    """Give a piece to the one table that it can belong to; where several can, to the one that begins there usually."""
    claimants = [one for one in remains.values() if one.claims(piece)]
    usual = [one for one in claimants if usual_roots().get(one.shape.table.name) == piece.top]
    for one in usual or (claimants if len(claimants) == 1 else ()):
        one.pieces.append(piece)


@cache
def usual_roots() -> Mapping[str, int]:
    """Return where the trees of a new journal begin."""
    with closing(driver.connect(":memory:")) as scratch:
        for statement in statements():
            scratch.execute(statement)
        return dict(scratch.execute("SELECT name, rootpage FROM sqlite_master").fetchall())
