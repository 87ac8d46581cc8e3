"""A file that is held alone, and what takes its place."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest

from negojournal.domain.filter import Filter
from negojournal.domain.passphrase import Passphrase
from negojournal.errors import LockedError, UnreachableError
from negojournal.storage import connection, hold
from negojournal.storage.connection import connect
from negojournal.storage.disk import settle_folder
from negojournal.storage.hold import held, put_in_place
from negojournal.storage.rekey import rekey
from negojournal.storage.store import open_store
from tests.builders import build_record

KEY = Passphrase("the bridge is grün")
pytestmark = pytest.mark.usefixtures("quick_keys")


@pytest.fixture
def other(path: Path) -> Path:
    """Make a journal with two records, and return one with three that is to take its place."""
    for place, count in ((path, 2), (path.with_name("other.db"), 3)):
        with open_store(place) as store:
            for number in range(count):
                store.records.save(build_record(number, title=f"Marzipan {number}"))
    return path.with_name("other.db")


def count(path: Path, passphrase: Passphrase | None = None) -> int:
    with open_store(path, passphrase) as store:
        return store.lists.tally(Filter()).negotiations


def test_what_is_held_is_held_alone_until_it_is_left(path: Path, other: Path, monkeypatch) -> None:
    monkeypatch.setattr(connection, "BUSY_SECONDS", 0.05)
    with held(path, None), pytest.raises(LockedError), held(path, None):
        pass
    with held(path, None), pytest.raises(LockedError):
        count(path)
    assert count(path) == 2


def test_nothing_is_left_beside_what_is_held(path: Path, other: Path) -> None:
    with held(path, None):
        assert sorted(path.parent.iterdir()) == [path, other]


class Hasty:
    """Go back to a log in the moment between leaving it and locking the file, as another program could."""

    def __init__(self, path: Path) -> None:
        self._connection, self._path = connect(path, "rw"), path

    def execute(self, statement: str):
        if statement == "BEGIN EXCLUSIVE":
            with closing(connect(self._path, "rw")) as other:
                other.execute("PRAGMA journal_mode = WAL")
        return self._connection.execute(statement)

    def close(self) -> None:
        self._connection.close()


def test_a_log_that_is_begun_in_between_is_no_reason_to_go_on(path: Path, other: Path, monkeypatch) -> None:
    monkeypatch.setattr(hold, "connect", lambda file, _mode, _key: Hasty(file))
    with pytest.raises(LockedError), held(path, None):
        pass
    assert count(path) == 2


@pytest.mark.parametrize("passphrase", [None, KEY])
def test_another_file_takes_its_place(path: Path, other: Path, passphrase: Passphrase | None) -> None:
    if passphrase:
        rekey(other, (None, passphrase))
    with held(path, None) as holder:
        put_in_place(other, path, holder)
    assert list(path.parent.iterdir()) == [path]
    assert count(path, passphrase) == 3


def test_what_an_encrypted_file_takes_the_place_of_is_overwritten(path: Path, other: Path) -> None:
    rekey(other, (None, KEY))
    with path.open("rb") as old:
        with held(path, None) as holder:
            put_in_place(other, path, holder)
        content = old.read()
    assert len(content) > 4096
    assert not content.strip(b"\0")


def test_what_has_another_name_is_left_as_it_is(path: Path, other: Path) -> None:
    """Some keep their own copies by a second name."""
    rekey(other, (None, KEY))
    kept = path.with_name("kept.db")
    kept.hardlink_to(path)
    put_in_place(other, path)
    assert count(kept) == 2
    assert count(path, KEY) == 3


def test_what_an_open_file_takes_the_place_of_is_left_as_it_is(path: Path, other: Path) -> None:
    with path.open("rb") as old:
        put_in_place(other, path)
        assert b"Marzipan 1" in old.read()


def test_until_the_new_name_is_on_the_disk_nothing_is_overwritten(path: Path, other: Path, monkeypatch) -> None:
    rekey(other, (None, KEY))
    monkeypatch.setattr(hold, "settle_folder", lambda folder: False)
    with path.open("rb") as old:
        put_in_place(other, path)
        assert b"Marzipan 1" in old.read()


def test_what_cannot_be_overwritten_has_been_replaced_all_the_same(path: Path, other: Path, monkeypatch) -> None:
    def refuse(*_args: object) -> int:
        raise OSError(28, "full")

    rekey(other, (None, KEY))
    monkeypatch.setattr(os, "write", refuse)
    put_in_place(other, path)
    monkeypatch.undo()
    assert count(path, KEY) == 3


WAIT = """
import sys
from pathlib import Path
from negojournal.storage import connection, store
connection.BUSY_SECONDS = 20
try:
    with store.open_store(Path(sys.argv[1])):
        print("opened", flush=True)
        sys.stdin.readline()
