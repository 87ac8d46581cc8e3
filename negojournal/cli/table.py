"""Lines and columns for the terminal."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from itertools import accumulate

from negojournal.cli.terminal import say

GAP = "  "


def one_line(text: str, width: int) -> str:
    """Return the beginning of a text, without what would break or steer the line."""
    plain = "".join(character if character.isprintable() else " " for character in text)
    if room(plain) <= width:
        return plain
    ends = accumulate(map(room, plain))
    return plain[: sum(end < width for end in ends)] + "…"


def room(text: str) -> int:
    """Return how many columns a text takes: two for each wide character, none for a mark on the one before it."""
    return sum(_columns(character) for character in text)


def _columns(character: str) -> int:
    if unicodedata.combining(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def _padding(text: str, width: int) -> str:
    return " " * (width - room(text))


def print_table(headers: Sequence[str], rows: Sequence[Sequence[str]], right: int = 0) -> None:
    """Print columns under their headers, so many of the last set to the right."""
    widths = [max(map(room, column)) for column in zip(headers, *rows, strict=True)]
    first_right = len(headers) - right
    for row in (headers, *rows):
        cells = (
            _padding(cell, width) + cell if number >= first_right else cell + _padding(cell, width)
            for number, (cell, width) in enumerate(zip(row, widths, strict=True))
        )
        say(GAP.join(cells).rstrip())
