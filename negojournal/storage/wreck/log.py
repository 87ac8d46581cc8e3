"""What waits beside a journal: the pages that were written and not yet brought into it (SQLite's WAL format)."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass

HEADER, FRAME = 32, 24
MAGIC, BIG_ENDIAN = 0x377F0682, 1
"""How a log begins; one more, and its sums are over numbers with the greater byte first."""


@dataclass(frozen=True, slots=True)
class Frame:
    """Hold one page as it was written; `pages` is how many the file has then, 0 inside a transaction."""

    number: int
    pages: int
    content: bytes


def kept_pages(log: bytes, page_size: int) -> dict[int, bytes]:
    """Return the pages, by number, that whole transactions wrote, the last ones; those of a damaged frame are left out.

    Each sum goes on from the one stored before it, so what follows a damaged frame can be checked all the same.
    """
    kept: dict[int, bytes] = {}
    open_: dict[int, bytes] = {}
    for frame in _frames(log, page_size):
        open_[frame.number] = frame.content
        if frame.pages:
            kept.update(open_)
            open_.clear()
    return kept


def _frames(log: bytes, page_size: int) -> Iterator[Frame]:
    if len(log) < HEADER:
        return
    magic, _, size, _, *salts = struct.unpack_from(">6I", log)
    if magic & ~BIG_ENDIAN != MAGIC or size != page_size:
        return
    order = ">" if magic & BIG_ENDIAN else "<"
    before = struct.unpack_from(">2I", log, 24)
    for start in range(HEADER, len(log) - page_size - FRAME + 1, FRAME + page_size):
        number, pages, *rest = struct.unpack_from(">6I", log, start)
        own_salts, stored = rest[:2], (rest[2], rest[3])
        if own_salts != salts:
            return
        content = log[start + FRAME : start + FRAME + page_size]
        if _sum(log[start : start + 8] + content, before, order) == stored and number:
            yield Frame(number, pages, content)
        before = stored


def _sum(data: bytes, before: tuple[int, int], order: str) -> tuple[int, int]:
    first, second = before
    numbers = iter(struct.unpack(f"{order}{len(data) // 4}I", data))
    for even, odd in zip(numbers, numbers, strict=True):
        first = first + even + second & 0xFFFFFFFF
        second = second + odd + first & 0xFFFFFFFF
    return first, second
