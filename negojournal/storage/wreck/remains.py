"""What can still be read of one table, and where something is missing in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from negojournal.storage.position import BEFORE, LAST
from negojournal.storage.wreck.shape import Reading, Shape
from negojournal.storage.wreck.tree import Gap, Item, Piece, Row

SAMPLE = 50
"""How many rows of a piece are looked at to tell where it belongs."""

Span = tuple[int, int]
"""From one position to another, both of them in it."""


@dataclass(slots=True)
class Remains:
    """Hold the rows of a table's tree, with gaps, and the pieces that fell off it."""

    shape: Shape
    items: list[Item]
    pieces: list[Piece] = field(default_factory=list)

    @property
    def is_broken(self) -> bool:
        """Tell whether something is missing in the tree."""
        return any(isinstance(item, Gap) for item in self.items)

    def claims(self, piece: Piece) -> bool:
        """Tell whether a piece may have fallen off this tree: most of its first rows are like those of the table."""
        rows = [item for item in piece.items if isinstance(item, Row)][:SAMPLE]
        alike = sum(map(self.shape.fits, rows))
        return self.is_broken and piece.is_table == self.shape.is_table and 2 * alike > len(rows)

    def readings(self) -> list[Reading]:
        """Return every row whose key can be read, of two with one key the first, in the order of the keys."""
        names = [column.name for column in self.shape.table.primary_key]
        found: dict[tuple[Any, ...], Reading] = {}
        for item in (*self.items, *(item for piece in self.pieces for item in piece.items)):
            if isinstance(item, Row) and self.shape.is_placed(item):
                reading = self.shape.reading(item)
                key = tuple(reading.values[name] for name in names)
                if None not in key:
                    found.setdefault(key, reading)
        return [found[key] for key in sorted(found)]

    def spans(self) -> Iterator[Span]:
        """Yield from which negotiation to which a row may be missing, for rows that hang from one."""
        before, is_open = BEFORE, False
        for item in self._in_order():
            if (place := self._place(item)) is None:
                is_open = True
                continue
            if is_open:
                yield before, place
            before, is_open = place, False
        if is_open:
            yield before, LAST

    def _in_order(self) -> Iterator[Item]:
        """Yield everything with each piece in the gap that it left, and a gap still on either side of it."""
        waiting = sorted(self.pieces, key=lambda piece: self._first_place(piece.items), reverse=True)
        for item, following in zip(self.items, self._followings(), strict=True):
            yield item
            while isinstance(item, Gap) and waiting and self._first_place(waiting[-1].items) <= following:
                yield from waiting.pop().items
                yield item

    def _followings(self) -> list[int]:
        """Return for each item the next place from it on."""
        following, found = LAST, []
        for item in reversed(self.items):
            place = self._place(item)
            following = following if place is None else place
            found.append(following)
        return found[::-1]

    def _first_place(self, items: tuple[Item, ...]) -> int:
        return next((place for item in items if (place := self._place(item)) is not None), LAST)

    def _place(self, item: Item) -> int | None:
        return self.shape.place_of(item) if isinstance(item, Row) else None
