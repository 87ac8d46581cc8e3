"""Pages of a tree: rows and ways to other pages, each read by itself (SQLite's file format, sections 1.6 and 2.1)."""

from __future__ import annotations

import struct
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import IntEnum

Raw = int | float | str | bytes | None

FILE_HEADER = 100
LONGEST_NUMBER = 9
MORE = 0x80
"""The bit of a number's byte that says that another follows."""

SIZES = (0, 1, 2, 3, 4, 6, 8, 8, 0, 0)
"""How many bytes a value of a type below 10 takes."""

REAL, ZERO, ONE, BLOB = 7, 8, 9, 12
RESERVED_TYPES = (10, 11)


class Kind(IntEnum):
    """Name the kinds of pages: those of a table are by row number, those of an index by the row itself."""

    INDEX_INNER = 2
    TABLE_INNER = 5
    INDEX_LEAF = 10
    TABLE_LEAF = 13

    @property
    def is_table(self) -> bool:
        """Tell whether rows are by their number."""
        return self in {Kind.TABLE_INNER, Kind.TABLE_LEAF}

    @property
    def is_leaf(self) -> bool:
        """Tell whether it leads nowhere further."""
        return self in {Kind.INDEX_LEAF, Kind.TABLE_LEAF}


@dataclass(frozen=True, slots=True)
class Payload:
    """Hold what stands in a cell of a row: its number or 0, its size, its beginning, the page where it goes on or 0."""

    rowid: int
    size: int
    start: bytes
    overflow: int = 0


@dataclass(frozen=True, slots=True)
class Cell:
    """Hold a way to a page before it (0 on a leaf) and a row, if it has one."""

    child: int
    payload: Payload | None


@dataclass(frozen=True, slots=True)
class Page:
    """Hold the cells of a page in their order, None for one that can't be read, and the page after the last of them."""

    kind: Kind
    cells: tuple[Cell | None, ...]
    last: int

    def children(self) -> Iterator[int]:
        """Yield the pages that it leads to."""
        if not self.kind.is_leaf:
            yield from (cell.child for cell in self.cells if cell)
            yield self.last


def page_of(content: bytes, usable: int, start: int = 0) -> Page | None:
    """Return the page that bytes hold, None where they are none; `start` is where its header stands."""
    if len(content) < usable or content[start] not in Kind.__members__.values():
        return None
    kind = Kind(content[start])
    (count,) = struct.unpack_from(">H", content, start + 3)
    first = start + (8 if kind.is_leaf else 12)
    if first + 2 * count > usable:
        return None
    places = struct.unpack_from(f">{count}H", content, first)
    last = 0 if kind.is_leaf else struct.unpack_from(">I", content, start + 8)[0]
    return Page(kind, tuple(_cells(kind, content[:usable], places)), last)


def values_of(record: bytes) -> tuple[Raw, ...] | None:
    """Return the values of a row, None where there are none; one that was cut short lacks the last of its values."""
    try:
        length, at = _number(record, 0)
        types = []
        while at < length:
            kind, at = _number(record, at)
            types.append(kind)
    except IndexError:
        return None
    if at != length or not types or any(kind < 0 or kind in RESERVED_TYPES for kind in types):
        return None
    values: list[Raw] = []
    for kind in types:
        size = SIZES[kind] if kind < len(SIZES) else (kind - BLOB) // 2
        piece = record[at : at + size]
        if len(piece) < size and kind < BLOB:
            break
        values.append(_value(kind, piece))
        at += size
    return tuple(values) or None


def whole_record(payload: Payload, pages: Mapping[int, bytes], usable: int, most: int) -> tuple[bytes, Collection[int]]:
    """Return the bytes of a row, as far as they are there, and the pages where it goes on, so many at `most`."""
    pieces, missing, number = [payload.start], payload.size - len(payload.start), payload.overflow
    visited: dict[int, None] = {}
    while missing > 0 and len(visited) < most and number in pages and number not in visited:
        visited[number] = None
        content = pages[number].ljust(usable, b"\0")
        (number,) = struct.unpack_from(">I", content)
        pieces.append(content[4 : min(usable, 4 + missing)])
        missing -= usable - 4
    return b"".join(pieces), visited.keys()


def _cells(kind: Kind, content: bytes, places: Iterable[int]) -> Iterator[Cell | None]:
    """Yield the cells at places; where they take more room than there is, some lie over others: the rest is none."""
    room = len(content)
    for place in places:
        cell = _cell_or_none(kind, content, place) if room >= 0 else None
        if cell and cell.payload:
            room -= len(cell.payload.start)
        yield cell if room >= 0 else None


def _cell_or_none(kind: Kind, content: bytes, place: int) -> Cell | None:
    try:
        return _cell(kind, content, place)
    except (IndexError, struct.error):
        return None


def _cell(kind: Kind, content: bytes, place: int) -> Cell | None:
    child = 0
    if not kind.is_leaf:
        (child,) = struct.unpack_from(">I", content, place)
        place += 4
    if kind is Kind.TABLE_INNER:
        _number(content, place)
        return Cell(child, None)
    size, place = _number(content, place)
    rowid = 0
    if kind is Kind.TABLE_LEAF:
        rowid, place = _number(content, place)
    local = _local(kind, size, len(content))
    start = content[place : place + local]
    if size <= 0 or len(start) < local:
        return None
    overflow = struct.unpack_from(">I", content, place + local)[0] if local < size else 0
    return Cell(child, Payload(rowid, size, start, overflow))


def _local(kind: Kind, size: int, usable: int) -> int:
    """Return how many bytes of a row stand in its cell."""
    least = (usable - 12) * 32 // 255 - 23
    most = usable - 35 if kind.is_table else (usable - 12) * 64 // 255 - 23
    if size <= most:
        return size
    some = least + (size - least) % (usable - 4)
    return some if some <= most else least


def _number(data: bytes, at: int) -> tuple[int, int]:
    """Return a number of 1 to 9 bytes and where it ends."""
    value = 0
    for place in range(at, at + LONGEST_NUMBER - 1):
        byte = data[place]
        value = value << 7 | byte & 0x7F
        if byte < MORE:
            return value, place + 1
    value = value << 8 | data[at + LONGEST_NUMBER - 1]
    return (value - 2**64 if value >= 2**63 else value), at + LONGEST_NUMBER


def _value(kind: int, piece: bytes) -> Raw:
    if kind >= BLOB:
        return piece.decode("utf-8", "replace") if kind % 2 else piece
    if kind == REAL:
        return float(struct.unpack(">d", piece)[0])
    if kind in {ZERO, ONE}:
        return kind - ZERO
    return int.from_bytes(piece, "big", signed=True) if kind else None
