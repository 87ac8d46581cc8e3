"""Widgets that leave their layout."""

from __future__ import annotations

from PySide6.QtWidgets import QLayout, QWidget


def take_out(widget: QWidget, layout: QLayout) -> None:
    """Take a widget out of a layout and out of sight at once, and let Qt free it when nothing uses it any more."""
    layout.removeWidget(widget)
    widget.hide()
    widget.deleteLater()


def empty(layout: QLayout) -> None:
    """Take every widget out of a layout."""
    while item := layout.takeAt(0):
        if widget := item.widget():
            take_out(widget, layout)
