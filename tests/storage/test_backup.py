from __future__ import annotations

import hashlib
import resource
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from negojournal.domain.passphrase import Passphrase
from negojournal.errors import (
    CorruptError,
    FullError,
    NotJournalError,
    UnreachableError,
)
from negojournal.storage.backup import Source, opened, pinned
from negojournal.storage.header import is_encrypted
from negojournal.storage.soundness import faults
from negojournal.storage.store import open_store
from tests.builders import build_full_record, build_record

SECRET = Passphrase("correct horse battery")
pytestmark = pytest.mark.usefixtures("quick_keys")
either = pytest.mark.parametrize("passphrase", [None, SECRET], ids=["plain", "encrypted"])


def fill(path: Path, numbers: range, passphrase: Passphrase | None = None) -> None:
    with open_store(path, passphrase) as store:
        for number in numbers:
            store.records.save(build_full_record(number, title="words " * 30))


@contextmanager
def source(path: Path, passphrase: Passphrase | None = None) -> Iterator[Source]:
    held = pinned(path, passphrase)
    try:
        yield held
    finally:
        held.close()


def records_in(path: Path, passphrase: Passphrase | None = None) -> int:
    with opened(path, passphrase) as found:
        return found.records()


def names_in(folder: Path) -> set[str]:
    return {one.name for one in folder.iterdir()}


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def flip(path: Path, at: int) -> None:
    content = bytearray(path.read_bytes())
    content[at] ^= 0xFF
    path.write_bytes(content)


@either
def test_a_copy_holds_the_state_that_was_pinned_whatever_is_written_meanwhile(
    path: Path, tmp_path: Path, passphrase: Passphrase | None
):
    fill(path, range(3), passphrase)
    with open_store(path, passphrase) as store, source(path, passphrase) as held:
        store.records.save(build_record(9))
        held.copy_to(tmp_path / "copy.db", lambda _done, _total: store.records.save(build_record(10)))
    assert records_in(tmp_path / "copy.db", passphrase) == 3
    assert records_in(path, passphrase) == 5
    assert is_encrypted(tmp_path / "copy.db") is (passphrase is not None)
    assert faults(tmp_path / "copy.db", passphrase) == ()


@either
def test_a_copy_is_one_file_that_only_the_owner_reads(path: Path, tmp_path: Path, passphrase: Passphrase | None):
    fill(path, range(3), passphrase)
    folder = tmp_path / "kept"
    folder.mkdir()
    with source(path, passphrase) as held:
        held.copy_to(folder / "copy.db")
    assert names_in(folder) == {"copy.db"}
    assert (folder / "copy.db").stat().st_mode & 0o777 == 0o600
    assert records_in(folder / "copy.db", passphrase) == 3
    assert names_in(folder) == {"copy.db"}


def test_a_copy_tells_how_far_it_is(path: Path, tmp_path: Path):
    fill(path, range(3))
    told: list[tuple[int, int]] = []
    with source(path) as held:
        held.copy_to(tmp_path / "copy.db", lambda done, total: told.append((done, total)))
    assert told[-1][0] == told[-1][1] > 0


def test_the_bin_is_not_counted_and_what_is_empty_is_told(path: Path):
    fill(path, range(2))
    with open_store(path) as store, source(path) as held:
        store.records.bin([build_record(0).id], build_record(0).held_at.instant)
        assert held.records() == 2
        assert not held.is_empty()
    with source(path) as held:
        assert held.records() == 1


def test_a_new_journal_is_empty_and_one_with_a_draft_is_not(path: Path):
    with open_store(path) as store:
        with source(path) as held:
            assert held.is_empty()
            assert held.records() == 0
        store.drafts.put("new", "{}")
        with source(path) as held:
            assert not held.is_empty()


def test_a_blank_file_is_empty(path: Path):
    path.touch()
    with source(path) as held:
        assert held.is_empty()
        assert held.records() == 0


class StoppedError(Exception):
    pass


def stop(_done: int, _total: int) -> None:
    raise StoppedError


@either
def test_a_copy_stopped_half_way_leaves_the_earlier_one(path: Path, tmp_path: Path, passphrase: Passphrase | None):
    fill(path, range(3), passphrase)
    target = tmp_path / "copy.db"
    with source(path, passphrase) as held:
        held.copy_to(target)
        before, names = digest(target), names_in(tmp_path)
        with pytest.raises(StoppedError):
            held.copy_to(target, stop)
        assert (digest(target), names_in(tmp_path)) == (before, names)


@contextmanager
def largest_file(size: int) -> Iterator[None]:
    """Let no file grow beyond a size, as a full disk would."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, handler)


@either
def test_without_room_the_earlier_copy_stays(path: Path, tmp_path: Path, passphrase: Passphrase | None):
    fill(path, range(3), passphrase)
    target = tmp_path / "copy.db"
    with source(path, passphrase) as held:
        held.copy_to(target)
        before, names = digest(target), names_in(tmp_path)
        with largest_file(40_000), pytest.raises((FullError, UnreachableError)) as caught:
            held.copy_to(target)
        assert caught.value.path == target
        assert (digest(target), names_in(tmp_path)) == (before, names)


def test_a_folder_that_is_not_there_is_named(path: Path, tmp_path: Path):
    fill(path, range(1))
    with source(path) as held, pytest.raises(UnreachableError, match="gone"):
        held.copy_to(tmp_path / "gone" / "copy.db")


def test_a_copy_of_a_damaged_journal_is_not_kept(path: Path, tmp_path: Path):
    fill(path, range(9))
    # An index that lacks what its table has is sound page by page.
    with open_store(path) as store:
        database = store._database
        with database.writing() as connection:
            connection.exec_driver_sql("PRAGMA writable_schema = ON")
            connection.exec_driver_sql("UPDATE sqlite_master SET sql = replace(sql, '(outcome,', '(status,')")
    with source(path) as held, pytest.raises(CorruptError) as caught:
        held.copy_to(tmp_path / "copy.db")
    assert caught.value.path == path
    assert not (tmp_path / "copy.db").exists()


def test_a_copy_of_an_encrypted_journal_with_a_flipped_byte_is_not_kept(path: Path, tmp_path: Path):
    fill(path, range(20), SECRET)
    flip(path, path.stat().st_size - 2000)
    with source(path, SECRET) as held, pytest.raises(CorruptError) as caught:
        held.copy_to(tmp_path / "copy.db")
    assert caught.value.path == path
    assert not (tmp_path / "copy.db").exists()


def test_what_is_no_journal_is_not_pinned(path: Path):
    path.write_bytes(b"no database at all, but long enough to be looked at " * 100)
    with pytest.raises(NotJournalError):
        pinned(path, None)
