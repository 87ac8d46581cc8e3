"""Another passphrase: all of it comes along, and whatever happens, the old or the new one opens the journal."""

from __future__ import annotations

import hashlib
import os
import resource
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from negojournal.domain.filter import Filter
from negojournal.domain.passphrase import Passphrase
from negojournal.domain.review import Review
from negojournal.errors import (
    EncryptedError,
    FullError,
    LockedError,
    ReadOnlyError,
    StorageError,
    UnreachableError,
    WrongPassphraseError,
)
from negojournal.storage import conversion
from negojournal.storage import rekey as module
from negojournal.storage.beside import part_of
from negojournal.storage.connection import connect
from negojournal.storage.header import PAGE, is_encrypted
from negojournal.storage.hold import put_in_place
from negojournal.storage.probe import looking
from negojournal.storage.rekey import rekey, settle
from negojournal.storage.revision import REVISIONS
from negojournal.storage.store import open_store
from tests.builders import EPOCH, build_full_record, build_record

OLD = Passphrase("the bridge is grün")
NEW = Passphrase("x'quoted\" and; much longer")
MARK = "Marzipanfabrik"
WAYS = [(None, NEW), (OLD, NEW), (OLD, None)]
COUNT, FEW = 6, 3

pytestmark = pytest.mark.usefixtures("quick_keys")

Keys = tuple[Passphrase | None, Passphrase | None]


EXPORT = conversion._export

DATA = Path(__file__).parents[1] / "data"

QUICK = "from tests.quick_key import derive_keys_quickly\nderive_keys_quickly()\n"


class StoppedError(Exception):
    """Stop, as the user does."""


def fill(path: Path, passphrase: Passphrase | None, count: int = COUNT) -> None:
    """Keep records whose rows have a gap in their numbers."""
    with open_store(path, passphrase) as store:
        for number in range(count):
            store.records.save(build_full_record(number, title=f"{MARK} {number}"))
        store.records.bin([build_record(1).id], EPOCH)
        store.records.purge(EPOCH + timedelta(days=1))


def assert_whole(path: Path, passphrase: Passphrase | None, count: int = COUNT) -> None:
    """Hold that a file opens, that it is encrypted if it should be, and that everything is in it and found."""
    assert is_encrypted(path) is (passphrase is not None)
    assert (MARK.encode() in path.read_bytes()) is (passphrase is None)
    kept = [build_full_record(number, title=f"{MARK} {number}") for number in {*range(count)} - {1}]
    with open_store(path, passphrase) as store:
        assert {one.id: one for one in store.records.load(record.id for record in kept)} == {
            one.id: one for one in kept
        }
        for record in kept:
            found = store.lists.page(Filter(search=record.title)).lines
            assert [one.id for one in found] == [record.id]
        store.records.save(build_record(99))


def copies_of(path: Path, passphrase: Passphrase | None) -> tuple[Path, ...]:
    """Make two copies, as backups are, one of them in a folder of its own."""
    copies = (path.with_name("copy.db"), path.with_name("backups") / "copy.db")
    for copy in copies:
        copy.parent.mkdir(exist_ok=True)
        fill(copy, passphrase)
    return copies


def files_of(folder: Path) -> dict[str, str]:
    """Return what is in a folder and what each file holds: what SQLite keeps beside is left out, and how it logs."""
    files = (file for file in folder.rglob("*") if file.is_file() and not file.name.endswith(("-wal", "-shm")))
    return {str(file.relative_to(folder)): hashlib.sha256(file.read_bytes()[PAGE:]).hexdigest() for file in files}


@pytest.mark.parametrize("keys", WAYS)
def test_everything_comes_along_and_nothing_is_left_beside(path: Path, keys: Keys) -> None:
    fill(path, keys[0])
    copies = copies_of(path, keys[0])
    assert rekey(path, keys, copies) == ()
    assert sorted(files_of(path.parent)) == ["backups/copy.db", "copy.db", "journal.db"]
    for file in (path, *copies):
        assert file.stat().st_mode & 0o777 == 0o600
        assert_whole(file, keys[1])


@pytest.mark.parametrize("keys", WAYS)
def test_what_waits_in_the_log_comes_along(path: Path, keys: Keys) -> None:
    fill(path, keys[0])
    script = (
        "import os, sys\nfrom pathlib import Path\nfrom negojournal.storage.store import open_store\n"
        "from negojournal.domain.passphrase import Passphrase\nfrom tests.builders import EPOCH, build_full_record\n"
        "key = Passphrase(sys.argv[2]) if sys.argv[2] else None\n"
        f"{QUICK}"
        "store = open_store(Path(sys.argv[1]), key)\n"
        f"store.records.save(build_full_record({COUNT}, title='{MARK} {COUNT}'))\nos._exit(9)\n"
    )
    run(script, path, keys[0].text if keys[0] else "")
    assert path.with_name("journal.db-wal").stat().st_size
    rekey(path, keys)
    assert list(path.parent.iterdir()) == [path]
    assert_whole(path, keys[1], COUNT + 1)


