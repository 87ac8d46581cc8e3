"""What the page of trends does, without Qt: ask for a report, choose what of it is seen, save it, keep milestones."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from negojournal.analysis.report import TrendReport
from negojournal.charts.registry import CHARTS, TRENDS
from negojournal.domain.change import Change
from negojournal.domain.filter import Filter
from negojournal.domain.identity import MilestoneId
from negojournal.domain.negotiation import Milestone
from negojournal.domain.theme import Theme
from negojournal.errors import InvalidError, JournalError
from negojournal.ui.shell.port import Messages, Tasks

if TYPE_CHECKING:
    from negojournal.service.journal import Journal
    from negojournal.service.trend import Trends


@dataclass(frozen=True, slots=True)
class Sight:
    """Hold what of a report is seen: which chart, and whether as a table."""

    chart: str = TRENDS
    as_table: bool = False


@dataclass(frozen=True, slots=True)
class Typeface:
    """Hold the theme and the font that a saved chart is drawn in."""

    theme: Theme
    family: str


class TrendsView(Protocol):
    """Be told what to show."""

    def show_report(self, report: TrendReport, sight: Sight) -> None:
        """Show a report, as a chart or a table."""

    def show_copied(self, image: bytes) -> None:
        """Take an image to the clipboard."""


class TrendsPresenter:
    """Answer the page of trends."""

    def __init__(self, view: TrendsView, tasks: Tasks, messages: Messages) -> None:
        self._view, self._tasks, self._messages = view, tasks, messages
        self._trends: Trends | None = None
        self._report: TrendReport | None = None
        self._filter = Filter()
        self._questionnaire: str | None = None
        self._sight = Sight()

    @property
    def sight(self) -> Sight:
        """Return what is seen."""
        return self._sight

    @property
    def has_report(self) -> bool:
        """Tell whether there is something to save."""
        return self._report is not None and self._report.reviews > 0

    def show_journal(self, journal: Journal, chosen: Filter) -> None:
        """Take the open journal and show it through a filter."""
        self._trends = journal.trends
        self.filter_by(chosen)

    def filter_by(self, chosen: Filter) -> None:
        """Show the trends of what a filter lets through."""
        self._filter = chosen
        self._ask()

    def rate_by(self, questionnaire: str | None) -> None:
        """Use the scores of one questionnaire, or, with None, of the one with more of them."""
        self._questionnaire = questionnaire
        self._ask()

    def look_at(self, chart: str) -> None:
        """Show one of the registered charts."""
        self._see(replace(self._sight, chart=chart))

    def tabulate(self) -> None:
        """Show the chart as a table, or the table as a chart."""
        self._see(replace(self._sight, as_table=not self._sight.as_table))

    def step_back(self) -> None:
        """Leave the table, or else the large chart."""
        self._see(Sight() if not self._sight.as_table else replace(self._sight, as_table=False))

    def save(self, path: Path, typeface: Typeface) -> None:
        """Write the chart that is seen into a file, and say so."""
        report, chart = self._report, CHARTS[self._sight.chart]
        if report is None:
            return

        def work() -> None:
            from negojournal.charts.file import render_file  # noqa: PLC0415 - loads matplotlib

            render_file(chart, report, typeface.theme, path, family=typeface.family)

        self._tasks.run(work, lambda _done: self._messages.info(f"The chart is now in {path}."))

    def copy(self, typeface: Typeface) -> None:
        """Put the chart that is seen on the clipboard, and say so."""
        report, chart = self._report, CHARTS[self._sight.chart]
        if report is None:
            return

        def work() -> bytes:
            from negojournal.charts.file import chart_bytes  # noqa: PLC0415 - loads matplotlib
            from negojournal.charts.style import print_style  # noqa: PLC0415 - as above

            return chart_bytes(chart, report, print_style(typeface.theme, family=typeface.family), "png")

        self._tasks.run(work, self._on_copied)

    def _ask(self) -> None:
        trends, chosen, questionnaire = self._trends, self._filter, self._questionnaire
        if trends is not None:
            self._tasks.run_latest("trends", lambda: trends.report(chosen, questionnaire), self._on_report)

    def _on_report(self, report: TrendReport) -> None:
        self._report = report
        self._view.show_report(report, self._sight)

    def _see(self, sight: Sight) -> None:
        self._sight = sight
        if self._report is not None:
            self._view.show_report(self._report, sight)

    def _on_copied(self, image: bytes) -> None:
        self._view.show_copied(image)
        self._messages.info("The chart is on the clipboard.")


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
