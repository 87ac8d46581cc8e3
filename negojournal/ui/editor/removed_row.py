"""The rows that were removed, which can be brought back."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QPushButton

from negojournal.ui.widgets.button import quiet_button

V = TypeVar("V")


class RemovedRow(Generic[V]):
    """Hold values with their places in the list; a button offers the last one as long as there is one."""

    def __init__(self, bring_back: Callable[[int, V], None]) -> None:
        self._bring_back = bring_back
        self._held: list[tuple[int, V]] = []
        text = QCoreApplication.translate("Editor", "Bring back what was removed")
        self.button: QPushButton = quiet_button(text, self._on_pressed)
        self.button.hide()

    def hold(self, at: int, value: V) -> None:
        """Offer a value that was at this place."""
        self._held.append((at, value))
        self.button.show()

    def forget(self) -> None:
        """Offer nothing any more."""
        self._held.clear()
        self.button.hide()

    def _on_pressed(self) -> None:
        self._bring_back(*self._held.pop())
        self.button.setVisible(bool(self._held))
