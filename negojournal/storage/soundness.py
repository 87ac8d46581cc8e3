"""Tell whether a journal's file is sound, and what is wrong where it isn't."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from negojournal.domain.passphrase import Passphrase
from negojournal.errors import CorruptError
from negojournal.storage.aggregate import differences
from negojournal.storage.failure import damage_of
from negojournal.storage.probe import check_journal, looking

MOST_FAULTS = 100
"""How many faults of one kind are looked for; more say nothing new."""

COUNT = "SELECT count(*) FROM negotiation WHERE deleted_at IS NULL"

_UNFOUND = "SELECT count(*) FROM negotiation WHERE position NOT IN (SELECT id FROM search_docsize)"
_ORPHANED = "SELECT count(*) FROM search_docsize WHERE id NOT IN (SELECT position FROM negotiation)"


_COUNTING = "SELECT count(*) FROM sqlite_master WHERE name = 'frequency'"
"""Tells whether it is a journal that counts on writing; an earlier one doesn't."""


def records_in(connection: Any) -> int:  # noqa: ANN401 - the driver has no types
    """Return how many negotiations there are, the bin left out; none in a blank file."""
    (tables,) = connection.execute("SELECT count(*) FROM sqlite_master WHERE name = 'negotiation'").fetchone()
    return int(connection.execute(COUNT).fetchone()[0]) if tables else 0


def check_pages(connection: Any, path: Path) -> None:  # noqa: ANN401 - the driver has no types
    """Raise CorruptError, in the name of a file, when what is read contradicts itself."""
    if connection.execute("PRAGMA integrity_check(1)").fetchone() != ("ok",):
        raise damage_of(path)


def faults(path: Path, passphrase: Passphrase | None) -> tuple[str, ...]:
    """Return what is wrong within a journal, in sentences: pages, relations, search, counts; maybe nothing.

    Raises the StorageError that says why it can't be read as a journal at all.
    """
    check_journal(path, passphrase)
    try:
        with looking(path, passphrase) as connection:
            return tuple(_faults(connection))
    except CorruptError as error:
        return (str(error),)


def _faults(connection: Any) -> Iterator[str]:  # noqa: ANN401 - the driver has no types
    broken = connection.execute(f"PRAGMA integrity_check({MOST_FAULTS})").fetchall()
    if broken != [("ok",)]:
        yield f"The file contradicts itself in {_many(len(broken), 'place', 'places')}; the first is: {broken[0][0]}."
        return
    if not connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
        return
    if lost := connection.execute("PRAGMA foreign_key_check").fetchmany(MOST_FAULTS):
        yield f"{_many(len(lost), 'line', 'lines')} of the table “{lost[0][0]}” or others belong to nothing."
    if unfound := connection.execute(_UNFOUND).fetchone()[0]:
        yield f"The search doesn’t know {_many(unfound, 'negotiation', 'negotiations')}."
    if orphaned := connection.execute(_ORPHANED).fetchone()[0]:
        yield f"The search knows {_many(orphaned, 'negotiation that is', 'negotiations that are')} not in the journal."
    if miscounts := _miscounts(connection):
        yield f"The counts that trends are read from are wrong in {_many(miscounts, 'place', 'places')}."


def _miscounts(connection: Any) -> int:  # noqa: ANN401 - the driver has no types
    if not connection.execute(_COUNTING).fetchone()[0]:
        return 0
    return sum(connection.execute(statement).fetchone()[0] for statement in differences())


def _many(number: int, one: str, many: str) -> str:
    bounded = f"{number} or more" if number == MOST_FAULTS else str(number)
    return f"{bounded} {one if number == 1 else many}"
