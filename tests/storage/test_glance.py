"""What is seen of a journal before it is open."""

from __future__ import annotations

import os
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from time import monotonic

import pytest
from sqlcipher3 import dbapi2 as driver

from negojournal.domain.filter import Filter
from negojournal.domain.passphrase import Passphrase
from negojournal.storage.connection import BUSY_SECONDS
from negojournal.storage.glance import newest_lines
from negojournal.storage.rekey import rekey
from negojournal.storage.store import open_store
from tests.builders import build_full_record, build_record


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "journal.db"
    with open_store(path) as store:
        for number in range(1, 8):
            store.records.save(build_record(number))
        store.records.save(build_full_record())
        deleted = store.lists.page(Filter()).lines[2]
        store.records.bin((deleted.id,), datetime(2026, 10, 1, tzinfo=UTC))
    return path


def files_beside(path: Path) -> dict[str, bytes]:
    return {one.name: one.read_bytes() for one in path.parent.iterdir()}


@pytest.mark.parametrize("count", [3, 100])
def test_the_lines_are_those_of_the_first_page(path: Path, count: int) -> None:
    seen = newest_lines(path, count)
    with open_store(path) as store:
        assert seen == store.lists.page(Filter(), limit=count).lines
        assert len(seen) == min(count, store.lists.tally(Filter()).negotiations)


def test_what_waits_in_the_log_is_seen(path: Path) -> None:
    with open_store(path) as store:
        store.records.save(build_record(20))
        assert newest_lines(path, 100) == store.lists.page(Filter()).lines


def test_nothing_is_written(path: Path) -> None:
    before = files_beside(path)
    assert newest_lines(path, 100)
    assert files_beside(path) == before


def test_a_journal_of_another_schema_is_left_to_what_opens_it(path: Path) -> None:
    with closing(driver.connect(str(path), isolation_level=None)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '0001'")
    assert newest_lines(path, 100) == ()


@pytest.mark.parametrize("content", [None, b"", b"Dear diary", bytes(range(256)) * 64])
def test_what_is_no_journal_has_no_lines(tmp_path: Path, content: bytes | None) -> None:
    file = tmp_path / "other.db"
    if content is not None:
        file.write_bytes(content)
    assert newest_lines(file, 100) == ()


@pytest.mark.parametrize(
    "damage",
    [
        "status = 'hold'",
        "outcome = 'agreemenu'",
        "held_at = '2026-13-01'",
        "held_at = 3",
        "names = '[\"Ana'",
        "names = '4'",
        "title = CAST(x'ff' AS TEXT)",
    ],
)
def test_a_damaged_line_is_left_to_what_opens_the_journal(path: Path, damage: str) -> None:
    """A flipped bit in a value is no fault of the file's pages; whatever it is, the window goes on to open."""
    with closing(driver.connect(str(path), isolation_level=None)) as connection:
        connection.execute(f"UPDATE negotiation SET {damage}")
    assert newest_lines(path, 100) == ()


def test_what_is_no_file_has_no_lines(path: Path) -> None:
    os.mkfifo(path.with_name("pipe.db"))
    none, endless = path.with_name("none") / "journal.db", path.with_name("n" * 300)
    for other in (path.with_name("pipe.db"), path.parent, path / "journal.db", none, endless):
        assert newest_lines(other, 100) == ()


def test_an_encrypted_journal_shows_nothing(path: Path) -> None:
    rekey(path, (None, Passphrase("correct horse battery staple")), ())
    assert newest_lines(path, 100) == ()


def test_a_journal_that_is_held_is_not_waited_for(path: Path) -> None:
    with closing(driver.connect(str(path), isolation_level=None)) as other:
        other.execute("PRAGMA locking_mode = EXCLUSIVE")
        other.execute("UPDATE negotiation SET title = 'Rent'")
        start = monotonic()
        assert newest_lines(path, 100) == ()
        assert monotonic() - start < BUSY_SECONDS / 2
