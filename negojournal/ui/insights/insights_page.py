"""The page of insights: what negotiations show when they are laid beside each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from negojournal.analysis.insight.report import InsightReport
from negojournal.charts.frame import PADDING
from negojournal.charts.insight.registry import INSIGHTS
from negojournal.charts.insight.sheet import finding_of
from negojournal.ui.insights.board import Board
from negojournal.ui.insights.finding_list import FindingList
from negojournal.ui.insights.grouping_choice import GroupingChoice
from negojournal.ui.insights.presenter import HOME, InsightPresenter
from negojournal.ui.shell.charting.body import Body
from negojournal.ui.shell.charting.details import Details, sentence
from negojournal.ui.shell.charting.method import MethodText
from negojournal.ui.shell.charting.page import ChartPage, Emptiness
from negojournal.ui.shell.charting.presenter import Sight
from negojournal.ui.shell.workspace import Workspace
from negojournal.ui.widgets.fold import Fold
from negojournal.ui.widgets.text import Hairline
from negojournal.ui.widgets.theme import look, spaced

if TYPE_CHECKING:
    from negojournal.service.journal import Journal


class InsightsPage(ChartPage[InsightReport]):
    """Show a list of insights, and one of them large."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self.presenter: InsightPresenter = InsightPresenter(self, workspace.tasks, workspace.messages)
        self._seen = self.presenter.sight
        self._findings = FindingList({key: chart.title for key, chart in INSIGHTS.items()})
        self._findings.picked.connect(self.presenter.look_at)
        self.build(self._build_body(), self._findings)

    def show_journal(self, journal: Journal) -> None:
        """Take the open journal and show what is found in it."""
        super().show_journal(journal)
        self.presenter.show_journal(journal, self.workspace.filter.value())

    def show_seen(self, report: InsightReport, sight: Sight) -> None:
        """Show a report that isn't empty."""
        self._findings.show_findings({key: finding_of(report, key) for key in INSIGHTS})
        if sight != self._seen:
            self._scroll.verticalScrollBar().setValue(0)
        self._seen = sight
        self._findings.show_chosen(sight.chart)
        compared = report.comparison
        self._grouping.show_choices(report.choices, compared.grouping, compared.label)
        self._grouping.setVisible(sight.chart == HOME)
        self._board.show_report(report, sight)
        chart, recipe = INSIGHTS[sight.chart], report.words[sight.chart].recipe
        self._details.show_details(chart.caption(report), [sentence(said) for said in chart.notes(report)])
        self._method.show_method(recipe.sentences, (recipe.formula,))
        self._scroll.fit()

    def emptiness(self) -> Emptiness:
        """Say what will be here."""
        return Emptiness(
            self.tr("Nothing to compare yet"),
            self.tr(
                "Here your negotiations are laid beside each other: with and without a plan, what goes together with "
                "better ratings, promises kept, chances and outcomes. Most of it begins to speak from five on."
            ),
            self.tr("No negotiation that was held matches this search and filter."),
        )

    def _build_body(self) -> QWidget:
        spacing = look().theme.spacing
        body = QWidget()
        row = spaced(QHBoxLayout(body), gap=spacing.between)
        row.setContentsMargins(PADDING, 0, 0, 0)
        row.addWidget(self._findings)
        row.addWidget(Hairline(Qt.Orientation.Vertical))
        row.addLayout(self._build_large(), 1)
        return body

    def _build_large(self) -> QVBoxLayout:
        self._grouping = GroupingChoice()
        self._grouping.picked.connect(self.presenter.group_by)
        self._board = Board(self.workspace.tasks.run_latest)
        self._board.review_chosen.connect(self.on_review)
        self._details, self._method = Details(), MethodText()
        below = (self._details, Fold(self.tr("How is this computed?"), self._method))
        self._scroll = Body(self._board, self._board.span, below)
        column = spaced(QVBoxLayout())
        column.addWidget(self._grouping)
        column.addWidget(self._scroll, 1)
        return column
