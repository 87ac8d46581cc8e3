"""The look as values: colours, sizes and spacings that widgets, charts and reports share."""

from __future__ import annotations

import colorsys
from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache

from negojournal.domain.outcome import Outcome

TEXT_CONTRAST = 4.5
"""Least contrast of text with its ground (WCAG 2.2, 1.4.3)."""

INKS = ("#FFFFFF", "#000000")


class Scheme(StrEnum):
    """Name where light or dark comes from."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Shape(StrEnum):
    """Name the mark that stands beside a colour, so that colour is never alone."""

    CIRCLE = "circle"
    SQUARE = "square"
    DIAMOND = "diamond"
    TRIANGLE = "triangle"


@dataclass(frozen=True, slots=True)
class Palette:
    """Hold the colours of one scheme as `#RRGGBB`."""

    window: str
    surface: str
    raised: str
    selection: str
    text: str
    muted: str
    disabled: str
    hairline: str
    outline: str
    accent: str
    accent_text: str
    focus: str
    danger: str
    warning: str

    def grounds(self) -> tuple[str, ...]:
        """Return the colours that text is set on."""
        return (self.window, self.surface, self.raised, self.selection)


@dataclass(frozen=True, slots=True)
class OutcomeLook:
    """Hold the colour and shape of one outcome, the same in both schemes, and the ink to write on it."""

    colour: str
    ink: str
    shape: Shape


@dataclass(frozen=True, slots=True)
class Spacing:
    """Hold the distances in device-independent pixels: multiples of `step`."""

    step: int
    inside: int
    between: int
    around: int


@dataclass(frozen=True, slots=True)
class TypeScale:
    """Hold the four sizes as factors of the system's font, the two weights, and the width of running text."""

    small: float
    body: float
    heading: float
    title: float
    regular: int
    bold: int
    line_characters: int


@dataclass(frozen=True, slots=True)
class Target:
    """Hold the least sides of what is clicked, in device-independent pixels."""

    least: int
    control: int
    rating: int
    icon: int


@dataclass(frozen=True, slots=True)
class Line:
    """Hold the corner radius and the stroke widths in device-independent pixels."""

    radius: int
    hairline: int
    focus: int
    icon: float


@dataclass(frozen=True, slots=True)
class Theme:
    """Hold everything that decides how the program looks."""

    light: Palette
    dark: Palette
    outcomes: Mapping[Outcome, OutcomeLook]
    spacing: Spacing
    type_scale: TypeScale
    target: Target
    line: Line


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two `#RRGGBB` colours, 1 to 21 (WCAG 2.2, "contrast ratio")."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def ink_on(ground: str) -> str:
    """Return black or white, whichever reads better on a ground."""
    return max(INKS, key=lambda ink: contrast(ink, ground))


@lru_cache(maxsize=64)
def readable(colour: str, grounds: tuple[str, ...]) -> str:
    """Return the colour of the same hue nearest to `colour` that reads as text on every ground.

    The grounds are those of one scheme, all lighter or all darker than the result can be. It is asked for the same few
    colours by every chart that is drawn.
    """
    hue, lightness, saturation = colorsys.rgb_to_hls(*_channels(colour))
    end, step = (1.0, 0.01) if ink_on(grounds[0]) == INKS[0] else (0.0, -0.01)
    while min(contrast(colour, ground) for ground in grounds) < TEXT_CONTRAST and lightness != end:
        lightness = min(1.0, max(0.0, lightness + step))
        colour = _hex(colorsys.hls_to_rgb(hue, lightness, saturation))
    return colour


def with_accent(palette: Palette, accent: str) -> Palette:
    """Return the palette with another accent, made readable on the palette's grounds."""
    colour = readable(accent, palette.grounds())
    return replace(palette, accent=colour, focus=colour, accent_text=ink_on(colour))


def _channels(colour: str) -> tuple[float, float, float]:
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return red, green, blue


def _hex(channels: tuple[float, float, float]) -> str:
    return "#" + "".join(f"{round(channel * 255):02X}" for channel in channels)


def _luminance(colour: str) -> float:
    """Return the relative luminance, 0 to 1 (WCAG 2.2, "relative luminance")."""
    linear_below = 0.04045
    red, green, blue = (
        channel / 12.92 if channel <= linear_below else ((channel + 0.055) / 1.055) ** 2.4
        for channel in _channels(colour)
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
