"""What is compared: a button that says it, with a menu of everything that can be."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from negojournal.analysis.insight.grouping import Choice, Grouping, GroupingKind
from negojournal.charts.frame import PADDING
from negojournal.ui.widgets.button import plain_button
from negojournal.ui.widgets.theme import spaced


class GroupingChoice(QWidget):
    """Choose what negotiations are divided by."""

    picked = Signal(Grouping)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._button = plain_button("")
        self._menu = QMenu(self._button)
        self._button.setMenu(self._menu)
        row = spaced(QHBoxLayout(self))
        row.setContentsMargins(PADDING, 0, PADDING, 0)
        row.addWidget(self._button)
        row.addStretch(1)

    def show_choices(self, choices: Sequence[Choice], chosen: Grouping, label: str) -> None:
        """Offer what can be compared, a menu for each kind of which there are several."""
        self._button.setText(self.tr("Compare: {}").format(label).replace("&", "&&"))
        self._menu.clear()
        for earlier in self._menu.findChildren(QMenu):
            earlier.deleteLater()
        for kind in GroupingKind:
            of_kind = [choice for choice in choices if choice.grouping.kind is kind]
            if of_kind:
                self._offer(self._menu_for(kind, of_kind), of_kind, chosen)

    def _menu_for(self, kind: GroupingKind, choices: Sequence[Choice]) -> QMenu:
        return self._menu if len(choices) == 1 else self._menu.addMenu(self.tr(kind.capitalize()))

    def _offer(self, menu: QMenu, choices: Sequence[Choice], chosen: Grouping) -> None:
        for choice in choices:
            action = menu.addAction(choice.label.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(choice.grouping == chosen)
            action.triggered.connect(lambda _checked=False, to=choice.grouping: self.picked.emit(to))
