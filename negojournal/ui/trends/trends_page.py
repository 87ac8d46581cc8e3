"""The page of trends: am I getting better, at what, and since when."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QFontInfo, QGuiApplication, QImage, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from negojournal.analysis.report import TrendReport
from negojournal.domain.change import Change
from negojournal.domain.filter import Filter
from negojournal.domain.identity import NegotiationId
from negojournal.ui.shell.filter_bar import FilterBar
from negojournal.ui.shell.page import JournalPage
from negojournal.ui.shell.port import Run
from negojournal.ui.shell.workspace import Workspace
from negojournal.ui.trends.board import Board
from negojournal.ui.trends.details import Details
from negojournal.ui.trends.method import build_method
from negojournal.ui.trends.milestone_section import MilestoneSection
from negojournal.ui.trends.presenter import Sight, TrendsPresenter, Typeface
from negojournal.ui.trends.toolbar import ChartChoice, Toolbar
from negojournal.ui.widgets.button import LabelledAction
from negojournal.ui.widgets.empty_state import EmptyState
from negojournal.ui.widgets.fold import Fold
from negojournal.ui.widgets.theme import look, spaced

if TYPE_CHECKING:
    from negojournal.service.journal import Journal

KINDS = {".png": "Picture (*.png)", ".svg": "Drawing (*.svg)", ".pdf": "Document (*.pdf)"}

LEAST_BOARD = 400
"""The least height of the charts; a higher window gives them more."""

BELOW = 120
"""Height that the caption and a first heading take below the charts."""


class TrendsPage(JournalPage):
    """Show the trends of what the shared filter lets through."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self._presenter = TrendsPresenter(self, workspace.tasks, workspace.messages)
        self._build()
        workspace.filter.changed.connect(self._on_filter)

    def show_journal(self, journal: Journal) -> None:
        """Take the open journal and show its trends."""
        self._journal = journal
        self._filters.show_journal(journal)
        self._milestones.presenter.show_journal(journal)
        self._tools.show_questionnaires(journal.catalog.questionnaires)
        self._presenter.show_journal(journal, self.workspace.filter.value())

    def refresh(self) -> None:
        """Ask again for what is on the page."""
        self._filters.refresh()
        self._milestones.presenter.refresh()
        self._tools.show_questionnaires(self._journal.catalog.questionnaires)
        self._presenter.filter_by(self.workspace.filter.value())

    def on_changed(self, change: Change) -> None:  # noqa: ARG002 - any change may move a trend
        """Ask again."""
        self.refresh()

    def focus_start(self) -> None:
        """Begin with the choice of charts."""
        self._charts.setFocus()

    def commands(self) -> Mapping[str, Run]:
        """Return what can be done with what is shown."""
        always: dict[str, Run] = {"new-milestone": self._on_new_milestone, "clear-filter": self._show_everything}
        if not self._presenter.has_report:
            return always
        shown: dict[str, Run] = {
            "save-image": self._on_save,
            "copy-image": lambda: self._presenter.copy(_typeface()),
            "show-table": self._presenter.tabulate,
        }
        return always | shown

    def show_report(self, report: TrendReport, sight: Sight) -> None:
        """Show a report, or why there is none."""
        self._filters.show_tally(report.tally)
        self._tools.show_sight(sight)
        self._charts.show_chosen(sight.chart)
        for part in (self._charts, self._tools):
            part.setVisible(report.reviews > 0)
        self.commands_changed.emit()
        if not report.reviews:
            self._show_emptiness(report)
            self._stack.setCurrentWidget(self._empty)
            return
        self._board.show_report(report, sight)
        self._details.show_report(report, sight)
        self._stack.setCurrentWidget(self._scroll)

    def show_copied(self, image: bytes) -> None:
        """Put an image on the clipboard."""
        QGuiApplication.clipboard().setImage(QImage.fromData(image))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back to all four by Escape."""
        before = self._presenter.sight
        if event.key() == Qt.Key.Key_Escape and before != Sight():
            self._presenter.step_back()
            self._board.focus_small(before.chart)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the charts fill the window."""
        super().resizeEvent(event)
        self._board.setFixedHeight(max(LEAST_BOARD, self._scroll.viewport().height() - BELOW))

    def _build(self) -> None:
        spacing = look().theme.spacing
        self._filters = FilterBar(self.workspace, says_search=True)
        self._tools = Toolbar(self.workspace.actions)
        self._charts = ChartChoice()
        self._charts.picked.connect(self._presenter.look_at)
        self._tools.rated_by.connect(self._presenter.rate_by)
        self._empty = EmptyState("", "")
        self._stack = QStackedWidget()
        self._stack.addWidget(QWidget())
        self._stack.addWidget(self._build_scroll())
        self._stack.addWidget(self._empty)
        column = spaced(QVBoxLayout(self), gap=spacing.inside)
        column.setContentsMargins(spacing.around, spacing.between, spacing.around, 0)
        row = spaced(QHBoxLayout())
        row.addWidget(self._filters, 1)
        row.addWidget(self._tools, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(row)
        column.addWidget(self._charts)
        column.addWidget(self._stack, 1)

    def _build_scroll(self) -> QScrollArea:
        spacing = look().theme.spacing
        self._board = Board(self.workspace.tasks.run_latest)
        self._board.picked.connect(self._on_picked)
        self._details = Details()
        self._milestones = MilestoneSection(self.workspace)
        self._milestones.opened.connect(self._on_form_opened)
        self._fold = Fold(self.tr("Milestones"), self._milestones)
        for chosen in (self._board.review_chosen, self._details.review_chosen):
            chosen.connect(self._on_review)
        content = QWidget()
        column = spaced(QVBoxLayout(content), gap=spacing.inside)
        column.setContentsMargins(0, 0, 0, spacing.around)
        for part in (self._board, self._details, self._fold, Fold(self.tr("How is this computed?"), build_method())):
            column.addWidget(part)
        column.addStretch(1)
        self._scroll = QScrollArea(widgetResizable=True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(content)
        return self._scroll

    def _show_emptiness(self, report: TrendReport) -> None:
        if report.filter != Filter():
            everything = LabelledAction(self.tr("Show everything"), self._show_everything)
            sentence = self.tr("No rated negotiation matches this search and filter.")
            self._empty.show_state(self.tr("Nothing to draw"), sentence, (everything,))
            return
        new = LabelledAction(self.tr("New review"), self.workspace.navigator.edit)
        sentence = self.tr(
            "Rate how your negotiations felt. From the first rating on they stand here; from the tenth on, "
            "this page says whether they rise or fall."
        )
        self._empty.show_state(self.tr("No ratings yet"), sentence, (new,))

    def _show_everything(self) -> None:
        self.workspace.filter.choose(Filter())

    def _on_filter(self, chosen: Filter) -> None:
        if self.isVisible():
            self._presenter.filter_by(chosen)

    def _on_picked(self, chart: str) -> None:
        self._presenter.look_at(chart)
        self._board.focus_start()

    def _on_review(self, review: str) -> None:
        self.workspace.navigator.open_record(NegotiationId(review))

    def _on_new_milestone(self) -> None:
        self._milestones.presenter.begin()

    def _on_form_opened(self) -> None:
        self._stack.setCurrentWidget(self._scroll)
        self._fold.set_open(True)
        QTimer.singleShot(0, lambda: self._scroll.ensureWidgetVisible(self._milestones))

    def _on_save(self) -> None:
        dialog = QFileDialog(self, self.tr("Save the chart"), str(Path.home()))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters([self.tr(kind) for kind in KINDS.values()])
        dialog.setDefaultSuffix(".png")
        dialog.selectFile(f"{self._presenter.sight.chart}.png")
        dialog.filterSelected.connect(lambda chosen: dialog.setDefaultSuffix(chosen.rpartition("*")[2].rstrip(")")))
        dialog.fileSelected.connect(lambda file: self._presenter.save(Path(file), _typeface()))
        dialog.open()


def _typeface() -> Typeface:
    return Typeface(look().theme, QFontInfo(look().font).family())
