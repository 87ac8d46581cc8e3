"""The page of trends: am I getting better, at what, and since when."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QFontInfo, QGuiApplication, QImage, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from negojournal.analysis.report import TrendReport
from negojournal.charts.frame import PADDING
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

BELOW = 160
"""Height that the caption and two headings take below the charts."""


class Body(QScrollArea):
    """Scroll what stands under the charts, which fill the height."""

    def __init__(self, board: Board, below: tuple[QWidget, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent, widgetResizable=True)
        self._board = board
        spacing = look().theme.spacing
        content = QWidget()
        column = spaced(QVBoxLayout(content))
        column.addWidget(board)
        rest = spaced(QVBoxLayout())
        rest.setContentsMargins(PADDING, 0, PADDING, spacing.around)
        for part in below:
            rest.addWidget(part)
        column.addLayout(rest)
        column.addStretch(1)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(content)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the charts fill the height."""
        super().resizeEvent(event)
        self.fit()

    def fit(self) -> None:
        """Give the charts the height that is there, and no less than they need."""
        self._board.setFixedHeight(max(self._board.least_height(), self.viewport().height() - BELOW))


class TrendsPage(JournalPage):
    """Show the trends of what the shared filter lets through."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self._presenter = TrendsPresenter(self, workspace.tasks, workspace.messages)
        self._journal: Journal | None = None
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
        if self._journal is None:
            return
        self._filters.refresh()
        self._milestones.presenter.refresh()
        self._tools.show_questionnaires(self._journal.catalog.questionnaires)
        self._presenter.filter_by(self.workspace.filter.value())

    def on_changed(self, change: Change) -> None:  # noqa: ARG002 - any change may move a trend
        """Ask again."""
        self.refresh()

    def focus_start(self) -> None:
        """Begin with the choice of charts, or with what an empty page offers."""
        if self._charts.isVisibleTo(self):
            self._charts.setFocus()
        else:
            self._empty.setFocus()

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
        began_here = self._charts.hasFocus()
        for part in (self._charts, self._tools):
            part.setVisible(report.reviews > 0)
        self.commands_changed.emit()
        if not report.reviews:
            self._show_emptiness(report)
            self._stack.setCurrentWidget(self._empty)
            if began_here:
                self._empty.setFocus()
            return
        self._board.show_report(report, sight)
        self._details.show_report(report, sight)
        self._body.fit()
        self._stack.setCurrentWidget(self._body)

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

    def _build(self) -> None:
        spacing = look().theme.spacing
        self._empty = EmptyState("", "")
        self._stack = QStackedWidget()
        for part in (QWidget(), self._build_body(), self._empty):
            self._stack.addWidget(part)
        column = spaced(QVBoxLayout(self))
        column.setContentsMargins(spacing.around - PADDING, spacing.between, spacing.around - PADDING, 0)
        column.addLayout(self._build_head())
        column.addWidget(self._stack, 1)

    def _build_head(self) -> QVBoxLayout:
        self._filters = FilterBar(self.workspace, says_search=True)
        self._tools = Toolbar(self.workspace.actions)
        self._tools.rated_by.connect(self._presenter.rate_by)
        self._charts = ChartChoice()
        self._charts.picked.connect(self._presenter.look_at)
        row = spaced(QHBoxLayout())
        row.addWidget(self._filters, 1)
        row.addWidget(self._tools, 0, Qt.AlignmentFlag.AlignTop)
        head = spaced(QVBoxLayout())
        head.setContentsMargins(PADDING, 0, PADDING, 0)
        head.addLayout(row)
        head.addWidget(self._charts)
        return head

    def _build_body(self) -> Body:
        self._board = Board(self.workspace.tasks.run_latest)
        self._board.picked.connect(self._on_picked)
        self._details = Details()
        self._milestones = MilestoneSection(self.workspace)
        self._milestones.opened.connect(self._on_form_opened)
        self._fold = Fold(self.tr("Milestones"), self._milestones)
        for chosen in (self._board.review_chosen, self._details.review_chosen):
            chosen.connect(self._on_review)
        method = Fold(self.tr("How is this computed?"), build_method())
        self._body = Body(self._board, (self._details, self._fold, method))
        return self._body

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
        self._stack.setCurrentWidget(self._body)
        self._fold.set_open(True)
        QTimer.singleShot(0, lambda: self._body.ensureWidgetVisible(self._milestones))

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
