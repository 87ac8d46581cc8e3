"""What stands above charts: by which questionnaire, and what can be done with them."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from negojournal.domain.questionnaire import Questionnaire
from negojournal.ui.shell.actions import Actions
from negojournal.ui.shell.charting.presenter import Sight
from negojournal.ui.widgets.button import icon_button, quiet_button
from negojournal.ui.widgets.theme import spaced


class Toolbar(QWidget):
    """Offer what can be done; `rated_by` carries the key of a questionnaire, None for the one with more ratings."""

    rated_by = Signal(object)

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._questionnaires = QComboBox()
        self._questionnaires.setAccessibleName(self.tr("Questionnaire"))
        self._questionnaires.setToolTip(self.tr("Which ratings are used"))
        self._questionnaires.activated.connect(self._on_questionnaire)
        self._table = quiet_button(self.tr("Show as table"), lambda: actions.run("show-table"))
        row = spaced(QHBoxLayout(self))
        row.addWidget(self._questionnaires)
        row.addWidget(self._table)
        row.addWidget(icon_button("copy", self.tr("Copy the chart"), lambda: actions.run("copy-image")))
        row.addWidget(icon_button("save-image", self.tr("Save the chart"), lambda: actions.run("save-image")))

    def show_sight(self, sight: Sight) -> None:
        """Offer the table beside a chart, and the chart beside a table."""
        self._table.setText(self.tr("Show as chart") if sight.as_table else self.tr("Show as table"))

    def show_questionnaires(self, questionnaires: tuple[Questionnaire, ...]) -> None:
        """Offer the questionnaires, keeping the one that is chosen."""
        chosen = self._questionnaires.currentData()
        self._questionnaires.clear()
        self._questionnaires.addItem(self.tr("Ratings: automatic"), None)
        for one in questionnaires:
            self._questionnaires.addItem(one.title, one.key)
        self._questionnaires.setCurrentIndex(max(self._questionnaires.findData(chosen), 0))

    def _on_questionnaire(self, at: int) -> None:
        self.rated_by.emit(self._questionnaires.itemData(at))
