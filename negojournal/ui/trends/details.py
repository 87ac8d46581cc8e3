"""What stands under the charts: caption, remarks and notes."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from negojournal.analysis.report import TrendReport
from negojournal.charts.note import reminders_of
from negojournal.charts.panel import build_panel
from negojournal.charts.registry import CHARTS
from negojournal.charts.words import remarks_of
from negojournal.domain.outcome import DIMENSIONS, Outcome
from negojournal.ui.shell.charting.presenter import Sight
from negojournal.ui.widgets.button import quiet_button
from negojournal.ui.widgets.leaving import empty
from negojournal.ui.widgets.text import Text, TextRole
from negojournal.ui.widgets.theme import look, spaced

WIDE = 760
"""Width of a sentence under a chart: wider than running text, as each stands on a line of its own."""


class Details(QWidget):
    """Say beside a chart what it carries; a note on a review leads to it."""

    review_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._caption = Text(role=TextRole.SMALL)
        self._caption.setMaximumWidth(WIDE)
        self._said = QWidget()
        self._column = spaced(QVBoxLayout(self._said), gap=look().theme.spacing.step)
        column = spaced(QVBoxLayout(self))
        column.addWidget(self._caption)
        column.addWidget(self._said)

    def show_report(self, report: TrendReport, sight: Sight) -> None:
        """Show the caption, the remarks and the notes of what is seen."""
        self._caption.setText(CHARTS[sight.chart].caption(report))
        empty(self._column)
        for widget in self._remarks(report, sight):
            self._column.addWidget(widget)
        self._said.setVisible(self._column.count() > 0)

    def _remarks(self, report: TrendReport, sight: Sight) -> tuple[QWidget, ...]:
        if sight.chart not in DIMENSIONS:
            return tuple(Text(said, TextRole.MUTED) for said in reminders_of(report, *Outcome))
        remarks = [Text(f"{said}.") for said in remarks_of(report, sight.chart)]
        for remark in remarks:
            remark.setMaximumWidth(WIDE)
        return (*remarks, *self._notes(report, sight.chart))

    def _notes(self, report: TrendReport, key: str) -> tuple[QWidget, ...]:
        notes = build_panel(report, key).notes
        return tuple(
            quiet_button(f"{note.number}  {note.words}".replace("&", "&&"), partial(self.review_chosen.emit, note.id))
            for note in notes
        )
