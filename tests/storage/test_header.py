"""What a file may be, from its first pages."""

from __future__ import annotations

import os
import random
from pathlib import Path

import pytest

from negojournal.domain.filter import Filter
from negojournal.domain.passphrase import Passphrase
from negojournal.errors import CorruptError, NotJournalError, UnreachableError
from negojournal.storage.header import PAGE, first_page, is_encrypted
from negojournal.storage.probe import check_journal
from negojournal.storage.store import open_store
from tests.storage.broken import SECRET, filled

NOISE = random.Random(1).randbytes(PAGE)


@pytest.mark.parametrize("passphrase", [None, SECRET], ids=["plain", "encrypted"])
@pytest.mark.parametrize("first", [None, NOISE, bytes(PAGE)], ids=["sound", "noise", "zeros"])
def test_one_damaged_page_doesnt_hide_what_a_file_is(tmp_path: Path, passphrase: Passphrase | None, first) -> None:
    path = tmp_path / "journal.db"
    filled(path, passphrase, 2)
    path.write_bytes((first or path.read_bytes()[:PAGE]) + path.read_bytes()[PAGE:])
    assert is_encrypted(path) == (passphrase is not None)


def test_what_is_too_short_or_not_there_is_not_encrypted(tmp_path: Path) -> None:
    path = tmp_path / "journal.db"
    assert not is_encrypted(path)
    path.write_bytes(NOISE[:100])
    assert not is_encrypted(path)
    assert first_page(path) == NOISE[:100]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes with a name here")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    path = tmp_path / "pipe"
    os.mkfifo(path)
    assert not is_encrypted(path)
    with pytest.raises(NotJournalError):
        open_store(path)
    with pytest.raises(NotJournalError):
        check_journal(path, None)


def test_a_file_with_two_names_is_not_opened(tmp_path: Path) -> None:
    path, other = tmp_path / "journal.db", tmp_path / "other.db"
    filled(path, None, 2)
    other.hardlink_to(path)
    for name in (path, other):
        with pytest.raises(UnreachableError, match="second name"):
            open_store(name)
    other.unlink()
    with open_store(path) as store:
        assert store.lists.tally(Filter()).negotiations == 2


def test_a_broken_journal_with_two_names_is_said_to_be_broken(tmp_path: Path) -> None:
    """A restore that was killed may have left both; the way out of that is another restore."""
    path = tmp_path / "journal.db"
    filled(path, None, 2)
    path.write_bytes(path.read_bytes()[:100] + bytes(PAGE) + path.read_bytes()[PAGE + 100 :])
    tmp_path.joinpath("aside.db").hardlink_to(path)
    with pytest.raises(CorruptError):
        open_store(path)


def test_what_may_not_be_read_is_nothing(tmp_path: Path, monkeypatch) -> None:
    path = tmp_path / "journal.db"
    path.write_bytes(NOISE)

    def refuse(*_how: object) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "open", refuse)
    assert first_page(path) == b""
    assert not is_encrypted(path)
