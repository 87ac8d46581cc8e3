"""What a file may be, from its first pages."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from negojournal.domain.passphrase import Passphrase
from negojournal.storage.header import PAGE, first_page, is_encrypted
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