@pytest.mark.parametrize("release", REVISIONS)
def test_a_journal_of_an_older_version_comes_along(path: Path, release: str) -> None:
    """Backups are as old as the day they were made."""
    kept = path.with_name("kept.db")
    for copy in (path, kept):
        shutil.copy(DATA / f"schema-{release}.db", copy)
    assert rekey(path, (None, NEW)) == ()
    with looking(path, NEW) as connection:
        assert connection.execute("SELECT version_num FROM alembic_version").fetchone() == (release,)
    assert rekey(path, (NEW, None)) == ()
    with open_store(path) as store, open_store(kept) as before:
        assert store.lists.page(Filter()).lines == before.lists.page(Filter()).lines != ()


@pytest.mark.parametrize("text", [f"x'{'0f' * 32}'", f"x'{'0f' * 48}'", "'; DROP TABLE negotiation; --", "😀" * 40])
def test_no_passphrase_means_anything_but_itself(path: Path, text: str) -> None:
    fill(path, OLD)
    assert rekey(path, (OLD, Passphrase(text))) == ()
    assert_whole(path, Passphrase(text))
    assert not opens(path, Passphrase(text + " "))


def test_a_journal_that_was_replaced_while_it_was_open_is_left_as_it_is(path: Path) -> None:
    with open_store(path) as store:
        store.records.save(build_record(1))
        shutil.copy(path, path.with_name("newer.db"))
        path.with_name("newer.db").rename(path)
        before = files_of(path.parent)
        with pytest.raises(UnreachableError, match="replaced"):
            store.rekey(NEW)
        assert files_of(path.parent) == before


def test_a_link_stays_one_and_what_is_behind_it_is_encrypted(path: Path) -> None:
    behind = path.with_name("behind.db")
    fill(behind, None)
    path.symlink_to(behind)
    rekey(path, (None, NEW))
    assert path.is_symlink()
    assert_whole(behind, NEW)


def test_a_wrong_passphrase_changes_nothing(path: Path) -> None:
    fill(path, OLD)
    copies = copies_of(path, OLD)
    before = files_of(path.parent)
    with pytest.raises(WrongPassphraseError, match="doesn’t open"):
        rekey(path, (NEW, None), copies)
    with pytest.raises(EncryptedError, match="give its passphrase"):
        rekey(path, (None, NEW), copies)
    assert files_of(path.parent) == before


@pytest.mark.parametrize("keys", WAYS)
def test_while_another_program_has_it_open_nothing_is_changed(path: Path, keys: Keys) -> None:
    fill(path, keys[0])
    copies = copies_of(path, keys[0])
    before = files_of(path.parent)
    with open_store(path, keys[0]) as other:
        with pytest.raises(LockedError):
            rekey(path, keys, copies)
        assert files_of(path.parent) == before
        other.records.save(build_record(50))
        with pytest.raises(LockedError):
            rekey(path, keys, copies)
    assert rekey(path, keys, copies) == ()


def test_no_other_program_can_open_it_meanwhile(path: Path, monkeypatch) -> None:
    monkeypatch.setattr("negojournal.storage.connection.BUSY_SECONDS", 0.05)
    fill(path, OLD)
    refused = []

    def progress(_done: int, _total: int) -> None:
        with pytest.raises(LockedError):
            open_store(path, OLD)
        refused.append(path)

    rekey(path, (OLD, NEW), (), progress)
    assert refused


def test_progress_comes_to_its_end_and_can_be_stopped(path: Path, monkeypatch) -> None:
    monkeypatch.setattr(conversion, "BEAT", 200)
    fill(path, OLD)
    copies = copies_of(path, OLD)
    before = files_of(path.parent)
    told: list[tuple[int, int]] = []

    def stop_at(most: int):
        def progress(done: int, total: int) -> None:
            told.append((done, total))
            if len(told) > most:
                raise StoppedError

        return progress

    for most in (0, 3, 30):
        told.clear()
        with pytest.raises(StoppedError):
            rekey(path, (OLD, NEW), copies, stop_at(most))
        assert files_of(path.parent) == before
    told.clear()
    assert rekey(path, (OLD, NEW), copies, stop_at(10**9)) == ()
    assert told == sorted(told)
    assert told[-1][0] == told[-1][1]
    assert_whole(path, NEW)