except Exception as error:
    print(type(error).__name__, flush=True)
"""


def test_a_program_that_waited_for_the_lock_does_no_harm(path: Path, other: Path) -> None:
    """It has the old file open, and would take the new file's log for its own, and delete it in the end.

    SQLite sees that the file has lost its name when it begins a log of its own: so the journal must have left its log.
    """
    command = [sys.executable, "-c", WAIT, str(path)]
    with held(path, None) as holder:
        waiting = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        wait_until_open(waiting.pid, path)
        time.sleep(0.2)
        put_in_place(other, path, holder)
    with waiting:
        assert waiting.stdout
        said = waiting.stdout.readline()
        with open_store(path) as store:
            store.records.save(build_record(9))
            waiting.communicate("close\n")
            kept = path.with_name("kept.db")
            for ending in ("", "-wal"):
                shutil.copy(f"{path}{ending}", f"{kept}{ending}")
    assert count(kept) == 4
    assert said == "ReadOnlyError\n"


def wait_until_open(pid: int, path: Path) -> None:
    folder = Path(f"/proc/{pid}/fd")
    if not folder.is_dir():
        pytest.skip("this system doesn’t say which files a program has open")
    for _ in range(200):
        if any(os.path.realpath(one) == str(path) for one in folder.iterdir()):
            return
        time.sleep(0.05)
    pytest.fail("it never opened the file")


def test_a_place_that_is_not_there_is_said(path: Path, other: Path) -> None:
    with pytest.raises(UnreachableError):
        put_in_place(other, path.with_name("absent.db"))
    with pytest.raises(UnreachableError):
        put_in_place(path.with_name("absent.db"), path)
    assert count(path) == 2


def test_a_folder_whose_names_cannot_be_waited_for_is_told(tmp_path: Path, monkeypatch) -> None:
    assert settle_folder(tmp_path)
    assert not settle_folder(tmp_path / "absent")

    def refuse(_descriptor: int) -> None:
        raise OSError(22, "not for folders")

    monkeypatch.setattr(os, "fsync", refuse)
    assert not settle_folder(tmp_path)


@pytest.fixture
def closed_only(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let only files that nobody has open be replaced, as on Windows."""
    monkeypatch.setattr(hold, "REPLACES_OPEN_FILES", False)


@pytest.mark.usefixtures("closed_only")
def test_where_open_files_stay_the_lock_is_let_go_first(path: Path, other: Path) -> None:
    with held(path, None) as holder:
        put_in_place(other, path, holder)
        with pytest.raises(Exception, match="closed"):
            holder.execute("SELECT 1")
    assert count(path) == 3


@pytest.mark.usefixtures("closed_only")
def test_where_open_files_stay_what_another_program_has_open_is_locked(path: Path, other: Path, monkeypatch) -> None:
    def refuse(_self: Path, _target: Path) -> None:
        raise PermissionError(13, "in use")

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(LockedError):
        put_in_place(other, path)
    assert count(path) == 2


@pytest.mark.usefixtures("closed_only")
def test_where_open_files_stay_what_is_written_in_between_is_not_lost(path: Path, other: Path) -> None:
    class Letting:
        def close(self) -> None:
            with open_store(path) as store:
                store.records.save(build_record(5))

    with pytest.raises(LockedError):
        put_in_place(other, path, Letting())
    assert count(path) == 3


class Slow(Hasty):
    """Get the lock only once another file has taken the place of the one that was opened."""

    def execute(self, statement: str):
        if statement == "BEGIN EXCLUSIVE":
            self._path.with_name("other.db").replace(self._path)
        return self._connection.execute(statement)


def test_a_file_that_another_has_taken_the_place_of_is_not_held(path: Path, other: Path, monkeypatch) -> None:
    monkeypatch.setattr(hold, "connect", lambda file, _mode, _key: Slow(file))
    with pytest.raises(LockedError), held(path, None):
        pass
    assert count(path) == 3
