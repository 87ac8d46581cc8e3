"""Draw the practices and traps that go together with higher or lower ratings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from negojournal.analysis.insight.association import Associations
from negojournal.charts.frame import Box, Spot
from negojournal.charts.insight.comparison import difference_of
from negojournal.charts.insight.forest import draw_forest, forest_height
from negojournal.charts.insight.sheet import Drawing

if TYPE_CHECKING:
    from negojournal.charts.pen import Pen


def draw_associations(pen: Pen, box: Box, part: Associations) -> tuple[Spot, ...]:
    """Draw the clearest few; what was compared and is unclear stands in the table."""
    draw_forest(pen, box, [difference_of(row) for row in part.clearest])
    return ()


ASSOCIATIONS = Drawing(
    lambda report: report.associations,
    lambda part: not part.clearest,
    draw_associations,
    lambda part: forest_height(len(part.clearest)),
)
