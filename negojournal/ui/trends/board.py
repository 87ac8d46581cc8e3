"""The charts of the page: four beside each other, one large, or a table."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QStackedWidget, QWidget

from negojournal.analysis.report import TrendReport
from negojournal.charts.chart import Draw
from negojournal.charts.label import label_of
from negojournal.charts.profile import is_shown
from negojournal.charts.registry import CHARTS, PROFILE, SMALL, TRENDS
from negojournal.charts.words import panel_text
from negojournal.domain.outcome import Outcome
from negojournal.ui.shell.charting.body import NO_LIMIT
from negojournal.ui.shell.charting.presenter import Sight
from negojournal.ui.widgets.chart_canvas import RunLatest, Shown
from negojournal.ui.widgets.chart_table import ChartTable
from negojournal.ui.widgets.chart_view import ChartView
from negojournal.ui.widgets.theme import look, spaced

COLUMNS = 2
PROFILE_HEIGHT = 150
LEAST = 400
"""The least height of the charts; a higher window gives them more."""


class Board(QStackedWidget):
    """Show one chart of a report; `picked` names the small one that is to be seen large."""

    review_chosen = Signal(str)
    picked = Signal(str)

    def __init__(self, run_latest: RunLatest, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._run_latest = run_latest
        self._small = {key: self._build_view() for key in Outcome}
        self._profile = self._build_view()
        self._profile.setFixedHeight(PROFILE_HEIGHT)
        self._large = self._build_view()
        self._table = ChartTable()
        self._table.review_chosen.connect(self.review_chosen)
        self._overview = self._build_overview()
        for each in (self._overview, self._large, self._table):
            self.addWidget(each)

    def show_report(self, report: TrendReport, sight: Sight) -> None:
        """Show what is wanted of a report."""
        chart = CHARTS[sight.chart]
        if sight.as_table:
            self._table.show_table(chart.table(report), chart.title)
            self.setCurrentWidget(self._table)
        elif sight.chart == TRENDS:
            self._show_overview(report)
            self.setCurrentWidget(self._overview)
        else:
            self._large.show_chart(Shown(chart.draw, report, chart.title, chart.text(report)))
            self.setCurrentWidget(self._large)

    def span(self) -> tuple[int, int]:
        """Return the least height at which everything that is shown can be read, and the most it can use."""
        return LEAST + (PROFILE_HEIGHT if self._profile.isVisibleTo(self._overview) else 0), NO_LIMIT

    def focus_start(self) -> None:
        """Put the keyboard on what is shown."""
        shown = self.currentWidget()
        begins: tuple[QWidget, ...] = (self._large, self._table)
        next((one for one in begins if one is shown), self._small[Outcome.INSTRUMENTAL]).setFocus()

    def focus_small(self, key: str) -> None:
        """Put the keyboard on one of the four, after it was seen large."""
        view = self._small.get(Outcome(key)) if key in set(Outcome) else None
        if view is not None and self.currentWidget() is self._overview:
            view.setFocus()

    def _build_view(self) -> ChartView:
        view = ChartView(self._run_latest)
        view.review_chosen.connect(self.review_chosen)
        return view

    def _build_overview(self) -> QWidget:
        overview = QWidget()
        grid = spaced(QGridLayout(overview), gap=look().theme.spacing.between)
        grid.addWidget(self._profile, 0, 0, 1, COLUMNS)
        for at, (key, view) in enumerate(self._small.items()):
            view.picked.connect(lambda key=key: self.picked.emit(key))
            grid.addWidget(view, 1 + at // COLUMNS, at % COLUMNS)
        return overview

    def _show_overview(self, report: TrendReport) -> None:
        for key, view in self._small.items():
            self._show(view, SMALL[key], report, label_of(key), panel_text(report, key))
        latest = CHARTS[PROFILE]
        self._profile.setVisible(is_shown(report))
        self._show(self._profile, latest.draw, report, latest.title, latest.text(report))

    @staticmethod
    def _show(view: ChartView, draw: Draw[TrendReport], report: TrendReport, name: str, text: str) -> None:
        view.show_chart(Shown(draw, report, name, text))
