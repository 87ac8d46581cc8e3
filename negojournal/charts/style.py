"""How charts look: colours, sizes and fonts, taken from the theme."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from negojournal.domain.outcome import OVERALL, Outcome
from negojournal.domain.theme import Palette, Shape, Theme, readable

WHITE = "#FFFFFF"

PRINT_SIZE = 9.0
"""Points of running text in a file."""

LEADING = 1.4
"""Distance from line to line, in font sizes."""

FINE = 0.06
"""Width of a grid line, in sizes of the running text."""

DASH = ((-1.0, -0.35), (1.0, -0.35), (1.0, 0.35), (-1.0, 0.35))

MARKERS: dict[Shape | None, tuple[Any, float]] = {
    Shape.CIRCLE: ("o", 1.0),
    Shape.SQUARE: ("s", 0.88),
    Shape.DIAMOND: ("D", 0.80),
    Shape.TRIANGLE: ("^", 1.06),
    None: (DASH, 1.1),
}
"""What matplotlib draws for each shape, and its size beside a circle's so that all look alike large."""


@dataclass(frozen=True, slots=True)
class DimensionLook:
    """Hold how one dimension is drawn: colour and shape of its marks (None is a dash), colour of its words."""

    colour: str
    ink: str
    shape: Shape | None


@dataclass(frozen=True, slots=True)
class Lettering:
    """Say how a text is written: by default as running text that begins at its place, on its line.

    `across` and `down` say which part of the text stands at its place. With `clear`, nothing that lies under the
    text shines through.
    """

    size: float | None = None
    colour: str | None = None
    bold: bool = False
    across: str = "left"
    down: str = "baseline"
    clear: bool = False


class Fill(StrEnum):
    """Say how much of a mark is filled, in matplotlib's words."""

    FULL = "full"
    HALF = "left"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Dot:
    """Say how a mark is drawn: its size in points, its colour, its shape in matplotlib's words, how much is filled."""

    size: float
    colour: str
    marker: Any = "o"
    fill: Fill = Fill.FULL


@dataclass(frozen=True, slots=True)
class Stroke:
    """Say how a line is drawn: its width in points, its colour, solid or dashed."""

    width: float
    colour: str
    dashed: bool = False


@dataclass(frozen=True, slots=True)
class ChartStyle:
    """Hold what every chart is drawn with; sizes are points, of which one is one device-independent pixel.

    `families` are font names, the wanted one first; none means the font that comes with the drawing library.
    """

    ground: str
    text: str
    muted: str
    shade: str
    hairline: str
    dimensions: Mapping[str, DimensionLook]
    families: tuple[str, ...] = ()
    small: float = PRINT_SIZE
    body: float = PRINT_SIZE

    @property
    def aside(self) -> Lettering:
        """Return how small words of less weight are written."""
        return Lettering(self.small, self.muted)


def style_from(theme: Theme, palette: Palette, *, family: str = "", size: float = PRINT_SIZE) -> ChartStyle:
    """Return the style for one palette, with the interface's font and the size of its running text."""
    looks = {
        str(outcome): DimensionLook(shown.colour, readable(shown.colour, (palette.window,)), shown.shape)
        for outcome, shown in theme.outcomes.items()
    }
    return ChartStyle(
        ground=palette.window,
        text=palette.text,
        muted=palette.muted,
        shade=palette.outline,
        hairline=palette.hairline,
        dimensions={
            **{outcome: looks[outcome] for outcome in Outcome},
            OVERALL: DimensionLook(palette.text, palette.text, None),
        },
        families=(family,) if family else (),
        small=size * theme.type_scale.small,
        body=size * theme.type_scale.body,
    )


def print_style(theme: Theme, *, family: str = "") -> ChartStyle:
    """Return the style for files and the clipboard: on white, whatever the window looks like."""
    return style_from(theme, replace(theme.light, window=WHITE), family=family)
