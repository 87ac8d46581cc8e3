"""What every page of charts does, without Qt: ask for a report, choose what of it is seen, save and copy it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Generic, Protocol, TypeVar

from negojournal.charts.chart import Chart
from negojournal.domain.filter import Filter
from negojournal.domain.summary import Tally
from negojournal.domain.theme import Theme
from negojournal.ui.shell.port import Messages, Tasks


@dataclass(frozen=True, slots=True)
class Sight:
    """Hold what of a report is seen: which chart, and whether as a table."""

    chart: str
    as_table: bool = False


@dataclass(frozen=True, slots=True)
class Typeface:
    """Hold the theme and the font that a saved chart is drawn in."""

    theme: Theme
    family: str


class Report(Protocol):
    """Be what charts are drawn from: it knows its filter, and how many negotiations that lets through."""

    @property
    def filter(self) -> Filter:
        """Return the filter."""

    @property
    def tally(self) -> Tally:
        """Return the counts."""


R = TypeVar("R", bound=Report)
R_contra = TypeVar("R_contra", bound=Report, contravariant=True)


class ChartsView(Protocol[R_contra]):
    """Be told what to show."""

    def show_report(self, report: R_contra, sight: Sight) -> None:
        """Show a report, as a chart or a table."""

    def show_copied(self, image: bytes) -> None:
        """Take an image to the clipboard."""


class ChartPresenter(Generic[R]):
    """Answer a page of charts; a page says by `work` how its report is made."""

    topic = "charts"

    def __init__(
        self, view: ChartsView[R], tasks: Tasks, messages: Messages, charts: Mapping[str, Chart[R]], home: str
    ) -> None:
        self._view, self._tasks, self._messages = view, tasks, messages
        self._charts = charts
        self._sight = Sight(home)
        self._report: R | None = None
        self._filter = Filter()
        self._questionnaire: str | None = None

    @property
    def sight(self) -> Sight:
        """Return what is seen."""
        return self._sight

    @property
    def has_report(self) -> bool:
        """Tell whether there is something to save."""
        return self._report is not None and not self.is_empty(self._report)

    def work(self) -> Callable[[], R] | None:
        """Return what makes the report away from the window; None before the journal is there."""
        raise NotImplementedError

    def is_empty(self, report: R) -> bool:
        """Tell whether a report has nothing to draw."""
        raise NotImplementedError

    def filter_by(self, chosen: Filter) -> None:
        """Show what a filter lets through."""
        self._filter = chosen
        self.ask()

    def rate_by(self, questionnaire: str | None) -> None:
        """Use the scores of one questionnaire, or, with None, of the one with more of them."""
        self._questionnaire = questionnaire
        self.ask()

    def look_at(self, chart: str) -> None:
        """Show one of the registered charts."""
        self.see(replace(self._sight, chart=chart))

    def tabulate(self) -> None:
        """Show the chart as a table, or the table as a chart."""
        self.see(replace(self._sight, as_table=not self._sight.as_table))

    def step_back(self) -> bool:
        """Leave the table and tell whether there was one."""
        left = self._sight.as_table
        if left:
            self.tabulate()
        return left

    def save(self, path: Path, typeface: Typeface) -> None:
        """Write the chart that is seen into a file, and say so."""
        report, chart = self._report, self._charts[self._sight.chart]
        if report is None:
            return

        def work() -> None:
            from negojournal.charts.file import render_file  # noqa: PLC0415 - loads matplotlib

            render_file(chart, report, typeface.theme, path, family=typeface.family)

        self._tasks.run(work, lambda _done: self._messages.info(f"The chart is now in {path}."))

    def copy(self, typeface: Typeface) -> None:
        """Put the chart that is seen on the clipboard, and say so."""
        report, chart = self._report, self._charts[self._sight.chart]
        if report is None:
            return

        def work() -> bytes:
            from negojournal.charts.file import chart_bytes  # noqa: PLC0415 - loads matplotlib
            from negojournal.charts.style import print_style  # noqa: PLC0415 - as above

            return chart_bytes(chart, report, print_style(typeface.theme, family=typeface.family), "png")

        self._tasks.run(work, self._on_copied)

    def ask(self) -> None:
        """Have the report made anew."""
        work = self.work()
        if work is not None:
            self._tasks.run_latest(self.topic, work, self._on_report)

    def see(self, sight: Sight) -> None:
        """Show another part of the report."""
        self._sight = sight
        if self._report is not None:
            self._view.show_report(self._report, sight)

    def _on_report(self, report: R) -> None:
        self._report = report
        self._view.show_report(report, self._sight)

    def _on_copied(self, image: bytes) -> None:
        self._view.show_copied(image)
        self._messages.info("The chart is on the clipboard.")
