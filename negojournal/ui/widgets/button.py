"""Buttons: one main action a page, plain ones beside it, quiet ones for the rest."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QAbstractButton, QPushButton, QToolButton

from negojournal.ui.widgets.icon import Ink, icon
from negojournal.ui.widgets.theme import look
from negojournal.ui.widgets.tip import tip

Run = Callable[[], object]
Button = TypeVar("Button", bound=QAbstractButton)


@dataclass(frozen=True, slots=True)
class LabelledAction:
    """Hold what a button says and what it does."""

    label: str
    run: Run


def main_button(text: str, run: Run | None = None) -> QPushButton:
    """Return the button for the one main action of a page."""
    return _button(text, "main", run)


def plain_button(text: str, run: Run | None = None) -> QPushButton:
    """Return an ordinary button."""
    return _button(text, "plain", run)


def quiet_button(text: str, run: Run | None = None) -> QPushButton:
    """Return a button without a frame, for what is seldom wanted."""
    return _button(text, "quiet", run)


def icon_button(name: str, label: str, run: Run | None = None, ink: Ink = Ink.TEXT) -> QToolButton:
    """Return a button that shows an icon; the label is its tool tip and its name for screen readers."""
    button = QToolButton()
    button.setIcon(icon(name, ink))
    side = look().theme.target.icon
    button.setIconSize(QSize(side, side))
    button.setToolTip(tip(label))
    button.setAccessibleName(label)
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return _wired(button, run)


def _button(text: str, kind: str, run: Run | None) -> QPushButton:
    button = QPushButton(text)
    button.setProperty("kind", kind)
    button.setAutoDefault(True)  # so that Return presses it, as Space does
    return _wired(button, run)


def _wired(button: Button, run: Run | None) -> Button:
    if run is not None:
        button.clicked.connect(lambda _checked: run())
    return button
