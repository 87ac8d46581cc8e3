"""Pages of files: decrypted, and with those that wait in the log."""

from __future__ import annotations

import struct
from contextlib import closing
from pathlib import Path

import pytest

from negojournal.domain.passphrase import Passphrase
from negojournal.errors import CorruptError, WrongPassphraseError
from negojournal.storage.connection import connect
from negojournal.storage.header import PAGE
from negojournal.storage.probe import check_journal
from negojournal.storage.wreck.image import image_of, is_key_of
from negojournal.storage.wreck.log import kept_pages
from tests.storage.broken import SECRET, filled


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "journal.db"
    filled(path, SECRET, 5)
    return path


def test_an_encrypted_journal_reads_as_the_library_reads_it(path: Path) -> None:
    image = image_of(path, SECRET)
    assert not image.doubtful
    assert image.pages[1].startswith(b"SQLite format 3\0")
    with closing(connect(path, "ro&immutable=1", SECRET)) as connection:
        (version,) = connection.execute("PRAGMA schema_version").fetchone()
        (count,) = connection.execute("PRAGMA page_count").fetchone()
    assert struct.unpack_from(">I", image.pages[1], 40) == (version,)
    assert len(image.pages) == count


def test_a_page_that_was_changed_is_known(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[PAGE * 4 + 100] ^= 1
    path.write_bytes(content)
    assert image_of(path, SECRET).doubtful == {5}


def test_the_right_passphrase_of_a_damaged_file_is_known(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[200] ^= 1
    path.write_bytes(content)
    assert is_key_of(path, SECRET)
    with pytest.raises(CorruptError):
        check_journal(path, SECRET)
    assert not is_key_of(path, Passphrase("another one"))
    with pytest.raises(WrongPassphraseError):
        check_journal(path, Passphrase("another one"))


SALTS = (7, 8)


def log_of(*frames: tuple[int, int, bytes], magic: int = 0x377F0682, size: int = PAGE) -> bytes:
    """Return a log of frames: page, pages after it, content."""
    order = ">" if magic & 1 else "<"
    before = (11, 12)
    log = struct.pack(">8I", magic, 3_007_000, size, 0, *SALTS, *before)
    for number, pages, content in frames:
        head = struct.pack(">2I", number, pages)
        before = summed(head + content, before, order)
        log += head + struct.pack(">4I", *SALTS, *before) + content
    return log


def summed(data: bytes, before: tuple[int, int], order: str) -> tuple[int, int]:
    """Return SQLite's sum, written out once more."""
    first, second = before
    for even, odd in struct.iter_unpack(f"{order}2I", data):
        first = (first + even + second) % 2**32
        second = (second + odd + first) % 2**32
    return first, second


def page(letter: bytes) -> bytes:
    return letter * PAGE


@pytest.mark.parametrize("magic", [0x377F0682, 0x377F0683])
def test_the_last_of_what_whole_transactions_wrote_is_kept(magic: int) -> None:
    log = log_of((2, 0, page(b"a")), (3, 3, page(b"b")), (2, 3, page(b"c")), (4, 0, page(b"d")), magic=magic)
    assert kept_pages(log, PAGE) == {2: page(b"c"), 3: page(b"b")}


def test_a_damaged_frame_is_left_out_and_what_follows_is_kept() -> None:
    log = bytearray(log_of((2, 2, page(b"a")), (3, 3, page(b"b")), (4, 4, page(b"c"))))
    log[32 + 24 + PAGE + 24 + 9] ^= 1
    assert kept_pages(bytes(log), PAGE) == {2: page(b"a"), 4: page(b"c")}


def test_frames_of_an_earlier_log_are_left_out() -> None:
    log = bytearray(log_of((2, 2, page(b"a")), (3, 3, page(b"b"))))
    log[32 + 24 + PAGE + 8] ^= 1
    assert kept_pages(bytes(log), PAGE) == {2: page(b"a")}


@pytest.mark.parametrize("log", [b"", b"x" * 5000, log_of((2, 2, page(b"a")), size=1024)])
def test_what_is_no_log_of_such_pages_holds_none(log: bytes) -> None:
    assert kept_pages(log, PAGE) == {}
