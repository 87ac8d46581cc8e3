"""Pages of trees: what can be read of one that is damaged."""

from __future__ import annotations

import struct

import pytest

from negojournal.storage.wreck.image import Image
from negojournal.storage.wreck.page import Cell, Kind, Payload, page_of, values_of, whole_record
from negojournal.storage.wreck.tree import Forest, Row

SIZE = 512


def number(value: int) -> bytes:
    """Return a number below 2¹⁴ as SQLite writes it."""
    return bytes((value,)) if value < 128 else bytes((value >> 7 | 128, value & 127))


def record(*words: str) -> bytes:
    kinds = b"".join(number(13 + 2 * len(word)) for word in words)
    return number(len(kinds) + 1) + kinds + "".join(words).encode()


def table_leaf(*rows: bytes, rowid: int = 1) -> bytes:
    cells = [number(len(row)) + number(rowid + place) + row for place, row in enumerate(rows)]
    return laid_out(Kind.TABLE_LEAF, cells)


def inner(kind: Kind, last: int, *cells: bytes) -> bytes:
    return laid_out(kind, list(cells), last)


def laid_out(kind: Kind, cells: list[bytes], last: int | None = None) -> bytes:
    page = bytearray(SIZE)
    head = struct.pack(">BHHHB", kind, 0, len(cells), 0, 0) + (struct.pack(">I", last) if last is not None else b"")
    end, places = SIZE, []
    for cell in cells:
        end -= len(cell)
        page[end : end + len(cell)] = cell
        places.append(end)
    front = head + struct.pack(f">{len(places)}H", *places)
    page[: len(front)] = front
    return bytes(page)


def forest(*pages: bytes, doubtful: frozenset[int] = frozenset()) -> Forest:
    """Return a forest of pages that come after the first."""
    return Forest(Image(dict(enumerate(pages, 2)), SIZE, doubtful))


def said(items) -> list[object]:
    return [item.values[0] if isinstance(item, Row) else None for item in items]


def every(_row: Row) -> bool:
    return True


def test_a_leaf_has_its_rows() -> None:
    page = page_of(table_leaf(record("one"), record("two")), SIZE)
    assert page is not None
    assert page.kind is Kind.TABLE_LEAF
    assert [cell.payload.rowid for cell in page.cells if cell and cell.payload] == [1, 2]
    assert not list(page.children())


@pytest.mark.parametrize("content", [b"", bytes(SIZE), b"\x0d\0\0\xff\xff" + bytes(SIZE), table_leaf(b"x")[:-1]])
def test_what_is_no_page_is_none(content: bytes) -> None:
    assert page_of(content, SIZE) is None


def test_a_cell_that_points_nowhere_costs_only_itself() -> None:
    page = bytearray(table_leaf(record("one"), record("two"), record("three")))
    struct.pack_into(">H", page, 10, 2 * SIZE)
    assert said(forest(bytes(page)).rows(2, every, is_table=True)) == ["one", None, "three"]


def test_a_cell_without_a_row_costs_only_itself() -> None:
    assert said(forest(table_leaf(record("one"), b"\x01", b"")).rows(2, every, is_table=True)) == ["one", None, None]


@pytest.mark.parametrize(
    ("content", "values"),
    [
        (b"", None),
        (b"\x02", None),
        (b"\x01", None),
        (b"\x05\x01\x01", None),
        (b"\x02\x0a", None),
        (b"\x03\x01\x07\x05", (5,)),
        (b"\x02\x07\x01", None),
        (b"\x06\x00\x08\x09\x06\x0c" + (-2).to_bytes(8, "big", signed=True), (None, 0, 1, -2, b"")),
        (b"\x02\x07" + struct.pack(">d", 0.5), (0.5,)),
        (b"\x02\x15ab\xffd", ("ab\N{REPLACEMENT CHARACTER}d",)),
        (b"\x02\x19ab", ("ab",)),
        (b"\x0a" + b"\xff" * 9, None),
    ],
)
def test_the_values_of_a_row(content: bytes, values: tuple[object, ...] | None) -> None:
    assert values_of(content) == values


