"""How high a paper comes out, near enough to choose what there is room for; the printer makes the rest fit."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from functools import singledispatch
from math import ceil

from negojournal.exchange.page import HALF, WIDTH
from negojournal.exchange.paper import Aside, Block, Cell, Column, Figure, Heading, Lead, Note, Paper, Picture, Table
from negojournal.exchange.passage import Passage

LINE, SMALL_LINE = 16.5, 13.5
"""Height of a line of running text and of small text, in pixels of 1/96 inch."""

CHARACTER = 5.6
"""Width of a character on average; letters of China, Japan and Korea take two."""

HEADER, HEADING, LEAD, ROW, PAUSE = 66.0, 36.0, 30.0, 4.5, 6.0
"""What parts take beside their lines."""

INDENT, PADDING = 20.0, 7.0
"""What a list and a cell take of the width."""


def height_of(paper: Paper) -> float:
    """Return about how high a paper is, in pixels of 1/96 inch."""
    return HEADER + sum(_height(block, WIDTH) for block in paper.blocks)


@singledispatch
def _height(block: Block, width: float) -> float:
    raise NotImplementedError(block, width)


@_height.register
def _of_heading(_: Heading, _width: float) -> float:
    return HEADING


@_height.register
def _of_note(block: Note, width: float) -> float:
    return _lines(block.text, width) * SMALL_LINE + PAUSE


@_height.register
def _of_lead(block: Lead, width: float) -> float:
    return _lines(block.text, width - INDENT) * LINE + LEAD


@_height.register
def _of_passage(block: Passage, width: float) -> float:
    label = SMALL_LINE if block.label else 0.0
    room, pause = (width - INDENT, PAUSE / 3) if block.listed else (width, PAUSE)
    return label + PAUSE / 3 + sum(_lines(text, room) * LINE + pause for text in block.texts)


@_height.register
def _of_table(block: Table, width: float) -> float:
    head = [column.title for column in block.columns]
    rows = (head, *block.rows) if any(head) else block.rows
    return PAUSE + sum(_row_height(block.columns, row, width) for row in rows)


@_height.register
def _of_figure(block: Figure, width: float) -> float:
    return HEADING + block.picture.height + _lines(block.caption, width) * SMALL_LINE


@_height.register
def _of_aside(block: Aside, width: float) -> float:
    return max(sum(_height(one, width * HALF / 100) for one in side) for side in (block.left, block.right)) + PAUSE


def _row_height(columns: tuple[Column, ...], cells: Iterable[Cell], width: float) -> float:
    lines = (
        ceil(cell.height / LINE) if isinstance(cell, Picture) else _lines(cell, width * column.width / 100 - PADDING)
        for column, cell in zip(columns, cells, strict=True)
    )
    return max(lines, default=1) * LINE + ROW


def _lines(text: str, width: float) -> int:
    return sum(max(1, ceil(_columns(line) * CHARACTER / width)) for line in text.splitlines() or ("",))


def _columns(line: str) -> int:
    return len(line) + sum(unicodedata.east_asian_width(character) in "WF" for character in line)
