"""What stands under the charts: caption, remarks and notes."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from negojournal.analysis.report import TrendReport
from negojournal.charts.note import reminders_of
from negojournal.charts.panel import build_panel
from negojournal.charts.registry import CHARTS
from negojournal.charts.words import remarks_of
from negojournal.domain.outcome import DIMENSIONS, Outcome
from negojournal.ui.shell.charting.details import Details, sentence
from negojournal.ui.shell.charting.presenter import Sight
from negojournal.ui.widgets.button import quiet_button
from negojournal.ui.widgets.text import Text, TextRole


class TrendDetails(Details):
    """Say beside a chart what it carries; a note on a review leads to it."""

    review_chosen = Signal(str)

    def show_report(self, report: TrendReport, sight: Sight) -> None:
        """Show the caption, the remarks and the notes of what is seen."""
        self.show_details(CHARTS[sight.chart].caption(report), self._remarks(report, sight))

    def _remarks(self, report: TrendReport, sight: Sight) -> tuple[QWidget, ...]:
        if sight.chart not in DIMENSIONS:
            return tuple(Text(said, TextRole.MUTED) for said in reminders_of(report, *Outcome))
        remarks = tuple(sentence(f"{said}.") for said in remarks_of(report, sight.chart))
        return (*remarks, *self._notes(report, sight.chart))

    def _notes(self, report: TrendReport, key: str) -> tuple[QWidget, ...]:
        notes = build_panel(report, key).notes
        return tuple(
            quiet_button(f"{note.number}  {note.words}".replace("&", "&&"), partial(self.review_chosen.emit, note.id))
            for note in notes
        )
