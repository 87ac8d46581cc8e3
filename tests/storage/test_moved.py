"""A file that is moved while it is open, and what comes in its place: each keeps what is its own."""

from __future__ import annotations

import os
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2 as driver

from negojournal.domain.filter import Filter
from negojournal.domain.passphrase import Passphrase
from negojournal.errors import UnreachableError
from negojournal.storage.backup import opened
from negojournal.storage.store import Store, open_store
from tests.builders import build_record

ENVIRONMENT = os.environ | {"PYTHONPATH": str(Path(__file__).parents[2])}

WRITE = """
import sys
from pathlib import Path
from negojournal.storage.store import open_store
from tests.builders import build_record
with open_store(Path(sys.argv[1])) as store:
    store.records.save(build_record(int(sys.argv[2]), title=f"Theirs {sys.argv[2]}"))
"""


@pytest.fixture(params=[None, Passphrase("a long passphrase")], ids=["plain", "encrypted"])
def key(request: pytest.FixtureRequest) -> Passphrase | None:
    return request.param


def titles(path: Path, key: Passphrase | None) -> list[str]:
    with closing(open_store(path, key)) as store:
        return [record.title for record in store.records.walk(Filter())]


def written(path: Path, key: Passphrase | None, *names: str) -> Store:
    store = open_store(path, key)
    for number, name in enumerate(names):
        store.records.save(build_record(number, title=name))
    return store


@pytest.mark.parametrize("is_noticed", [True, False])
def test_what_was_kept_moves_with_the_file_and_nothing_of_it_into_another(
    tmp_path: Path, key: Passphrase | None, *, is_noticed: bool
) -> None:
    path, away, other = tmp_path / "journal.db", tmp_path / "away.db", tmp_path / "other.db"
    with closing(written(path, key, "Mine", "Mine too")) as store:
        written(other, key, "Theirs").close()
        path.rename(away)
        other.rename(path)
        if is_noticed:
            with pytest.raises(UnreachableError, match="moved, deleted or replaced"):
                store.data_version()
            assert titles(path, key) == ["Theirs"]
    assert titles(path, key) == ["Theirs"]
    assert titles(away, key) == ["Mine", "Mine too"]


@pytest.mark.slow
def test_what_others_write_into_the_file_that_came_stays_in_it(tmp_path: Path) -> None:
    """Another process, since SQLite tells the locks of one process from each other by the file itself."""
    path, away, other = tmp_path / "journal.db", tmp_path / "away.db", tmp_path / "other.db"
    with closing(written(path, None, "Mine")) as store:
        written(other, None, "Theirs").close()
        path.rename(away)
        other.rename(path)
        for number in ("1", "2"):
            with pytest.raises(UnreachableError):
                store.data_version()
            subprocess.run([sys.executable, "-c", WRITE, str(path), number], env=ENVIRONMENT, check=True)
    assert titles(path, None) == ["Theirs", "Theirs 1", "Theirs 2"]
    assert titles(away, None) == ["Mine"]


def test_a_file_that_was_moved_is_read_no_more(tmp_path: Path, key: Passphrase | None) -> None:
    path = tmp_path / "journal.db"
    with closing(written(path, key, "Mine")) as store:
        path.rename(tmp_path / "away.db")
        for _ in range(2):
            with pytest.raises(UnreachableError):
                store.data_version()
        with pytest.raises(UnreachableError):
            store.records.get(build_record(0).id)


def test_a_file_that_is_back_is_read_and_written_again(tmp_path: Path, key: Passphrase | None) -> None:
    path, away = tmp_path / "journal.db", tmp_path / "away.db"
    with closing(written(path, key, "Mine")) as store:
        path.rename(away)
        with pytest.raises(UnreachableError):
            store.data_version()
        with pytest.raises(UnreachableError):
            store.records.save(build_record(1, title="Not yet"))
        away.rename(path)
        store.data_version()
        store.records.save(build_record(1, title="Now"))
    assert titles(path, key) == ["Mine", "Now"]


def test_a_file_that_was_deleted_while_it_was_open_leaves_nothing_to_the_next(tmp_path: Path) -> None:
    path = tmp_path / "journal.db"
    with closing(written(path, None, "Mine")) as store:
        path.unlink()
        with pytest.raises(UnreachableError):
            store.data_version()
    written(path, None, "New").close()
    assert titles(path, None) == ["New"]


@pytest.mark.parametrize("gone", [("-wal",), ("-wal", "-shm")])
def test_what_is_kept_after_the_log_was_deleted_outlives_a_crash(
    tmp_path: Path, key: Passphrase | None, gone: tuple[str, ...]
) -> None:
    path, copy = tmp_path / "journal.db", tmp_path / "copy.db"
    with closing(written(path, key, "Before")) as store:
        for ending in gone:
            path.with_name(path.name + ending).unlink()
        store.records.save(build_record(1, title="After"))
        for ending in ("", "-wal"):  # what a crash would leave
            copy.with_name(copy.name + ending).write_bytes(path.with_name(path.name + ending).read_bytes())
        assert titles(copy, key) == ["Before", "After"]


def test_a_look_finds_that_the_log_was_deleted(tmp_path: Path) -> None:
    path = tmp_path / "journal.db"
    with closing(written(path, None, "Mine")) as store:
        path.with_name("journal.db-wal").unlink()
        store.data_version()
        subprocess.run([sys.executable, "-c", WRITE, str(path), "1"], env=ENVIRONMENT, check=True)
        store.records.save(build_record(2, title="Mine again"))
    assert titles(path, None) == ["Mine", "Theirs 1", "Mine again"]


def test_nothing_is_written_beside_a_log_of_others(tmp_path: Path) -> None:
    path = tmp_path / "journal.db"
    with closing(written(path, None, "Mine")) as store:
        for ending in ("-wal", "-shm"):
            path.with_name(path.name + ending).unlink()
        path.with_name("journal.db-wal").write_bytes(b"theirs")
        for _ in range(2):
            with pytest.raises(UnreachableError, match="moved, deleted or replaced"):
                store.records.save(build_record(2, title="Lost"))
        with pytest.raises(UnreachableError):
            store.data_version()


def test_a_log_that_is_still_read_is_not_left(tmp_path: Path) -> None:
    path = tmp_path / "journal.db"
    with closing(written(path, None, "Mine")) as store:
        with closing(store.pinned()):
            path.with_name("journal.db-wal").unlink()
            with pytest.raises(UnreachableError):
                store.records.save(build_record(1, title="Refused"))
        store.records.save(build_record(2, title="Kept"))
    assert titles(path, None) == ["Mine", "Kept"]


def test_a_link_is_looked_at_together_with_the_log_where_it_leads(tmp_path: Path) -> None:
    path, link = tmp_path / "journal.db", tmp_path / "elsewhere" / "link.db"
    link.parent.mkdir()
    link.symlink_to(path)
    with closing(written(path, None, "Mine")), opened(link, None) as source:
        assert source.records() == 1


def test_a_log_that_cannot_be_written_into_the_file_is_not_left(tmp_path: Path, monkeypatch) -> None:
    path = tmp_path / "journal.db"

    def refuse() -> None:
        raise driver.OperationalError("disk I/O error")

    with closing(written(path, None, "Mine")) as store:
        path.with_name("journal.db-wal").unlink()
        with monkeypatch.context() as patch:
            patch.setattr(store._database._engine, "raw_connection", refuse)
            with pytest.raises(UnreachableError):
                store.data_version()
        store.data_version()
    assert titles(path, None) == ["Mine"]
