"""What a chart of insights says: the line under it, its text version, its table, and how it is computed."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Recipe:
    """Hold how something is computed: two sentences and the formula."""

    sentences: tuple[str, str]
    formula: str


@dataclass(frozen=True, slots=True)
class Words:
    """Hold everything that one chart says.

    `text` is the text version, one statement a line. `remarks` stand beside the chart, the most telling first.
    `rows` have as many cells as `header`.
    """

    caption: str
    text: str
    remarks: tuple[str, ...]
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    recipe: Recipe
