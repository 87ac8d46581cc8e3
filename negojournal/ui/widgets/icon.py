"""Icons drawn from one SVG family, in the colours of the moment and sharp at any size."""

from __future__ import annotations

from enum import StrEnum
from functools import cache

from PySide6.QtCore import QByteArray, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QIconEngine, QPainter, QPixmap, QPixmapCache
from PySide6.QtSvg import QSvgRenderer

from negojournal.paths import resource_folder
from negojournal.ui.widgets.theme import look


class Ink(StrEnum):
    """Name the colour of the palette that an icon is drawn in."""

    TEXT = "text"
    MUTED = "muted"
    ACCENT = "accent"
    ACCENT_TEXT = "accent_text"
    DANGER = "danger"
    WARNING = "warning"


@cache
def icon(name: str, ink: Ink = Ink.TEXT) -> QIcon:
    """Return the icon of a name, e.g. `new-review`; it follows the scheme by itself."""
    return QIcon(_Engine(name, ink))


@cache
def app_icon() -> QIcon:
    """Return the program's own icon, in colour."""
    return QIcon(str(resource_folder() / "icons" / "app" / "negojournal.svg"))


@cache
def _drawing(name: str) -> str:
    return (resource_folder() / "icons" / f"{name}.svg").read_text(encoding="utf-8")


class _Engine(QIconEngine):
    """Paint one drawing of the family in the palette's ink for the mode that is asked for."""

    _clones: list[_Engine] = []  # noqa: RUF012 - Qt owns clones without keeping their Python side alive

    def __init__(self, name: str, ink: Ink) -> None:
        super().__init__()
        self._name = name
        self._ink = ink
        _drawing(name)

    def clone(self) -> QIconEngine:
        """Return another engine for the same icon."""
        clone = _Engine(self._name, self._ink)
        self._clones.append(clone)
        return clone

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        """Paint the icon in the middle of a rectangle."""
        scale = painter.device().devicePixelRatio()
        painter.drawPixmap(rect.topLeft(), self.scaledPixmap(rect.size(), mode, state, scale))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        """Return the icon at a size, for a screen of 100 %."""
        return self.scaledPixmap(size, mode, state, 1.0)

    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, _state: QIcon.State, scale: float) -> QPixmap:  # noqa: N802 - Qt’s name
        """Return the icon at a size in device-independent pixels, rendered once per size, scale and ink."""
        palette = look().palette
        ink: str = getattr(palette, "disabled" if mode is QIcon.Mode.Disabled else self._ink.value)
        key = f"negojournal-icon {self._name} {size.width()}x{size.height()}@{scale} {ink}"
        kept = QPixmap()
        if not QPixmapCache.find(key, kept):
            kept = _render(self._name, (size.toSizeF() * scale).toSize(), ink)
            kept.setDevicePixelRatio(scale)
            QPixmapCache.insert(key, kept)
        return kept


def _render(name: str, size: QSize, ink: str) -> QPixmap:
    drawn = QPixmap(size)
    drawn.fill(QColor(Qt.GlobalColor.transparent))
    side = min(size.width(), size.height())
    corner = QPoint((size.width() - side) // 2, (size.height() - side) // 2)
    painter = QPainter(drawn)
    renderer = QSvgRenderer(QByteArray(_drawing(name).replace("currentColor", ink).encode()))
    renderer.render(painter, QRectF(corner, QSize(side, side)))
    painter.end()
    return drawn
