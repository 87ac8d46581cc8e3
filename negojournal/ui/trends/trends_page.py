"""The page of trends: am I getting better, at what, and since when."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from negojournal.analysis.report import TrendReport
from negojournal.ui.shell.charting.body import Body
from negojournal.ui.shell.charting.method import MethodText
from negojournal.ui.shell.charting.page import ChartPage, Emptiness
from negojournal.ui.shell.charting.presenter import Sight
from negojournal.ui.shell.port import Run
from negojournal.ui.shell.workspace import Workspace
from negojournal.ui.trends.board import Board
from negojournal.ui.trends.chart_choice import ChartChoice
from negojournal.ui.trends.details import TrendDetails
from negojournal.ui.trends.method import FORMULAS, LEVEL, TREND
from negojournal.ui.trends.milestone_section import MilestoneSection
from negojournal.ui.trends.presenter import TrendsPresenter
from negojournal.ui.widgets.fold import Fold

if TYPE_CHECKING:
    from negojournal.service.journal import Journal


class TrendsPage(ChartPage[TrendReport]):
    """Show the trends of what the shared filter lets through."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self.presenter: TrendsPresenter = TrendsPresenter(self, workspace.tasks, workspace.messages)
        self._charts = ChartChoice()
        self._charts.picked.connect(self.presenter.look_at)
        self.build(self._build_body(), self._charts, above=(self._charts,))

    def show_journal(self, journal: Journal) -> None:
        """Take the open journal and show its trends."""
        super().show_journal(journal)
        self._milestones.presenter.show_journal(journal)
        self.presenter.show_journal(journal, self.workspace.filter.value())

    def refresh(self) -> None:
        """Ask again for what is on the page."""
        super().refresh()
        self._milestones.presenter.refresh()

    def commands(self) -> Mapping[str, Run]:
        """Return what can be done with what is shown."""
        return {"new-milestone": self._on_new_milestone, **super().commands()}

    def show_seen(self, report: TrendReport, sight: Sight) -> None:
        """Show a report that isn't empty."""
        self._charts.show_chosen(sight.chart)
        self._board.show_report(report, sight)
        self._details.show_report(report, sight)
        self._scroll.fit()

    def emptiness(self) -> Emptiness:
        """Say what will be here."""
        return Emptiness(
            self.tr("No ratings yet"),
            self.tr(
                "Rate how your negotiations felt. From the first rating on they stand here; from the tenth on, "
                "this page says whether they rise or fall."
            ),
            self.tr("No rated negotiation matches this search and filter."),
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back to all four by Escape, and to the one of them that was large."""
        before = self.presenter.sight
        super().keyPressEvent(event)
        if self.presenter.sight != before:
            self._board.focus_small(before.chart)

    def _build_body(self) -> Body:
        self._board = Board(self.workspace.tasks.run_latest)
        self._board.picked.connect(self._on_picked)
        self._details = TrendDetails()
        self._milestones = MilestoneSection(self.workspace)
        self._milestones.opened.connect(self._on_form_opened)
        self._fold = Fold(self.tr("Milestones"), self._milestones)
        for chosen in (self._board.review_chosen, self._details.review_chosen):
            chosen.connect(self.on_review)
        method = MethodText()
        method.show_method((TREND, LEVEL), FORMULAS)
        below = (self._details, self._fold, Fold(self.tr("How is this computed?"), method))
        self._scroll = Body(self._board, self._board.span, below)
        return self._scroll

    def _on_picked(self, chart: str) -> None:
        self.presenter.look_at(chart)
        self._board.focus_start()

    def _on_new_milestone(self) -> None:
        self._milestones.presenter.begin()

    def _on_form_opened(self) -> None:
        self.show_body()
        self._fold.set_open(True)
        QTimer.singleShot(0, self, lambda: self._scroll.ensureWidgetVisible(self._milestones))
