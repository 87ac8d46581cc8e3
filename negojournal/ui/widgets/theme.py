"""The one place that applies the look to the window and tells painters what it is at the moment."""

from __future__ import annotations

from dataclasses import asdict
from enum import Enum
from string import Template
from typing import ClassVar, TypeVar

from PySide6.QtCore import QObject, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPainter, QPalette, QPen
from PySide6.QtWidgets import QApplication, QLayout

from negojournal.domain.theme import Palette, Scheme, Theme, with_accent
from negojournal.paths import resource_folder
from negojournal.ui.widgets.focus_ring import FocusRing

AnyLayout = TypeVar("AnyLayout", bound=QLayout)


class FontSize(Enum):
    """Name the four sizes of the type scale."""

    SMALL = "small"
    BODY = "body"
    HEADING = "heading"
    TITLE = "title"


class Look(QObject):
    """Own the applied look: the theme, the palette of the moment, and the sheet made from them."""

    changed = Signal()
    applied: ClassVar[Look | None] = None

    def __init__(self, app: QApplication, theme: Theme) -> None:
        super().__init__(app)
        app.setStyle("Fusion")
        self._app = app
        self._scheme = Scheme.SYSTEM
        self._painted: str | None = None
        self.theme = theme
        self.is_dark = False
        self.palette = theme.light
        self.font = QFont(app.font())
        self._ring = FocusRing(self.draw_ring, self)
        app.focusChanged.connect(self._ring.on_focus_changed)
        app.styleHints().colorSchemeChanged.connect(self._on_system_changed)

    def show_scheme(self, theme: Theme, scheme: Scheme) -> None:
        """Draw everything in a scheme; the system is asked to do likewise with window frames."""
        self.theme, self._scheme = theme, scheme
        hints = self._app.styleHints()
        wanted = {Scheme.LIGHT: Qt.ColorScheme.Light, Scheme.DARK: Qt.ColorScheme.Dark}.get(scheme)
        if wanted is None:
            hints.unsetColorScheme()
        else:
            hints.setColorScheme(wanted)
        self._refresh()

    def draw_ring(self, painter: QPainter, rect: QRectF) -> None:
        """Paint the ring of the focus just inside a rectangle, parted by a line from a ground of its own colour."""
        line = self.theme.line
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for ink, width, inset in (
            (self.palette.window, line.hairline, line.focus + line.hairline / 2),
            (self.palette.focus, line.focus, line.focus / 2),
        ):
            painter.setPen(QPen(colour(ink), width))
            painter.drawRoundedRect(
                rect.adjusted(inset, inset, -inset, -inset), line.radius - inset, line.radius - inset
            )

    def _on_system_changed(self) -> None:
        if self._scheme is Scheme.SYSTEM:
            self._refresh()

    def _refresh(self) -> None:
        self.is_dark = self._scheme is Scheme.DARK or (
            self._scheme is Scheme.SYSTEM and self._app.styleHints().colorScheme() is Qt.ColorScheme.Dark
        )
        chosen = self.theme.dark if self.is_dark else self.theme.light
        self.palette = self._with_system_accent(chosen)
        sheet = _style_sheet(self.theme, self.palette, self.font)
        self._app.setPalette(_qt_palette(self.palette))
        if sheet == self._painted:
            return
        self._painted = sheet
        self._app.setStyleSheet(sheet)
        self.changed.emit()

    def _with_system_accent(self, palette: Palette) -> Palette:
        """Take the system's accent where it has one; Fusion's own stands for having none."""
        if self._painted is not None:
            self._app.setPalette(QPalette())
        accent = self._app.palette().color(QPalette.ColorRole.Accent)
        own = self._app.style().standardPalette().color(QPalette.ColorRole.Accent)
        return palette if accent == own else with_accent(palette, accent.name().upper())


def apply_theme(app: QApplication, theme: Theme, scheme: Scheme = Scheme.SYSTEM) -> None:
    """Draw the program in a theme; call it before the first widget, and again to change the scheme."""
    if Look.applied is None:
        Look.applied = Look(app, theme)
    Look.applied.show_scheme(theme, scheme)


