"""What a chart is to the page, the command line and the tests, whatever report it is drawn from."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

from negojournal.charts.frame import Box, Spot
from negojournal.charts.table import Table

if TYPE_CHECKING:
    from negojournal.charts.pen import Pen

R = TypeVar("R")

Draw = Callable[["Pen", Box, R], tuple[Spot, ...]]
"""Draw a report into a box and tell where its reviews stand."""


@dataclass(frozen=True, slots=True)
class Chart(Generic[R]):
    """Hold one chart of a report; `height` is what the drawing takes on paper, in points."""

    key: str
    title: str
    height: Callable[[R], float]
    draw: Draw[R]
    table: Callable[[R], Table]
    text: Callable[[R], str]
    caption: Callable[[R], str]
    notes: Callable[[R], tuple[str, ...]]
