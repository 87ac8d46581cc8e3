"""How something is computed: a few sentences, and the formulas in small print."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from negojournal.ui.widgets.leaving import empty
from negojournal.ui.widgets.text import Text, TextRole
from negojournal.ui.widgets.theme import spaced


class MethodText(QWidget):
    """Tell those who want to know."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = spaced(QVBoxLayout(self))

    def show_method(self, sentences: Sequence[str], formulas: Sequence[str] = ()) -> None:
        """Show sentences, and formulas below them."""
        empty(self._column)
        for sentence in sentences:
            self._column.addWidget(Text(QCoreApplication.translate("Method", sentence)))
        for formula in formulas:
            self._column.addWidget(Text(formula, TextRole.SMALL))