def look() -> Look:
    """Return the applied look."""
    if Look.applied is None:
        message = "apply_theme comes before the first widget"
        raise RuntimeError(message)
    return Look.applied


def colour(text: str) -> QColor:
    """Return Qt's colour for one of the theme's."""
    return QColor(text)


def font(size: FontSize = FontSize.BODY, *, bold: bool = False) -> QFont:
    """Return the font to paint with: the system's, in one of the four sizes and two weights."""
    applied = look()
    scale = applied.theme.type_scale
    scaled = QFont(applied.font)
    factor: float = getattr(scale, size.value)
    if applied.font.pointSizeF() > 0:
        scaled.setPointSizeF(applied.font.pointSizeF() * factor)
    else:
        scaled.setPixelSize(round(applied.font.pixelSize() * factor))
    scaled.setWeight(QFont.Weight(scale.bold if bold else scale.regular))
    return scaled


def spaced(layout: AnyLayout, *, gap: int | None = None, margin: int = 0) -> AnyLayout:
    """Set a layout's spacing (by default `inside`) and its margins, and return it."""
    layout.setSpacing(look().theme.spacing.inside if gap is None else gap)
    layout.setContentsMargins(margin, margin, margin, margin)
    return layout


def _style_sheet(theme: Theme, palette: Palette, base: QFont) -> str:
    spacing, line = theme.spacing, theme.line
    around_text = 2 * (spacing.step + line.hairline)
    unit, size = ("pt", base.pointSizeF()) if base.pointSizeF() > 0 else ("px", float(base.pixelSize()))
    folder = resource_folder() / "theme"
    values: dict[str, object] = {
        **asdict(palette),
        **asdict(spacing),
        **{f"{each.value}_size": f"{size * getattr(theme.type_scale, each.value):g}{unit}" for each in FontSize},
        "small_radius": spacing.step,
        "bold": theme.type_scale.bold,
        "radius": line.radius,
        "hairline_width": line.hairline,
        "focus_width": line.focus,
        "control_inner": theme.target.control - around_text,
        "arrow": spacing.step * 3,
        "scroll": spacing.step * 3,
        "scroll_radius": spacing.step // 2 + 1,
        "scroll_margin": spacing.step // 2 + 1,
        "spin_above": spacing.step - 1,
        "spin_below": spacing.step - 2,
        "area": spacing.step + spacing.step // 2,
        "least": theme.target.least,
        "mark": spacing.step * 4,
        "radio": spacing.step * 2 + 2,
        "tick": (folder / ("tick-white.svg" if palette.accent_text == "#FFFFFF" else "tick-black.svg")).as_posix(),
        **{f"arrow_{way}": (folder / f"arrow-{way}.svg").as_posix() for way in ("up", "down", "right")},
    }
    return Template((folder / "style.qss").read_text(encoding="utf-8")).substitute(values)


def _qt_palette(palette: Palette) -> QPalette:
    role = QPalette.ColorRole
    colours = {
        role.Window: palette.window,
        role.WindowText: palette.text,
        role.Base: palette.surface,
        role.AlternateBase: palette.raised,
        role.Text: palette.text,
        role.Button: palette.raised,
        role.ButtonText: palette.text,
        role.BrightText: palette.accent_text,
        role.ToolTipBase: palette.raised,
        role.ToolTipText: palette.text,
        role.PlaceholderText: palette.muted,
        role.Highlight: palette.accent,
        role.HighlightedText: palette.accent_text,
        role.Accent: palette.accent,
        role.Link: palette.accent,
        role.LinkVisited: palette.accent,
        role.Light: palette.surface,
        role.Midlight: palette.raised,
        role.Mid: palette.hairline,
        role.Dark: palette.outline,
        role.Shadow: palette.outline,
    }
    built = QPalette()
    for each, text in colours.items():
        built.setColor(each, colour(text))
    for each in (role.WindowText, role.Text, role.ButtonText):
        built.setColor(QPalette.ColorGroup.Disabled, each, colour(palette.disabled))
    return built
