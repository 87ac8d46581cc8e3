"""Files are whole or not there, and what stands in the way is said."""

from __future__ import annotations

import errno
import stat
from pathlib import Path

import pytest

from negojournal.errors import FullError, ReadOnlyError, StorageError, UnreachableError
from negojournal.service.file import content_of, failure_of, made_folder, size_of, written


@pytest.mark.parametrize(
    ("number", "kind", "words"),
    [
        (errno.ENOSPC, FullError, "There is no room left to write"),
        (errno.EACCES, ReadOnlyError, "permission is missing"),
        (errno.EROFS, ReadOnlyError, "permission is missing"),
        (errno.ENOENT, UnreachableError, "isn’t there"),
        (errno.ELOOP, UnreachableError, "can’t be used: Too many links"),
    ],
)
def test_a_failure_says_what_stands_in_the_way(
    tmp_path: Path, number: int, kind: type[StorageError], words: str
) -> None:
    failure = failure_of(tmp_path / "a", OSError(number, "Too many links"))
    assert type(failure) is kind
    assert words in str(failure)
    assert failure.path == tmp_path / "a"


def test_a_full_disk_leaves_the_file_that_was_there(tmp_path: Path) -> None:
    file = tmp_path / "a.json"
    file.write_text("earlier", encoding="utf-8")
    with pytest.raises(FullError), written(file):
        raise OSError(errno.ENOSPC, "full")
    assert [one.read_text(encoding="utf-8") for one in tmp_path.iterdir()] == ["earlier"]


def test_no_more_is_read_than_can_be_of_its_kind(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"x" * 1000)
    assert len(content_of(tmp_path / "a", 10)) == 11


def test_a_folder_is_made_for_the_owner_only(tmp_path: Path) -> None:
    folder = tmp_path / "home" / "negojournal"
    made_folder(folder)
    made_folder(folder)
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    (tmp_path / "file").touch()
    with pytest.raises(UnreachableError):
        made_folder(tmp_path / "file" / "below")


def test_a_journal_takes_what_waits_beside_it_too(tmp_path: Path):
    journal = tmp_path / "journal.db"
    assert size_of(journal) == 0
    journal.write_bytes(b"1234")
    tmp_path.joinpath("journal.db-wal").write_bytes(b"56")
    assert size_of(journal) == 6
