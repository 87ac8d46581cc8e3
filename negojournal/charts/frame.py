"""Where things stand on a chart: boxes and frames in points from the top left corner."""

from __future__ import annotations

from dataclasses import dataclass

SCALE = tuple(range(1, 8))
LOW, HIGH = 0.75, 7.25
"""What the y axis spans, always: the scale, with room for marks at its ends."""

PADDING = 6
"""Room around a chart in the window, for the ring around what has the keyboard."""


Place = tuple[float, float]
"""How far from the left and from the top, in points."""


@dataclass(frozen=True, slots=True)
class Box:
    """Hold a rectangle in points from the top left corner of the figure."""

    left: float
    top: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """Return the right edge."""
        return self.left + self.width

    @property
    def bottom(self) -> float:
        """Return the lower edge, counted from the top as well."""
        return self.top + self.height

    def holds(self, other: Box) -> bool:
        """Tell whether another box lies wholly in this one."""
        return (
            self.left <= other.left
            and other.right <= self.right
            and self.top <= other.top
            and other.bottom <= self.bottom
        )

    def meets(self, other: Box) -> bool:
        """Tell whether another box shares ground with this one."""
        return (
            self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom
        )

    def inset(self, *, left: float = 0, top: float = 0, right: float = 0, bottom: float = 0) -> Box:
        """Return the box without a margin on each side."""
        return Box(self.left + left, self.top + top, self.width - left - right, self.height - top - bottom)


@dataclass(frozen=True, slots=True)
class Spot:
    """Hold where a review stands in a figure, in points from the top left corner, and the words that name it."""

    id: str
    x: float
    y: float
    words: str


@dataclass(frozen=True, slots=True)
class Frame:
    """Hold the box of a plot and the values at its left and right edges."""

    box: Box
    start: float
    end: float
    low: float = LOW
    high: float = HIGH

    @property
    def unit(self) -> float:
        """Return how many points wide one unit of x is."""
        return self.box.width / (self.end - self.start)

    def x(self, value: float) -> float:
        """Return the place of a value from the left."""
        return self.box.left + (value - self.start) * self.unit

    def y(self, value: float) -> float:
        """Return the place of a value from the top."""
        return self.box.top + (self.high - value) / (self.high - self.low) * self.box.height
