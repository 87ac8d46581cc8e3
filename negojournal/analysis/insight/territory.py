"""The map of area and counterpart, and where nothing is ever reviewed."""

from __future__ import annotations

from dataclasses import dataclass

from negojournal.analysis.insight.sieve import Use


@dataclass(frozen=True, slots=True)
class Field:
    """Hold one field of the map: an area (column) with a counterpart (row), by their positions; 0 is an empty field."""

    row: int
    column: int
    negotiations: int
    rated: int


@dataclass(frozen=True, slots=True)
class Territory:
    """Hold the map: counterparts as rows, areas as columns, a field for each pair, row by row.

    `never` counts fields where nothing was ever rated, `unmapped` the negotiations without area or counterpart.
    """

    counterparts: tuple[str, ...]
    areas: tuple[str, ...]
    fields: tuple[Field, ...]
    never: int
    use: Use