@pytest.mark.parametrize("keys", WAYS)
def test_a_full_disk_leaves_everything_as_it_was(path: Path, keys: Keys) -> None:
    fill(path, keys[0])
    copies = copies_of(path, keys[0])
    before = files_of(path.parent)
    with largest_file(path.stat().st_size // 2), pytest.raises((FullError, UnreachableError)):
        rekey(path, keys, copies)
    assert files_of(path.parent) == before
    assert_whole(path, keys[0])


def test_a_full_disk_is_said_however_late_it_is_found_out(path: Path) -> None:
    """What doesn't fit into memory is written while SQLite copies, which then has only words for what went wrong."""
    with open_store(path) as store:
        for number in range(4):
            store.records.save(build_record(number, review=Review(summary=f"Marzipan {number} " * 60_000)))
    before = files_of(path.parent)
    with largest_file(path.stat().st_size // 3), pytest.raises((FullError, UnreachableError)):
        rekey(path, (None, NEW), (), lambda _done, _total: None)
    assert files_of(path.parent) == before


def test_a_full_disk_at_a_copy_leaves_everything_as_it_was(path: Path, monkeypatch) -> None:
    fill(path, OLD)
    copies = copies_of(path, OLD)
    before = files_of(path.parent)
    export = conversion._export

    def fill_up(source, part: Path, passphrase: Passphrase | None) -> None:
        if part == part_of(copies[1]):
            raise FullError(part, "There is no room left.")
        export(source, part, passphrase)

    monkeypatch.setattr(conversion, "_export", fill_up)
    with pytest.raises(FullError):
        rekey(path, (OLD, NEW), copies)
    assert files_of(path.parent) == before


def test_a_folder_that_cannot_be_written_is_said(path: Path, monkeypatch) -> None:
    fill(path, OLD)

    def refuse(*_args: object) -> int:
        raise PermissionError(13, "no")

    with monkeypatch.context() as patch:
        patch.setattr(os, "open", refuse)
        with pytest.raises(ReadOnlyError):
            rekey(path, (OLD, NEW))
    assert list(path.parent.iterdir()) == [path]
    assert_whole(path, OLD)


def loses_a_row(source: Any, part: Path, passphrase: Passphrase | None) -> None:
    EXPORT(source, part, passphrase)
    with closing(connect(part, "rw", passphrase)) as connection:
        connection.execute("DELETE FROM answer")


def numbers_anew(source: Any, part: Path, passphrase: Passphrase | None) -> None:
    EXPORT(source, part, passphrase)
    with closing(connect(part, "rw", passphrase)) as connection:
        connection.execute("UPDATE negotiation SET rowid = rowid + 1000")


def forgets_the_passphrase(source: Any, part: Path, passphrase: Passphrase | None) -> None:
    EXPORT(source, part, None)


@pytest.mark.parametrize("spoil", [loses_a_row, numbers_anew, forgets_the_passphrase])
def test_a_new_file_that_is_not_the_same_takes_no_place(path: Path, monkeypatch, spoil: Callable[..., None]) -> None:
    fill(path, OLD)
    monkeypatch.setattr(conversion, "_export", spoil)
    with pytest.raises(StorageError):
        rekey(path, (OLD, NEW))
    monkeypatch.undo()
    assert list(path.parent.iterdir()) == [path]
    assert_whole(path, OLD)


def test_copies_that_cannot_be_converted_are_named(path: Path) -> None:
    fill(path, OLD)
    stranger, damaged, absent, done, odd = (path.with_name(f"{name}.db") for name in ("1", "2", "3", "4", "5"))
    fill(stranger, Passphrase("a former one"))
    damaged.write_bytes(b"SQLite format 3\0" + b"no more of it" * 999)
    fill(done, NEW)
    with open_store(odd, OLD) as store, store._database.writing() as connection:
        connection.exec_driver_sql("PRAGMA writable_schema = ON")
        connection.exec_driver_sql(
            "UPDATE sqlite_master SET sql = replace(sql, 'text, content', 'text, contents') WHERE name = 'search'"
        )
    assert rekey(path, (OLD, NEW), (stranger, damaged, absent, done, odd)) == (stranger, damaged, absent, odd)
    assert_whole(stranger, Passphrase("a former one"))
    assert_whole(done, NEW)
    assert not list(path.parent.glob("*.part"))


def no_room(_source: object, part: Path, _passphrase: Passphrase | None) -> None:
    raise FullError(part, "There is no room left.")


def test_a_copy_that_cannot_be_replaced_is_named_and_follows_later(path: Path, monkeypatch) -> None:
    fill(path, None)
    copies = copies_of(path, None)

    def refuse(part: Path, target: Path, holder: object = None) -> None:
        if target == copies[0]:
            raise ReadOnlyError(target, "no")
        put_in_place(part, target, holder)

    with monkeypatch.context() as patch:
        patch.setattr(module, "put_in_place", refuse)
        assert rekey(path, (None, NEW), copies) == copies[:1]
        assert settle(path, NEW, copies) == copies[:1]
        patch.setattr(conversion, "_export", no_room)
        assert settle(path, NEW, copies) == copies[:1]
    assert settle(path, NEW, copies) == ()
    for file in (path, *copies):
        assert_whole(file, NEW)


def test_the_log_of_a_copy_is_taken_away_with_it(path: Path) -> None:
    fill(path, None)
    aside = path.with_name("journal-before-restore.db")
    with open_store(path) as store:
        store.records.save(build_record(60, title="Marzipan in the log"))
        for ending in ("", "-wal"):
            shutil.copy(path.with_name(f"journal.db{ending}"), aside.with_name(aside.name + ending))
    assert rekey(path, (None, NEW), (aside,)) == ()
    assert not list(path.parent.glob("*-wal")) + list(path.parent.glob("*-shm"))
    assert_whole(aside, NEW)
    with open_store(aside, NEW) as store:
        assert store.lists.tally(Filter(search="log")).negotiations == 1


KILL = """
import itertools, os, shutil, signal, sys
from pathlib import Path
from negojournal.domain.passphrase import Passphrase
from negojournal.storage import conversion, rekey
from tests.quick_key import derive_keys_quickly

derive_keys_quickly()
conversion.BEAT = 20_000
folder, old, new = Path(sys.argv[1]), *(Passphrase(one) if one else None for one in sys.argv[2:])

def convert(place, last):
    events = itertools.count()
    def strike(*_):
        if next(events) == last:
            os.kill(os.getpid(), signal.SIGKILL)
    sys.addaudithook(lambda event, _: event in ("open", "os.rename", "os.remove") and strike())
    rekey.rekey(place / "journal.db", (old, new), (place / "copy.db",), strike)
    os._exit(0)

for last in itertools.count():
    place = folder.with_name(f"killed-{last}")
    shutil.copytree(folder, place)
    child = os.fork()
    if not child:
        convert(place, last)
    if (status := os.waitpid(child, 0)[1]) != signal.SIGKILL:
        break
print(last)
sys.exit(os.waitstatus_to_exitcode(status))
"""


@pytest.mark.slow
@pytest.mark.parametrize("keys", WAYS)
def test_killed_anywhere_the_old_or_the_new_one_opens_it(tmp_path: Path, keys: Keys) -> None:
    """Kill at every file that is opened, renamed or removed, and while the new files are being written."""
    folder = tmp_path / "whole"
    folder.mkdir()
    fill(folder / "journal.db", keys[0], FEW)
    fill(folder / "copy.db", keys[0], FEW)
    rounds = int(run(KILL, folder, *(key.text if key else "" for key in keys)))
    assert rounds > 20
    left = {state_of(folder): folder for folder in (tmp_path / f"killed-{number}" for number in range(rounds))}
    assert {assert_settled(folder, keys) for folder in left.values()} == {*keys}


def state_of(folder: Path) -> tuple[object, ...]:
    """Return what tells apart what kills have left."""
    return tuple((file.name, file.stat().st_size, is_encrypted(file)) for file in sorted(folder.iterdir()))


def assert_settled(folder: Path, keys: Keys) -> Passphrase | None:
    """Hold that one of both opens what a kill left, and that the copies follow; return which."""
    path, copy = folder / "journal.db", folder / "copy.db"
    opening = next(key for key in keys if opens(path, key))
    with open_store(path, opening):
        assert settle(path, opening, (copy,)) == ()
    assert sorted(file.name for file in folder.iterdir()) == ["copy.db", "journal.db"]
    for file in (path, copy):
        assert_whole(file, opening, FEW)
    return opening


def opens(path: Path, passphrase: Passphrase | None) -> bool:
    try:
        with looking(path, passphrase):
            return True
    except StorageError:
        return False


def run(script: str, *arguments: object) -> str:
    done = subprocess.run(
        [sys.executable, "-c", script, *map(str, arguments)], capture_output=True, text=True, check=False
    )
    assert done.stderr == ""
    return done.stdout


@contextmanager
def largest_file(size: int) -> Iterator[None]:
    """Let no file grow beyond a size, as on a disk that is full."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
