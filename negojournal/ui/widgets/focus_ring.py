"""The ring around whatever has the keyboard: one for the whole program."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget
from shiboken6 import isValid

RING_ON_PARENT = "ringOnParent"
"""A property that moves the ring from a bare part to the control that it is part of."""
OWN_RING = "ownRing"
"""A property of widgets that paint their focus themselves, with `draw_ring`."""


class FocusRing(QObject):
    """Put a ring on the widget that has the focus and take it off when the focus leaves."""

    def __init__(self, pen: Callable[[], QPen], radius: int, parent: QObject) -> None:
        super().__init__(parent)
        self._pen = pen
        self._radius = radius
        self._ring: _Ring | None = None

    def on_focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        """Move the ring to the widget that has just got the focus."""
        if self._ring is not None and isValid(self._ring):
            self._ring.hide()
            self._ring.deleteLater()
        target = _target(new)
        self._ring = _Ring(target, self._pen, self._radius) if target is not None else None


def draw_ring(painter: QPainter, rect: QRectF, pen: QPen, radius: int) -> None:
    """Paint the ring just inside a rectangle."""
    half = pen.widthF() / 2
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(rect.adjusted(half, half, -half, -half), radius, radius)


def _target(widget: QWidget | None) -> QWidget | None:
    if widget is None or widget.isWindow() or isinstance(widget, QMenu | QMenuBar) or widget.property(OWN_RING):
        return None
    if widget.window().windowFlags() & Qt.WindowType.Popup == Qt.WindowType.Popup:
        return None
    return widget.parentWidget() if widget.property(RING_ON_PARENT) else widget


class _Ring(QWidget):
    """Draw the ring over a widget's edge, and stay on it when it is resized."""

    def __init__(self, target: QWidget, pen: Callable[[], QPen], radius: int) -> None:
        super().__init__(target)
        self._pen = pen
        self._radius = radius
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setGeometry(target.rect())
        target.installEventFilter(self)
        self.show()
        self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the size of the widget."""
        if event.type() is QEvent.Type.Resize and isinstance(watched, QWidget):
            self.setGeometry(watched.rect())
        return False

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ring just inside the edge."""
        draw_ring(QPainter(self), QRectF(self.rect()), self._pen(), self._radius)
