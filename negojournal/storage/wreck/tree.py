"""Walk the trees of a file as far as they hold, and find the pieces that hang from none."""

from __future__ import annotations

import struct
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from negojournal.storage.wreck.image import Image
from negojournal.storage.wreck.page import FILE_HEADER, Cell, Kind, Page, Raw, page_of, values_of, whole_record

DEEPEST = 20
"""How many pages stand one above the other at most; the largest file that there can be has fewer."""

LOOKS = 8
"""How often a page is looked at, on average and at most, as one where a row goes on."""

FREE_PAGES = struct.Struct(">II")
FREE_AT = 32
"""Where the first page says which pages are free."""


@dataclass(frozen=True, slots=True)
class Row:
    """Hold the values of a row as they stand in the file; one cut short or on a changed page is doubtful."""

    rowid: int
    values: tuple[Raw, ...]
    is_doubtful: bool


@dataclass(frozen=True, slots=True)
class Gap:
    """Say that something is missing here."""


Item = Row | Gap
Fits = Callable[[Row], bool]
"""Whether a row can be one of those that are looked for."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Hold a piece of a tree that nothing leads to: where it begins, whether its rows are numbered, and them."""

    top: int
    is_table: bool
    items: tuple[Item, ...]


@dataclass(slots=True)
class Forest:
    """Read the trees of a file, each page at most once."""

    image: Image
    _seen: set[int] = field(default_factory=set)
    _further: set[int] = field(default_factory=set)
    _left: int = field(init=False)

    def __post_init__(self) -> None:
        """Bound the work: rows go on over each page once, and a few pages are looked at more than once."""
        self._left = LOOKS * len(self.image.pages)

    def rows(self, root: int, fits: Fits, *, is_table: bool, depth: int = 0) -> Iterator[Item]:
        """Yield the rows of a tree in their order, and a gap wherever something can't be read.

        A page none of whose rows fits is left to the tree that it belongs to: the way to it was damaged.
        """
        page = self._page(root)
        if page is None or page.kind.is_table != is_table or root in self._seen or depth == DEEPEST:
            yield Gap()
            return
        further: set[int] = set()
        items = tuple(self._item(cell, root, further) for cell in page.cells)
        rows = [item for item in items if isinstance(item, Row)]
        if rows and not any(map(fits, rows)):
            yield Gap()
            return
        self._seen.add(root)
        self._further |= further
        for cell, item in zip(page.cells, items, strict=True):
            if cell and cell.child:
                yield from self.rows(cell.child, fits, is_table=is_table, depth=depth + 1)
            if item:
                yield item
        if page.last:
            yield from self.rows(page.last, fits, is_table=is_table, depth=depth + 1)

    def pass_over(self, root: int) -> None:
        """Note the pages of a tree as known, without reading its rows."""
        waiting = [root]
        while waiting:
            number = waiting.pop()
            page = self._page(number)
            if page is not None and number not in self._seen:
                self._seen.add(number)
                waiting += page.children()

    def pass_over_free(self) -> None:
        """Note the pages as known that hold nothing that is still kept."""
        first = self.image.pages.get(1, b"")
        number = FREE_PAGES.unpack_from(first, FREE_AT)[0] if len(first) > FILE_HEADER else 0
        while number in self.image.pages and number not in self._seen:
            self._seen.add(number)
            content = self.image.pages[number]
            number, count = FREE_PAGES.unpack_from(content)
            free = content[FREE_PAGES.size : self.image.usable]
            self._seen.update(struct.unpack(f">{len(free) // 4}I", free)[:count])

    def loose_rows(self, fits: Fits) -> Iterator[Item]:
        """Yield the numbered rows that fit, of every page that wasn't read yet and holds nothing else."""
        for number, page in self._strays().items():
            if page.kind is Kind.TABLE_LEAF:
                items = tuple(self.rows(number, fits, is_table=True))
                yield from (item for item in items if isinstance(item, Row))

    def pieces(self) -> Iterator[Piece]:
        """Yield what hangs from no tree that was read or passed over."""
        strays = self._strays()
        below = {child for page in strays.values() for child in page.children()}
        for number, page in strays.items():
            if number not in below:
                kind = page.kind.is_table
                yield Piece(number, kind, tuple(self.rows(number, lambda _row: True, is_table=kind)))

    def _strays(self) -> dict[int, Page]:
        known = self._seen | self._further
        pages = ((number, self._page(number)) for number in self.image.pages if number not in known)
        return {number: page for number, page in pages if page is not None}

    def _page(self, number: int) -> Page | None:
        content = self.image.pages.get(number)
        if content is None:
            return None
        return page_of(content, self.image.usable, FILE_HEADER if number == 1 else 0)

    def _item(self, cell: Cell | None, number: int, further: set[int]) -> Item | None:
        """Return what stands in a cell of a page: a row, a gap, or no more than the way to another page.

        The pages where rows go on are added to `further`.
        """
        if cell is None:
            return Gap()
        if cell.payload is None:
            return None
        record, on = whole_record(cell.payload, self.image.pages, self.image.usable, self._left)
        self._left -= len(on)
        values = values_of(record)
        if values is None:
            return Gap()
        further.update(on)
        changed = not self.image.doubtful.isdisjoint((number, *on))
        return Row(cell.payload.rowid, values, is_doubtful=changed or len(record) < cell.payload.size)
