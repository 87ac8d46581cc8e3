"""The ring around whatever has the keyboard: one for the whole program."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget
from shiboken6 import isValid

RING_ON_PARENT = "ringOnParent"
"""A property that moves the ring from a bare part to the control that it is part of."""
OWN_RING = "ownRing"
"""A property of widgets that paint their focus themselves, with `Look.draw_ring`."""

DrawRing = Callable[[QPainter, QRectF], None]


class FocusRing(QObject):
    """Put a ring on the widget that has the focus and take it off when the focus leaves."""

    def __init__(self, draw: DrawRing, parent: QObject) -> None:
        super().__init__(parent)
        self._draw = draw
        self._ring: _Ring | None = None

    def on_focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        """Move the ring to the widget that has just got the focus."""
        if self._ring is not None and isValid(self._ring):
            self._ring.hide()
            self._ring.deleteLater()
        target = _target(new)
        self._ring = _Ring(target, self._draw) if target is not None else None


def _target(widget: QWidget | None) -> QWidget | None:
    if widget is None or widget.isWindow() or isinstance(widget, QMenu | QMenuBar) or widget.property(OWN_RING):
        return None
    if widget.window().windowType() is Qt.WindowType.Popup:
        return None
    return widget.parentWidget() if widget.property(RING_ON_PARENT) else widget


class _Ring(QWidget):
    """Draw the ring over a widget's edge, and stay on it when it is resized."""

    def __init__(self, target: QWidget, draw: DrawRing) -> None:
        super().__init__(target)
        self._draw = draw
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
        """Draw the ring."""
        self._draw(QPainter(self), QRectF(self.rect()))
