"""Draw two groups beside each other: how far apart their medians are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from negojournal.analysis.insight.comparison import Comparison, Contrast
from negojournal.analysis.phrase import score_words
from negojournal.charts.frame import Box, Spot
from negojournal.charts.insight.forest import Difference, draw_forest, forest_height
from negojournal.charts.insight.row import Row
from negojournal.charts.insight.sheet import Drawing
from negojournal.domain.outcome import DIMENSIONS

if TYPE_CHECKING:
    from negojournal.charts.pen import Pen


def draw_comparison(pen: Pen, box: Box, part: Comparison) -> tuple[Spot, ...]:
    """Draw a row for each outcome, or for each group of the kind compared."""
    draw_forest(pen, box, [difference_of(row) for row in part.rows], _group(part))
    return ()


def difference_of(contrast: Contrast) -> Difference:
    """Return a contrast as a row with both medians and counts, or with how many more it takes."""
    key = contrast.key if contrast.key in DIMENSIONS else None
    return Difference(Row(contrast.label, said_of(contrast), key), contrast.difference, contrast.interval)


def said_of(contrast: Contrast) -> str:
    """Return both medians with their counts: 5.5 from 12, 4.8 from 31; below 5 what is missing."""
    one, other = contrast.one, contrast.other
    if one.median is None or other.median is None:
        return _missing(contrast)
    return f"{score_words(one.median)} from {one.n:,}, {score_words(other.median)} from {other.n:,}"


def _missing(contrast: Contrast) -> str:
    one, other = contrast.one, contrast.other
    if one.needed and other.needed:
        return f"needs {one.needed} and {other.needed} more"
    lacking = one if one.needed else other
    whose = "" if lacking.label == contrast.label else f" {lacking.label}"
    return f"needs {lacking.needed} more{whose}"


def _group(part: Comparison) -> str:
    """Return the name of the one group that stands against the other; none where there are several."""
    return part.rows[0].one.label if part.grouping.is_pair else ""


COMPARISON = Drawing(
    lambda report: report.comparison,
    lambda part: all(row.difference is None for row in part.rows),
    draw_comparison,
    lambda part: forest_height(len(part.rows)),
)
