"""Walk over what is on screen as a person without a mouse, or without eyes, would meet it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QLabel,
    QLineEdit,
    QScrollBar,
    QWidget,
)

from negojournal.ui.widgets.text import Text

OWNERS = (QAbstractItemView, QLineEdit, QAbstractSpinBox)
"""Widgets that answer for what they are made of."""

LEAST_TARGET = 24
TOLERANCE = 4
"""Device-independent pixels that count as the same line."""


@dataclass(frozen=True)
class Stop:
    """Hold a place where Tab stops: the widget, and where it is in the window."""

    widget: QWidget
    rect: QRect

    def __str__(self) -> str:
        x, y, width, height = self.rect.getRect()
        return f"{type(self.widget).__name__} “{name_of(self.widget)}” at {x},{y} ({width}×{height})"


def on_screen(root: QWidget) -> list[QWidget]:
    """Return the visible widgets that a place consists of, without the innards of lists and fields."""
    return [widget for widget in root.findChildren(QWidget) if widget.isVisible() and not _is_innard(widget)]


def stops(root: QWidget) -> list[Stop]:
    """Return where Tab stops within a place, in Tab's order."""
    found = []
    widget = first = root.window()
    while (widget := widget.nextInFocusChain()) is not first:
        if root.isAncestorOf(widget) and _takes_tab(widget) and not _is_innard(widget):
            found.append(Stop(widget, QRect(widget.mapTo(root.window(), QPoint(0, 0)), widget.size())))
    return found


def nameless(root: QWidget) -> list[str]:
    """Return the stops that a screen reader can't name."""
    return [str(stop) for stop in stops(root) if not name_of(stop.widget)]


def name_of(widget: QWidget) -> str:
    """Return what a screen reader calls a widget."""
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name).strip()


def lonely_labels(root: QWidget) -> list[str]:
    """Return labels of fields that belong to no field; running text and pictures need none."""
    labels = [widget for widget in on_screen(root) if isinstance(widget, QLabel) and not isinstance(widget, Text)]
    return [label.text() for label in labels if label.text() and label.buddy() is None]


def out_of_order(root: QWidget) -> list[str]:
    """Return the steps of Tab that go neither down nor to the right, as reading does."""
    row = stops(root)
    return [f"{one} → {other}" for one, other in pairwise(row) if not _reads_on(one.rect, other.rect)]


def small_targets(root: QWidget) -> list[str]:
    """Return the targets that are hard to hit."""
    targets = [stop for stop in stops(root) if not isinstance(stop.widget, QAbstractItemView)]
    return [str(stop) for stop in targets if min(stop.rect.width(), stop.rect.height()) < LEAST_TARGET]


def unreachable(root: QWidget) -> list[str]:
    """Return the buttons that no key comes to."""
    buttons = [widget for widget in on_screen(root) if isinstance(widget, QAbstractButton) and widget.isEnabled()]
    return [name_of(button) for button in buttons if button.focusPolicy() == Qt.FocusPolicy.NoFocus]


def coloured(root: QWidget) -> list[str]:
    """Return the widgets that bring colours of their own, past the theme whose contrasts are known."""
    return [repr(widget) for widget in on_screen(root) if widget.styleSheet()]


def _reads_on(one: QRect, other: QRect) -> bool:
    is_below = other.center().y() > one.center().y() + TOLERANCE
    is_right = other.left() > one.left() + TOLERANCE
    return is_below or is_right


def _takes_tab(widget: QWidget) -> bool:
    policy = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    return bool(policy) and widget.isVisible() and widget.isEnabled() and widget.focusProxy() is None


def _is_innard(widget: QWidget) -> bool:
    return isinstance(widget, QScrollBar) or any(isinstance(parent, OWNERS) for parent in _parents(widget))


def _parents(widget: QWidget) -> Iterator[QWidget]:
    while (widget := widget.parentWidget()) is not None:
        yield widget


CHECKS = (nameless, lonely_labels, out_of_order, small_targets, unreachable, coloured)


def faults(root: QWidget) -> dict[str, list[str]]:
    """Return all that is wrong with what is on screen, by the check that found it."""
    return {check.__name__: found for check in CHECKS if (found := check(root))}
