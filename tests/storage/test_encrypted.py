"""Encrypted journals: what a passphrase opens, and what is said where it doesn't."""

from __future__ import annotations

import hashlib
import os
import shutil
from pathlib import Path

import pytest

from negojournal.domain.filter import Filter
from negojournal.domain.passphrase import Passphrase
from negojournal.errors import CorruptError, EncryptedError, NotJournalError, UnreachableError, WrongPassphraseError
from negojournal.storage.header import PAGE, is_encrypted
from negojournal.storage.store import open_store
from tests.builders import build_full_record, build_record

KEY = Passphrase("the bridge is grün")
MARK = "Marzipanfabrik"


def fill(path: Path, passphrase: Passphrase | None = KEY, count: int = 5) -> None:
    with open_store(path, passphrase) as store:
        for number in range(count):
            store.records.save(build_full_record(number, title=f"{MARK} {number}"))


def test_everything_comes_back_with_the_passphrase(path: Path) -> None:
    fill(path)
    with open_store(path, Passphrase("the bridge is gru\u0308n")) as store:
        assert store.is_encrypted
        assert store.lists.tally(Filter(search=MARK)).negotiations == 5
        assert store.records.get(build_record(3).id) == build_full_record(3, title=f"{MARK} 3")


def test_no_word_is_in_the_files_while_it_is_open_or_after(path: Path) -> None:
    with open_store(path, KEY) as store:
        store.records.save(build_record(title=MARK))
        assert path.with_name("journal.db-wal").stat().st_size
        assert all(MARK.encode() not in file.read_bytes() for file in path.parent.iterdir())
    assert MARK.encode() not in path.read_bytes()


@pytest.mark.parametrize(
    ("given", "kind", "words"),
    [
        (None, EncryptedError, "is encrypted"),
        (Passphrase("another one"), WrongPassphraseError, "doesn’t open"),
        (Passphrase(""), WrongPassphraseError, "doesn’t open"),
    ],
)
def test_what_does_not_open_it_is_told_plainly(
    path: Path, capfd, given: Passphrase | None, kind: type[EncryptedError], words: str
) -> None:
    fill(path)
    before = hashlib.sha256(path.read_bytes()).digest()
    with pytest.raises(EncryptedError, match=words) as caught:
        open_store(path, given)
    assert type(caught.value) is kind
    assert hashlib.sha256(path.read_bytes()).digest() == before
    assert capfd.readouterr() == ("", "")


@pytest.mark.usefixtures("quick_keys")
@pytest.mark.parametrize("shared", [30, 40, 41, 900])
def test_every_character_counts(path: Path, shared: int) -> None:
    fill(path, Passphrase("a" * shared + " and the end"))
    for other in ("a" * shared, "a" * shared + " and the ene", "a" * shared + " and the end "):
        with pytest.raises(WrongPassphraseError):
            open_store(path, Passphrase(other))
    with open_store(path, Passphrase("a" * shared + " and the end")) as store:
        assert store.lists.tally(Filter()).negotiations == 5


def test_a_passphrase_that_is_not_needed_is_refused(path: Path) -> None:
    fill(path, None)
    with pytest.raises(WrongPassphraseError, match="not encrypted"):
        open_store(path, KEY)


def test_an_encrypted_file_of_another_program_is_no_journal(path: Path) -> None:
    with open_store(path, KEY) as store, store._database.writing() as connection:
        connection.exec_driver_sql("PRAGMA application_id = 77")
    with pytest.raises(NotJournalError):
        open_store(path, KEY)


def test_damage_is_told_from_a_wrong_passphrase_behind_the_first_page(path: Path) -> None:
    fill(path, count=40)
    content = bytearray(path.read_bytes())
    for page in range(1, len(content) // PAGE):
        content[page * PAGE + 9] ^= 255
    path.write_bytes(content)
    with pytest.raises(CorruptError):
        open_store(path, KEY)


def test_what_is_told_from_the_first_page(path: Path) -> None:
    assert not is_encrypted(path)
    for content, expected in (
        (b"", False),
        (b"text " * 2000, False),
        (os.urandom(PAGE), True),
        (os.urandom(900), False),
    ):
        path.write_bytes(content)
        assert is_encrypted(path) is expected
    path.unlink()
    fill(path, None)
    assert not is_encrypted(path)


def test_the_version_counts_what_others_wrote(path: Path) -> None:
    with open_store(path, KEY) as one, open_store(path, KEY) as other:
        first = one.data_version()
        one.records.save(build_record(1))
        assert one.data_version() == first
        other.records.save(build_record(2))
        second = one.data_version()
        assert second != first
        assert one.data_version() == second


def test_a_file_that_was_replaced_is_told(path: Path) -> None:
    with open_store(path, KEY) as store:
        shutil.copy(path, path.with_name("other.db"))
        path.with_name("other.db").rename(path)
        with pytest.raises(UnreachableError):
            store.data_version()
