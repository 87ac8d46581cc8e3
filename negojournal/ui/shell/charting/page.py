"""A page of charts: what is the same about all of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from negojournal.charts.frame import PADDING
from negojournal.domain.filter import Filter
from negojournal.domain.identity import NegotiationId
from negojournal.ui.shell.charting.presenter import ChartPresenter, R, Sight
from negojournal.ui.shell.charting.saving import ask_where, typeface
from negojournal.ui.shell.charting.toolbar import Toolbar
from negojournal.ui.shell.filter_bar import FilterBar
from negojournal.ui.shell.page import JournalPage
from negojournal.ui.shell.port import Run
from negojournal.ui.shell.workspace import Workspace
from negojournal.ui.widgets.button import LabelledAction
from negojournal.ui.widgets.empty_state import EmptyState
from negojournal.ui.widgets.theme import look, spaced

if TYPE_CHECKING:
    from negojournal.service.journal import Journal


@dataclass(frozen=True, slots=True)
class Emptiness:
    """Hold what is said of an empty journal, and of a filter that lets nothing through."""

    title: str
    sentence: str
    no_match: str


class ChartPage(JournalPage, Generic[R]):
    """Show charts of what the shared filter lets through, or say why there are none.

    A page fills in `presenter` before `build`, and what is particular to it in the methods that raise.
    """

    presenter: ChartPresenter[R]

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self._journal: Journal | None = None
        self._is_behind = False
        workspace.filter.changed.connect(self._on_filter)

    def show_seen(self, report: R, sight: Sight) -> None:
        """Show a report that isn't empty."""
        raise NotImplementedError

    def emptiness(self) -> Emptiness:
        """Return what a page without anything to draw says."""
        raise NotImplementedError

    def build(self, body: QWidget, choice: QWidget, above: Sequence[QWidget] = ()) -> None:
        """Put the page together: what shows the charts, what chooses them, what stands under the filter."""
        spacing = look().theme.spacing
        self._body, self._choice, self._empty = body, choice, EmptyState("", "")
        self._stack = QStackedWidget()
        for part in (QWidget(), body, self._empty):
            self._stack.addWidget(part)
        column = spaced(QVBoxLayout(self))
        column.setContentsMargins(spacing.around - PADDING, spacing.between, spacing.around - PADDING, 0)
        column.addLayout(self._build_head(above))
        column.addWidget(self._stack, 1)

    def show_journal(self, journal: Journal) -> None:
        """Take the open journal."""
        self._journal = journal
        self._filters.show_journal(journal)
        self._tools.show_questionnaires(journal.catalog.questionnaires)

    def refresh(self) -> None:
        """Ask again for what is on the page, for the charts first, and for the names in the filter after them."""
        if self._journal is None:
            return
        self._is_behind = True
        self._tools.show_questionnaires(self._journal.catalog.questionnaires)
        self.presenter.filter_by(self.workspace.filter.value())

    def commands(self) -> Mapping[str, Run]:
        """Return what can be done with what is shown."""
        always: dict[str, Run] = {"clear-filter": self._show_everything}
        if not self.presenter.has_report:
            return always
        shown: dict[str, Run] = {
            "save-image": self._on_save,
            "copy-image": lambda: self.presenter.copy(typeface()),
            "show-table": self.presenter.tabulate,
        }
        return always | shown

    def show_report(self, report: R, sight: Sight) -> None:
        """Show a report, or why there is none."""
        self._filters.show_tally(report.tally)
        self._tools.show_sight(sight)
        is_empty = self.presenter.is_empty(report)
        had_focus = self._choice.hasFocus()
        for part in (self._choice, self._tools):
            part.setVisible(not is_empty)
        self.commands_changed.emit()
        if is_empty:
            self._show_emptiness(report)
        else:
            self.show_seen(report, sight)
        self._stack.setCurrentWidget(self._empty if is_empty else self._body)
        if is_empty and had_focus:
            self._empty.setFocus()
        if self._is_behind:
            self._is_behind = False
            self._filters.refresh()

    def show_copied(self, image: bytes) -> None:
        """Put an image on the clipboard."""
        QGuiApplication.clipboard().setImage(QImage.fromData(image))

    def show_body(self) -> None:
        """Show the charts' place, whatever there is to draw."""
        self._stack.setCurrentWidget(self._body)

    def focus_start(self) -> None:
        """Begin with the choice of charts, or with what an empty page offers."""
        (self._empty if self._stack.currentWidget() is self._empty else self._choice).setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Step back by Escape."""
        if event.key() != Qt.Key.Key_Escape or not self.presenter.step_back():
            super().keyPressEvent(event)

    def on_review(self, review: str) -> None:
        """Open the review of a point."""
        self.workspace.navigator.open_record(NegotiationId(review))

    def _build_head(self, above: Sequence[QWidget]) -> QVBoxLayout:
        self._filters = FilterBar(self.workspace, says_search=True)
        self._tools = Toolbar(self.workspace.actions)
        self._tools.rated_by.connect(self.presenter.rate_by)
        row = spaced(QHBoxLayout())
        row.addWidget(self._filters, 1)
        row.addWidget(self._tools, 0, Qt.AlignmentFlag.AlignTop)
        head = spaced(QVBoxLayout())
        head.setContentsMargins(PADDING, 0, PADDING, 0)
        head.addLayout(row)
        for part in above:
            head.addWidget(part)
        return head

    def _show_emptiness(self, report: R) -> None:
        said = self.emptiness()
        if report.filter != Filter():
            everything = LabelledAction(self.tr("Show everything"), self._show_everything)
            self._empty.show_state(self.tr("Nothing to draw"), said.no_match, (everything,))
            return
        new = LabelledAction(self.tr("New review"), self.workspace.navigator.edit)
        self._empty.show_state(said.title, said.sentence, (new,))

    def _show_everything(self) -> None:
        self.workspace.filter.choose(Filter())

    def _on_filter(self, chosen: Filter) -> None:
        if self.isVisible():
            self.presenter.filter_by(chosen)

    def _on_save(self) -> None:
        ask_where(self, self.presenter.sight.chart, lambda path: self.presenter.save(path, typeface()))
