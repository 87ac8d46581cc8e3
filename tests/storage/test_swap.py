"""A finished journal takes the place of another, which is kept aside whatever state it is in."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from negojournal.domain.passphrase import Passphrase
from negojournal.errors import LockedError, NotJournalError, UnreachableError
from negojournal.storage import swap as swapping
from negojournal.storage.backup import opened
from negojournal.storage.beside import side_files
from negojournal.storage.connection import connect
from negojournal.storage.soundness import faults
from negojournal.storage.store import open_store
from negojournal.storage.swap import swap
from tests.builders import build_record

SECRET = Passphrase("correct horse battery")
pytestmark = pytest.mark.usefixtures("quick_keys")
either = pytest.mark.parametrize("passphrase", [None, SECRET], ids=["plain", "encrypted"])


def fill(path: Path, numbers: range, passphrase: Passphrase | None = None) -> Path:
    with open_store(path, passphrase) as store:
        for number in numbers:
            store.records.save(build_record(number))
    return path


def records_in(path: Path, passphrase: Passphrase | None = None) -> int:
    with opened(path, passphrase) as found:
        return found.records()


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def digests(folder: Path) -> dict[str, str]:
    """Return what is in a folder, but for what SQLite makes again to read a log."""
    return {one.name: digest(one) for one in folder.iterdir() if not one.name.endswith("-shm")}


def left_by_a_kill(path: Path, passphrase: Passphrase | None = None) -> None:
    """Leave a journal with a log beside it that holds all of its records."""
    other = path.with_name("killed")
    other.mkdir()
    with open_store(other / path.name, passphrase) as store:
        store.records.save(build_record(1))
        for one in (path, *side_files(path)):
            if (other / one.name).exists():
                shutil.copyfile(other / one.name, one)
    shutil.rmtree(other)


@pytest.fixture
def finished(tmp_path: Path) -> Path:
    return fill(tmp_path / "finished.part", range(7))


@pytest.fixture
def aside(tmp_path: Path) -> Path:
    return tmp_path / "aside.db"


@either
def test_the_finished_one_is_in_place_and_the_present_one_aside(
    path: Path, finished: Path, aside: Path, passphrase: Passphrase | None
):
    fill(path, range(2), passphrase)
    assert swap(path, finished, aside, passphrase)
    assert records_in(path) == 7
    assert records_in(aside, passphrase) == 2
    assert {one.name for one in path.parent.iterdir()} == {"journal.db", "aside.db"}


@either
def test_what_waits_in_the_log_of_a_sound_journal_goes_into_it(
    path: Path, finished: Path, aside: Path, passphrase: Passphrase | None
):
    left_by_a_kill(path, passphrase)
    assert swap(path, finished, aside, passphrase)
    assert records_in(path) == 7
    assert records_in(aside, passphrase) == 1
    assert {one.name for one in path.parent.iterdir()} == {"journal.db", "aside.db"}


def test_a_broken_journal_goes_aside_as_it_is_with_its_log(path: Path, finished: Path, aside: Path):
    left_by_a_kill(path)
    content = bytearray(path.read_bytes())
    content[100:200] = bytes(100)
    path.write_bytes(content)
    waiting = path.with_name("journal.db-wal")
    waiting.write_bytes(b"x" * 32 + waiting.read_bytes()[32:])
    before = digest(path), digest(waiting)
    assert swap(path, finished, aside)
    assert (digest(aside), digest(aside.with_name("aside.db-wal"))) == before
    assert not waiting.exists()
    assert records_in(path) == 7


def test_a_journal_whose_passphrase_is_not_known_goes_aside_as_it_is(path: Path, finished: Path, aside: Path):
    left_by_a_kill(path, SECRET)
    before = digest(path)
    assert swap(path, finished, aside)
    assert digest(aside) == before
    assert records_in(path) == 7
    assert records_in(aside, SECRET) == 1


def test_a_journal_from_a_newer_version_is_not_written_to(path: Path, finished: Path, aside: Path):
    fill(path, range(2))
    connection = connect(path, "rw")
    connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.close()
    before = digest(path)
    assert swap(path, finished, aside)
    assert digest(aside) == before


def test_where_there_is_no_journal_nothing_is_kept_aside(path: Path, finished: Path, aside: Path):
    assert not swap(path, finished, aside)
    assert records_in(path) == 7
    assert not aside.exists()


def test_a_log_without_its_journal_is_not_played_into_the_finished_one(path: Path, finished: Path, aside: Path):
    left_by_a_kill(path)
    path.unlink()
    assert swap(path, finished, aside)
    assert records_in(path) == 7
    assert aside.with_name("aside.db-wal").exists()


def test_a_journal_that_another_program_has_open_stays(
    path: Path, finished: Path, aside: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("negojournal.storage.connection.BUSY_SECONDS", 0.05)
    fill(path, range(2))
    with open_store(path) as store:
        store.records.save(build_record(5))
        with pytest.raises(LockedError):
            swap(path, finished, aside)
        assert store.records.get(build_record(5).id) == build_record(5)
        store.records.save(build_record(6))
    assert records_in(path) == 4
    assert finished.exists()
    assert not aside.exists()


HOLD = """
import sys
from pathlib import Path
from negojournal.domain.passphrase import Passphrase
from negojournal.storage.store import open_store
with open_store(Path(sys.argv[1]), Passphrase(sys.argv[2])):
    print("open", flush=True)
    sys.stdin.read()
