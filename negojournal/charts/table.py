"""Charts as tables: the same numbers for those who read rather than look."""

from __future__ import annotations

from dataclasses import dataclass

NOTHING = "–"
"""What a cell says that has nothing to say."""


@dataclass(frozen=True, slots=True)
class Line:
    """Hold one line of a table, and the review it stands for, if any."""

    cells: tuple[str, ...]
    id: str | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """Hold a chart as a table; `widest` is the column that takes the room that is left."""

    headers: tuple[str, ...]
    lines: tuple[Line, ...]
    widest: int = 0
