"""What the page of insights does, without Qt: show what is found, and choose what is compared."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from negojournal.analysis.insight.grouping import Grouping
from negojournal.analysis.insight.report import InsightReport
from negojournal.charts.insight.registry import INSIGHTS
from negojournal.domain.filter import Filter
from negojournal.ui.shell.charting.presenter import ChartPresenter, ChartsView
from negojournal.ui.shell.port import Messages, Tasks

if TYPE_CHECKING:
    from negojournal.service.insight import Insights
    from negojournal.service.journal import Journal

HOME = next(iter(INSIGHTS))
"""What is seen at first."""


class InsightPresenter(ChartPresenter[InsightReport]):
    """Answer the page of insights."""

    topic = "insights"

    def __init__(self, view: ChartsView[InsightReport], tasks: Tasks, messages: Messages) -> None:
        super().__init__(view, tasks, messages, INSIGHTS, HOME)
        self._insights: Insights | None = None
        self._grouping = Grouping()

    def show_journal(self, journal: Journal, chosen: Filter) -> None:
        """Take the open journal and show it through a filter."""
        self._insights = journal.insights
        self.filter_by(chosen)

    def group_by(self, grouping: Grouping) -> None:
        """Compare other groups."""
        self._grouping = grouping
        self.ask()

    def work(self) -> Callable[[], InsightReport] | None:
        """Return what lays the negotiations beside each other."""
        insights, chosen = self._insights, self._filter
        questionnaire, grouping = self._questionnaire, self._grouping
        return None if insights is None else lambda: insights.report(chosen, questionnaire, grouping)

    def is_empty(self, report: InsightReport) -> bool:
        """Tell whether nothing was held or dodged."""
        return report.cases == 0
