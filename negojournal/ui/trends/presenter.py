"""What the page of trends does, without Qt: show the trends, keep the milestones."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Protocol

from negojournal.analysis.report import TrendReport
from negojournal.charts.registry import CHARTS, TRENDS
from negojournal.domain.change import Change
from negojournal.domain.filter import Filter
from negojournal.domain.identity import MilestoneId
from negojournal.domain.negotiation import Milestone
from negojournal.errors import InvalidError, JournalError
from negojournal.ui.shell.charting.presenter import ChartPresenter, ChartsView, Sight
from negojournal.ui.shell.port import Messages, Tasks

if TYPE_CHECKING:
    from negojournal.service.journal import Journal
    from negojournal.service.trend import Trends


HOME = Sight(TRENDS)
"""What is seen at first: all four outcomes."""


class TrendsPresenter(ChartPresenter[TrendReport]):
    """Answer the page of trends."""

    topic = "trends"

    def __init__(self, view: ChartsView[TrendReport], tasks: Tasks, messages: Messages) -> None:
        super().__init__(view, tasks, messages, CHARTS, HOME.chart)
        self._trends: Trends | None = None

    def show_journal(self, journal: Journal, chosen: Filter) -> None:
        """Take the open journal and show it through a filter."""
        self._trends = journal.trends
        self.filter_by(chosen)

    def work(self) -> Callable[[], TrendReport] | None:
        """Return what computes every outcome's trend."""
        trends, chosen, questionnaire = self._trends, self._filter, self._questionnaire
        return None if trends is None else lambda: trends.report(chosen, questionnaire)

    def is_empty(self, report: TrendReport) -> bool:
        """Tell whether nothing is rated."""
        return report.reviews == 0

    def step_back(self) -> bool:
        """Leave the table, or else the large chart, and tell whether there was one."""
        if self.sight.as_table or self.sight == HOME:
            return super().step_back()
        self.see(HOME)
        return True


class MilestoneView(Protocol):
    """Show the milestones and the form for one of them."""

    def show_milestones(self, milestones: tuple[Milestone, ...]) -> None:
        """List the milestones."""

    def show_form(self, milestone: Milestone | None) -> None:
        """Open the form for one, or for a new one."""

    def close_form(self) -> None:
        """Close the form."""

    def show_problem(self, sentence: str) -> None:
        """Say beside the form what is wrong with it."""


class MilestonePresenter:
    """Add, edit and delete milestones; each can be undone."""

    def __init__(self, view: MilestoneView, tasks: Tasks, messages: Messages, tell: Callable[[Change], None]) -> None:
        self._view, self._tasks, self._messages, self._tell = view, tasks, messages, tell
        self._trends: Trends | None = None
        self._edited: Milestone | None = None

    def show_journal(self, journal: Journal) -> None:
        """Take the open journal."""
        self._trends = journal.trends
        self.refresh()

    def refresh(self) -> None:
        """Read the list again."""
        if (trends := self._trends) is not None:
            self._tasks.run_latest("milestones", trends.milestones, self._view.show_milestones)

    def begin(self, milestone: Milestone | None = None) -> None:
        """Open the form for a milestone, or for a new one."""
        self._edited = milestone
        self._view.show_form(milestone)

    def keep(self, on: date, title: str, note: str) -> None:
        """Keep what stands in the form."""
        trends, edited = self._trends, self._edited
        if trends is None:
            return
        said, about = title.strip(), note.strip() or None

        def work() -> Change:
            changed = trends.new_milestone(on, said, about)
            return trends.save_milestone(replace(changed, id=edited.id) if edited else changed)

        self._tasks.run(work, self._on_kept, self._on_failed)

    def delete(self, milestone: MilestoneId) -> None:
        """Delete a milestone, and say so with an undo."""
        if (trends := self._trends) is not None:
            self._tasks.run(lambda: trends.delete_milestone(milestone), self._on_deleted)

    def _on_kept(self, change: Change) -> None:
        self._view.close_form()
        self._tell(change)

    def _on_deleted(self, change: Change) -> None:
        self._tell(change)
        self._messages.undoable("Milestone deleted.")

    def _on_failed(self, error: JournalError) -> None:
        if isinstance(error, InvalidError):
            self._view.show_problem(str(error))
        else:
            self._messages.error(str(error))
