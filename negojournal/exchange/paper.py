"""What is printed or handed on, as values: a page's parts in the order of reading, before any of it is typeset.

Headings, labels and captions are the program's own words; all else was written by the user and can be masked.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from negojournal.exchange.passage import Passage

MUCH = 1000
"""Characters from which on it is said how many are left out."""

CUT = "\N{NO-BREAK SPACE}…"
"""What stands where a text was cut."""

Mask = Callable[[str], str]
"""Give a text with its names and amounts replaced."""


@dataclass(frozen=True, slots=True)
class Picture:
    """Hold an image, its size on paper in pixels of 1/96 inch, and what it says in words."""

    content: bytes
    mime: str
    width: int
    height: int
    words: str = ""


@dataclass(frozen=True, slots=True)
class Heading:
    """Begin a part, on a new page if wanted."""

    text: str
    new_page: bool = False


@dataclass(frozen=True, slots=True)
class Lead:
    """Hold what is read first, set apart from the rest."""

    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Note:
    """Hold a remark of the program in small type."""

    text: str


@dataclass(frozen=True, slots=True)
class Column:
    """Head one column of a table: its share of the width in percent; `own` says that its texts are the program's."""

    title: str
    width: int
    right: bool = False
    own: bool = False


Cell = str | Picture


@dataclass(frozen=True, slots=True)
class Table:
    """Hold rows of texts and pictures under their columns."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """Hold a chart with its caption."""

    picture: Picture
    caption: str


@dataclass(frozen=True, slots=True)
class Aside:
    """Hold parts that stand side by side."""

    left: tuple[Block, ...]
    right: tuple[Block, ...]


Block = Heading | Lead | Note | Table | Figure | Passage | Aside


@dataclass(frozen=True, slots=True)
class Paper:
    """Hold what is printed or handed on.

    `kind` and `day` say what it is and of when; `names` are the people and organisations that may stand in its
    texts, `units` those of its amounts. A paper of one page is made to fit; `scale` is the size of its type beside
    the usual one.
    """

    kind: str
    day: date
    title: str
    facts: tuple[str, ...] = ()
    blocks: tuple[Block, ...] = ()
    names: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    one_page: bool = False
    scale: float = 1.0


@dataclass(frozen=True, slots=True)
class Printout:
    """Hold a page as it goes to the printer: the HTML, and the title that stands at the foot of further pages."""

    html: str
    title: str
    one_page: bool = False


def masked(paper: Paper, mask: Mask) -> Paper:
    """Return a paper in which what the user wrote has gone through a mask, in the order of reading."""
    title, facts = mask(paper.title), tuple(map(mask, paper.facts))
    blocks = tuple(_masked(block, mask) for block in paper.blocks)
    return replace(paper, title=title, facts=facts, blocks=blocks, names=())


def _masked(block: Block, mask: Mask) -> Block:
    match block:
        case Lead():
            return replace(block, text=mask(block.text))
        case Figure():
            picture = replace(block.picture, words=mask(block.picture.words))
            return Figure(picture, mask(block.caption))
        case Passage():
            return replace(block, texts=tuple(map(mask, block.texts)))
        case Table():
            return replace(block, rows=tuple(_masked_row(block.columns, row, mask) for row in block.rows))
        case Aside():
            left, right = (tuple(_masked(one, mask) for one in side) for side in (block.left, block.right))
            return Aside(left, right)
        case _:
            return block


def _masked_row(columns: tuple[Column, ...], row: tuple[Cell, ...], mask: Mask) -> tuple[Cell, ...]:
    return tuple(
        cell if column.own or isinstance(cell, Picture) else mask(cell)
        for column, cell in zip(columns, row, strict=True)
    )


def counted(n: int, one: str, many: str) -> str:
    """Return a number with its noun."""
    return f"{n:,} {one if n == 1 else many}"


def cut(text: str, most: int) -> str:
    """Return the beginning of a text, at a word's end where there is one near; where much is left out, how much."""
    if len(text) <= most:
        return text
    head = text[:most]
    end = head.rfind(" ", most * 3 // 4)
    kept = (head if end < 0 else head[:end]).rstrip()
    left = len(text) - len(kept)
    return f"{kept}{CUT} (and {left:,} more characters)" if left >= MUCH else f"{kept}{CUT}"


def line(text: str, most: int) -> str:
    """Return the beginning of a text as one line."""
    return cut(" ".join(text[: 2 * most].split()), most)
