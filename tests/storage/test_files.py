"""Files: how a journal is made, and that what is not a sound journal is left as it is."""

from __future__ import annotations

import errno
import hashlib
import os
import shutil
import stat
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2 as driver

from negojournal.domain.filter import Filter
from negojournal.errors import (
    CorruptError,
    EncryptedError,
    FullError,
    NewerError,
    NotJournalError,
    ReadOnlyError,
    StorageError,
    UnreachableError,
)
from negojournal.storage import connection, probe
from negojournal.storage.store import open_store
from tests.builders import build_full_record, build_record, build_scores


def fingerprints(folder: Path) -> dict[str, str]:
    """Return a hash of every file but the shared memory, which holds nothing of its own."""
    files = (file for file in folder.iterdir() if not file.name.endswith("-shm"))
    return {file.name: hashlib.sha256(file.read_bytes()).hexdigest() for file in files}


def fill(path: Path, count: int = 40) -> None:
    with open_store(path) as store:
        store.records.save_many((build_full_record(number), build_scores()) for number in range(count))


def query(path: Path, *statements: str) -> None:
    with closing(driver.connect(str(path), isolation_level=None)) as connection:
        for statement in statements:
            connection.execute(statement)


def test_a_new_journal_is_private_and_opens_again(path: Path) -> None:
    with open_store(path) as store:
        store.records.save(build_record())
        assert store.path == path
        for file in path.parent.iterdir():
            assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert [file.name for file in path.parent.iterdir()] == [path.name]
    with open_store(path) as store:
        assert store.records.get(build_record().id) == build_record()


def test_the_pragmas_hold(path: Path) -> None:
    with open_store(path) as store, store._database.reading() as connection:
        values = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in (
                "journal_mode",
                "synchronous",
                "foreign_keys",
                "trusted_schema",
                "cell_size_check",
                "application_id",
            )
        }
    assert values == {
        "journal_mode": "wal",
        "synchronous": 2,
        "foreign_keys": 1,
        "trusted_schema": 0,
        "cell_size_check": 1,
        "application_id": 0x4E45474F,
    }


