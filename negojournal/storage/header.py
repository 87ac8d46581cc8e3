"""Tell from the first bytes of a file what it may be; needs nothing that takes time to load."""

from __future__ import annotations

import math
from collections import Counter
from pathlib import Path

PLAIN = b"SQLite format 3\x00"
"""How every SQLite file begins that isn't encrypted."""

PAGE = 4096
"""Bytes of a page, the least that an encrypted file holds."""

PAGES = 8
"""How many pages are looked at to tell whether a file is encrypted."""

RANDOM = 7.9
"""Bits a byte from which a page looks random: an encrypted one has 7.94 at least, a picture 7.85, text 4 to 5."""


def is_encrypted(path: Path) -> bool:
    """Tell whether a file may be an encrypted journal: most of its first pages look like chance, as all of one do.

    One page of them may be damaged. A compressed file can look so, too; False where there is nothing to read. Never
    ask it of a file that this process has open: closing a second descriptor drops the locks of the first.
    """
    content = _beginning(path, PAGES * PAGE)
    pages = [content[start : start + PAGE] for start in range(0, len(content) - PAGE + 1, PAGE)]
    if not pages or content.startswith(PLAIN):
        return False
    return 2 * sum(_entropy(page) > RANDOM for page in pages) > len(pages)


def is_plain(path: Path) -> bool:
    """Tell whether anybody can read a file of SQLite's; never ask it of one that this process has open, either."""
    return first_page(path).startswith(PLAIN)


def first_page(path: Path) -> bytes:
    """Return the first page of a file, or as much as there is; nothing where it can't be read."""
    return _beginning(path, PAGE)


def _beginning(path: Path, size: int) -> bytes:
    try:
        if not path.is_file():  # a pipe would be waited for
            return b""
        with path.open("rb") as stream:
            return stream.read(size)
    except OSError:
        return b""


def _entropy(page: bytes) -> float:
    """Return the Shannon entropy of a page, in bits a byte."""
    return -sum(n / len(page) * math.log2(n / len(page)) for n in Counter(page).values())
