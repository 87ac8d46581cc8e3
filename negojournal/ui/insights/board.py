"""One insight, large, as a chart or as a table."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QFontInfo
from PySide6.QtWidgets import QStackedWidget, QWidget

from negojournal.analysis.insight.report import InsightReport
from negojournal.charts.insight.registry import INSIGHTS
from negojournal.charts.style import PRINT_SIZE
from negojournal.ui.shell.charting.body import NO_LIMIT
from negojournal.ui.shell.charting.presenter import Sight
from negojournal.ui.widgets.chart_canvas import RunLatest, Shown
from negojournal.ui.widgets.chart_table import ChartTable
from negojournal.ui.widgets.chart_view import ChartView
from negojournal.ui.widgets.theme import look

LEAST = 340
"""With this height every chart and every table can do; most charts take less."""


class Board(QStackedWidget):
    """Show one chart of a report."""

    review_chosen = Signal(str)

    def __init__(self, run_latest: RunLatest, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view = ChartView(run_latest)
        self._table = ChartTable()
        self._height = 0.0
        for part in (self._view, self._table):
            part.review_chosen.connect(self.review_chosen)
            self.addWidget(part)

    def show_report(self, report: InsightReport, sight: Sight) -> None:
        """Show what is wanted of a report."""
        chart = INSIGHTS[sight.chart]
        self._height = chart.height(report)
        if sight.as_table:
            self._table.show_table(chart.table(report), chart.title)
            self.setCurrentWidget(self._table)
        else:
            self._view.show_chart(Shown(chart.draw, report, chart.title, chart.text(report)))
            self.setCurrentWidget(self._view)

    def span(self) -> tuple[int, int]:
        """Return the least height at which what is shown can be read, and the most it can use."""
        if self.currentWidget() is self._table:
            return LEAST, NO_LIMIT
        paper = round(self._height * QFontInfo(look().font).pixelSize() / PRINT_SIZE)
        return min(paper, LEAST), paper