def test_an_odd_name_is_only_a_name(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.chdir(tmp_path)
    path = Path("jour nal?mode=memory#%20é.db")
    with open_store(path) as store:
        store.records.save(build_record())
    assert path.stat().st_size > 0
    with open_store(path) as store:
        assert store.lists.tally(Filter()).negotiations == 1


@pytest.mark.parametrize("content", [b"", None], ids=["empty file", "blank database"])
def test_what_is_blank_becomes_a_journal(path: Path, content: bytes | None) -> None:
    if content is None:
        query(path, "PRAGMA journal_mode = WAL")
    else:
        path.write_bytes(content)
    with open_store(path) as store:
        store.records.save(build_record())


def not_a_database(path: Path) -> None:
    path.write_text("Dear diary, " * 1000, encoding="utf-8")


def short_text(path: Path) -> None:
    path.write_text("x", encoding="utf-8")


def encrypted(path: Path) -> None:
    query(path, "PRAGMA key = 'secret'", "CREATE TABLE note (text)")


def another_program(path: Path) -> None:
    query(path, "CREATE TABLE note (text)", "INSERT INTO note VALUES ('mine')")


def another_kind(path: Path) -> None:
    query(path, "PRAGMA application_id = 77", "CREATE TABLE note (text)")


def newer(path: Path) -> None:
    fill(path, 1)
    query(path, "UPDATE alembic_version SET version_num = '9999'")


def newer_not_yet_in_the_file(path: Path) -> None:
    """Leave the newer revision in the log beside the file, as a killed program does."""
    elsewhere = path.with_name("elsewhere.db")
    fill(elsewhere, 1)
    with closing(driver.connect(str(elsewhere), isolation_level=None)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
        shutil.copy(elsewhere, path)
        shutil.copy(f"{elsewhere}-wal", f"{path}-wal")


def without_revision(path: Path) -> None:
    fill(path, 1)
    query(path, "DROP TABLE alembic_version")


def truncated(path: Path) -> None:
    fill(path)
    os.truncate(path, path.stat().st_size // 2)


def cut_within_the_first_page(path: Path) -> None:
    fill(path, 1)
    os.truncate(path, 1000)


def schema_overwritten(path: Path) -> None:
    fill(path, 1)
    with path.open("r+b") as file:
        file.seek(100)
        file.write(b"\xff" * 3000)


def emptied_beside_its_log(path: Path) -> None:
    newer_not_yet_in_the_file(path)
    path.write_bytes(b"")


def moved_away_from_its_log(path: Path) -> None:
    newer_not_yet_in_the_file(path)
    path.rename(path.with_name("moved.db"))


@pytest.mark.parametrize(
    ("spoil", "kind"),
    [
        (not_a_database, NotJournalError),
        (short_text, NotJournalError),
        (encrypted, EncryptedError),
        (another_program, NotJournalError),
        (another_kind, NotJournalError),
        (newer, NewerError),
        (newer_not_yet_in_the_file, NewerError),
        (without_revision, CorruptError),
        (truncated, CorruptError),
        (cut_within_the_first_page, StorageError),
        (schema_overwritten, CorruptError),
        (emptied_beside_its_log, CorruptError),
        (moved_away_from_its_log, CorruptError),
    ],
)
def test_what_is_no_sound_journal_is_left_as_it_is(
    path: Path, spoil: Callable[[Path], None], kind: type[StorageError]
) -> None:
    spoil(path)
    before = fingerprints(path.parent)
    with pytest.raises(kind) as caught:
        open_store(path)
    assert fingerprints(path.parent) == before
    assert caught.value.path == path
    said = str(caught.value)
    assert str(path) in said
    assert ". " not in said.replace(str(path), "")


def damage_table(path: Path, table: str) -> None:
    """Overwrite the first page of a table."""
    with closing(driver.connect(str(path))) as connection:
        (page,) = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = ?", (table,)).fetchone()
    with path.open("r+b") as file:
        file.seek((page - 1) * 4096)
        file.write(b"\xff" * 200)


def test_damage_found_later_stops_all_writing(path: Path) -> None:
    fill(path)
    damage_table(path, "review")
    before = fingerprints(path.parent)
    store = open_store(path)
    store.drafts.all()
    with pytest.raises(CorruptError):
        list(store.records.walk(Filter()))
    with pytest.raises(CorruptError):
        store.records.save(build_record())
    with pytest.raises(CorruptError):
        store.drafts.put("new", "{}")
    store.close()
    assert fingerprints(path.parent) == before


def test_a_folder_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(UnreachableError, match="no folder"):
        open_store(tmp_path / "nowhere" / "journal.db")
    assert list(tmp_path.iterdir()) == []


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(UnreachableError, match="is a folder"):
        open_store(tmp_path)


@pytest.mark.parametrize(
    ("number", "kind"),
    [
        (errno.EACCES, ReadOnlyError),
        (errno.EROFS, ReadOnlyError),
        (errno.ENOSPC, FullError),
        (errno.ENAMETOOLONG, UnreachableError),
        (None, UnreachableError),
    ],
)
def test_a_file_that_cannot_be_made_is_said(
    path: Path, monkeypatch, number: int | None, kind: type[StorageError]
) -> None:
    def refuse(*_: object) -> int:
        raise OSError(number, "refused") if number else OSError("refused")

    monkeypatch.setattr(probe.os, "open", refuse)
    with pytest.raises(kind):
        open_store(path)


def test_a_name_that_is_too_long_is_said(tmp_path: Path) -> None:
    with pytest.raises(StorageError):
        open_store(tmp_path / ("x" * 300))


def test_a_file_made_by_another_at_the_same_time_is_looked_at(path: Path, monkeypatch) -> None:
    another_program(path)
    there = Path.exists
    monkeypatch.setattr(probe.Path, "exists", lambda file: file != path and there(file))
    with pytest.raises(NotJournalError):
        open_store(path)


def test_a_journal_that_cannot_be_written_is_said_and_can_be_read(path: Path, monkeypatch) -> None:
    fill(path, 1)
    writable = connection.connect
    monkeypatch.setattr(connection, "connect", lambda file, _mode, key: writable(file, "ro", key))
    with open_store(path) as store:
        with pytest.raises(ReadOnlyError):
            store.records.save(build_record())
        assert store.lists.tally(Filter()).negotiations == 1


def test_a_journal_that_cannot_be_opened_lets_go_of_the_file(path: Path, monkeypatch) -> None:
    fill(path, 1)
    path.unlink()
    path.touch()
    monkeypatch.setattr(connection, "PRAGMAS", ("foreign_keys = ON", "journal_mode = DELETE", "query_only = ON"))
    with pytest.raises(ReadOnlyError):
        open_store(path)
    assert path.read_bytes() == b""


def moved(path: Path) -> None:
    path.rename(path.with_name("elsewhere.db"))


def deleted(path: Path) -> None:
    path.unlink()


def replaced(path: Path) -> None:
    """Put another file in its place, as a program does that keeps folders the same on two machines."""
    shutil.copy(path, path.with_name("newer.db"))
    path.with_name("newer.db").rename(path)


@pytest.mark.parametrize("take_away", [moved, deleted, replaced])
def test_nothing_is_said_to_be_kept_in_a_file_that_is_no_longer_there(
    path: Path, take_away: Callable[[Path], None]
) -> None:
    with open_store(path) as store:
        store.records.save(build_record(1))
        take_away(path)
        with pytest.raises(UnreachableError, match="moved, deleted or replaced"):
            store.records.save(build_record(2))
        with pytest.raises(UnreachableError):
            store.drafts.put("new", "{}")
        assert store.lists.tally(Filter()).negotiations == 1


def test_a_file_that_was_put_back_is_written_again(path: Path) -> None:
    with open_store(path) as store:
        moved(path)
        with pytest.raises(UnreachableError):
            store.records.save(build_record(1))
        path.with_name("elsewhere.db").rename(path)
        store.records.save(build_record(1))
    with open_store(path) as store:
        assert store.records.get(build_record(1).id) == build_record(1)


def test_the_pragmas_hold_for_every_connection(path: Path) -> None:
    with open_store(path) as store:
        store.records.save(build_record())
        store.close()
        with store._database.reading() as connection:
            values = [connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in ("synchronous", "foreign_keys")]
        assert values == [2, 1]
        store.records.save(build_record(1))
