"""The way of the Tab key through parts that are built when they are first wanted."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QScrollArea, QWidget


def chain(root: QWidget) -> None:
    """Let Tab go through everything below a widget in reading order, which is the order of the layouts.

    Qt's own order is the order in which widgets were made.
    """
    for before, after in pairwise(_stops(root)):
        QWidget.setTabOrder(before, after)


def neighbour(widget: QWidget, *, forward: bool) -> QWidget:
    """Return the next widget at which Tab stops, or the one before.

    Qt stops at every control made of several widgets a second time, where it was made, though the part that takes
    the keys stands elsewhere in the order by now: so Tab would go round in the form and never leave it.
    """
    following = QWidget.nextInFocusChain if forward else QWidget.previousInFocusChain
    found = following(widget)
    while found and found is not widget and not (_is_stop(found) and found.isVisible() and found.isEnabled()):
        found = following(found)
    return found or widget


def _is_stop(widget: QWidget) -> bool:
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.focusProxy() is None


def _stops(widget: QWidget) -> Iterator[QWidget]:
    if _is_stop(widget):
        yield widget
    page = widget.widget() if isinstance(widget, QScrollArea) else None
    if page is not None:
        yield from _stops(page)
    layout = widget.layout()
    if layout is not None:
        yield from _stops_in(layout)


def _stops_in(layout: QLayout) -> Iterator[QWidget]:
    for at in range(layout.count()):
        item = layout.itemAt(at)
        if item is None:
            continue
        inner, widget = item.layout(), item.widget()
        if inner is not None:
            yield from _stops_in(inner)
        if widget is not None:
            yield from _stops(widget)