"""


def test_one_that_another_program_has_open_with_a_passphrase_not_known_here_stays(
    path: Path, finished: Path, aside: Path
):
    command = [sys.executable, "-c", HOLD, str(path), SECRET.text]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "open\n"
        before = digest(path)
        with pytest.raises(LockedError):
            swap(path, finished, aside)
        assert digest(path) == before
        assert not aside.exists()
        other.communicate("")
    assert other.returncode == 0
    assert swap(path, finished, aside)


def test_where_nothing_locks_a_part_of_a_file_it_is_exchanged(
    path: Path, finished: Path, aside: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(swapping, "fcntl", None)
    fill(path, range(2), SECRET)
    assert swap(path, finished, aside)
    assert (records_in(path), records_in(aside, SECRET)) == (7, 2)


def test_where_a_file_has_one_name_only_it_is_renamed(
    path: Path, finished: Path, aside: Path, monkeypatch: pytest.MonkeyPatch
):
    def refuse(*_args: object) -> None:
        raise PermissionError

    monkeypatch.setattr(os, "link", refuse)
    left_by_a_kill(path, SECRET)
    assert swap(path, finished, aside)
    assert (records_in(path), records_in(aside, SECRET)) == (7, 1)


def test_what_is_kept_aside_takes_no_others_place(path: Path, finished: Path, aside: Path):
    fill(path, range(2), SECRET)
    fill(aside, range(3))
    with pytest.raises(UnreachableError):
        swap(path, finished, aside)
    assert (records_in(path, SECRET), records_in(aside)) == (2, 3)


@pytest.mark.parametrize("links", [True, False])
def test_when_the_finished_one_does_not_come_all_is_as_before(
    path: Path, finished: Path, aside: Path, monkeypatch: pytest.MonkeyPatch, links: bool
):
    def refuse(*_args: object) -> None:
        raise PermissionError

    if not links:
        monkeypatch.setattr(os, "link", refuse)
    left_by_a_kill(path, SECRET)
    before = digests(path.parent)
    with pytest.raises(UnreachableError):
        swap(path, finished.with_name("gone"), aside)
    assert digests(path.parent) == before


def test_a_journal_that_may_not_be_read_stays(path: Path, finished: Path, aside: Path, monkeypatch: pytest.MonkeyPatch):
    def refuse(path: Path, _passphrase: object) -> None:
        raise UnreachableError(path, "no")

    fill(path, range(2))
    monkeypatch.setattr(swapping, "check_journal", refuse)
    with pytest.raises(UnreachableError):
        swap(path, finished, aside)
    assert not aside.exists()


@either
def test_a_sound_journal_has_no_faults(path: Path, passphrase: Passphrase | None):
    fill(path, range(5), passphrase)
    assert faults(path, passphrase) == ()


def test_a_blank_file_has_no_faults(path: Path):
    path.touch()
    assert faults(path, None) == ()


def test_faults_are_told_in_sentences(path: Path):
    fill(path, range(5))
    connection = connect(path, "rw")
    for statement in (
        "DELETE FROM search WHERE rowid = (SELECT min(position) FROM negotiation)",
        "INSERT INTO search (rowid, text) VALUES (7, 'x'), (8, 'y')",
        "INSERT INTO text (negotiation, field, ordinal, text) VALUES (12345, 'tags', 1, 'lost')",
        "UPDATE tally SET negotiations = negotiations + 1",
        "INSERT INTO frequency VALUES ('quick', '2026-01-01', 'self', 5, 1), ('quick', '2026-01-01', 'self', 6, 1)",
    ):
        connection.execute(statement)
    connection.close()
    assert faults(path, None) == (
        "1 line of the table “text” or others belong to nothing.",
        "The search doesn’t know 1 negotiation.",
        "The search knows 2 negotiations that are not in the journal.",
        "The counts that trends are read from are wrong in 3 places.",
    )


def test_many_faults_are_not_counted_out(path: Path):
    fill(path, range(1))
    connection = connect(path, "rw")
    connection.executemany(
        "INSERT INTO text (negotiation, field, ordinal, text) VALUES (12345, 'tags', ?, 'lost')",
        [(number,) for number in range(300)],
    )
    connection.close()
    assert faults(path, None) == ("100 or more lines of the table “text” or others belong to nothing.",)


def test_an_index_that_contradicts_its_table_is_a_fault(path: Path):
    fill(path, range(5))
    connection = connect(path, "rw")
    connection.execute("PRAGMA writable_schema = ON")
    connection.execute("UPDATE sqlite_master SET sql = replace(sql, '(outcome,', '(status,')")
    connection.close()
    (fault,) = faults(path, None)
    assert fault.startswith("The file contradicts itself in ")


def test_a_page_that_cannot_be_read_is_a_fault(path: Path):
    fill(path, range(20), SECRET)
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 0xFF  # what is last may belong to the schema, which is read first
    path.write_bytes(content)
    (fault,) = faults(path, SECRET)
    assert "damaged" in fault


def test_a_file_that_is_no_journal_is_told_as_such(path: Path):
    path.write_bytes(b"SQLite format 3\0" + bytes(5000))
    with pytest.raises(NotJournalError):
        faults(path, None)


def test_what_another_restore_has_just_kept_aside_is_not_written_over(tmp_path: Path) -> None:
    path, finished, aside = (tmp_path / name for name in ("journal.db", "finished", "aside.db"))
    for file, count in ((path, 1), (finished, 2), (aside, 3)):
        fill(file, range(count))
    with pytest.raises(LockedError):
        swap(path, finished, aside)
    assert (records_in(path), records_in(aside)) == (1, 3)
