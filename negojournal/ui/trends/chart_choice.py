"""Which chart of the trends is seen."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from negojournal.charts.label import LABELS
from negojournal.charts.registry import CHARTS, TRENDS
from negojournal.ui.widgets.choice_row import ChoiceRow

SEEN = (TRENDS, *LABELS)


class ChartChoice(ChoiceRow):
    """Choose which chart is seen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        names = {key: CHARTS[key].title for key in SEEN}
        super().__init__(names, name=self.tr("Chart"), required=True, parent=parent)
        self.show_chosen(TRENDS)