def test_a_row_goes_on_over_pages_as_far_as_they_are_there() -> None:
    pages = {5: struct.pack(">I", 6) + b"b" * (SIZE - 4), 6: struct.pack(">I", 5) + b"c" * (SIZE - 4)}
    size = 3 + 2 * (SIZE - 4)
    assert whole_record(Payload(1, size, b"aaa", 5), pages, SIZE, 9)[0] == b"aaa" + b"b" * 508 + b"c" * 508
    assert whole_record(Payload(1, 5, b"aaa", 5), pages, SIZE, 9)[0] == b"aaabb"
    for cut in (9, 5, 6):
        record_, visited = whole_record(Payload(1, 10**6, b"aaa", cut), pages, SIZE, 9)
        assert (len(record_), len(visited)) == ((3, 0) if cut == 9 else (3 + 2 * 508, 2))


def test_a_long_row_stands_partly_in_its_cell() -> None:
    long = 3000
    cell = number(long) + number(1) + bytes(460) + struct.pack(">I", 9)
    page = page_of(laid_out(Kind.TABLE_LEAF, [cell]), SIZE)
    assert page is not None
    first = page.cells[0]
    assert isinstance(first, Cell)
    assert first.payload is not None
    assert (len(first.payload.start), first.payload.overflow) == (460, 9)


def test_ways_that_lead_round_or_nowhere_end_in_gaps() -> None:
    back, on, lost = (struct.pack(">I", page) + number(1) for page in (2, 3, 77))
    tree = forest(inner(Kind.TABLE_INNER, 3, back, on, lost), table_leaf(record("one")))
    assert said(tree.rows(2, every, is_table=True)) == [None, "one", None, None]
    assert said(forest(bytes(SIZE)).rows(2, every, is_table=True)) == [None]
    assert said(forest(table_leaf(record("one"))).rows(2, every, is_table=False)) == [None]


def test_a_tree_that_is_too_deep_ends_in_a_gap() -> None:
    pages = (inner(Kind.TABLE_INNER, number) for number in range(3, 40))
    assert said(forest(*pages).rows(2, every, is_table=True)) == [None]


def test_a_page_of_another_tree_is_left_to_it() -> None:
    leaf = forest(table_leaf(record("one")))
    assert said(leaf.rows(2, lambda row: row.values[0] == "two", is_table=True)) == [None]
    assert said(leaf.rows(2, every, is_table=True)) == ["one"]


def test_rows_on_a_page_that_was_changed_are_doubtful() -> None:
    (row,) = forest(table_leaf(record("one")), doubtful=frozenset({2})).rows(2, every, is_table=True)
    assert isinstance(row, Row)
    assert row.is_doubtful


def test_what_hangs_from_nothing_is_found_once() -> None:
    on = struct.pack(">I", 3) + number(1)
    pages = (inner(Kind.TABLE_INNER, 4, on), table_leaf(record("one")), table_leaf(record("two")))
    wood = forest(*pages, table_leaf(record("three")))
    wood.pass_over(5)
    (piece,) = wood.pieces()
    assert (piece.top, piece.is_table, said(piece.items)) == (2, True, ["one", "two"])
    assert not list(wood.pieces())


def test_free_pages_hold_nothing() -> None:
    first = bytearray(SIZE)
    struct.pack_into(">I", first, 32, 2)
    free = struct.pack(">3I", 0, 1, 3) + bytes(SIZE - 12)
    wood = Forest(Image({1: bytes(first), 2: free, 3: table_leaf(record("gone"))}, SIZE))
    wood.pass_over_free()
    assert not list(wood.pieces())


def test_cells_that_lie_over_each_other_are_read_once() -> None:
    page = bytearray(table_leaf(record("x" * 200)))
    (place,) = struct.unpack_from(">H", page, 8)
    struct.pack_into(">H100H", page, 3, 99, *([0] * 100))
    struct.pack_into(">99H", page, 8, *([place] * 99))
    read = page_of(bytes(page), SIZE)
    assert read is not None
    assert [cell is not None for cell in read.cells] == [True, True, *([False] * 97)]


def test_rows_that_go_on_over_the_same_pages_without_end_are_cut() -> None:
    size = 3000
    cell = number(size) + number(1) + b"\x04\x8f\x71" + bytes(457) + struct.pack(">I", 3)
    on = [struct.pack(">I", page) + bytes(SIZE - 4) for page in range(4, 12)]
    wood = forest(laid_out(Kind.TABLE_LEAF, [cell]), *on)
    wood._left = 3
    next(iter(wood.rows(2, every, is_table=True)))
    assert wood._left == 0
