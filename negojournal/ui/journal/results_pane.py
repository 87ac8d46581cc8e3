"""The left side of the journal: search, filter, and the list of what they let through."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtWidgets import QApplication, QStackedWidget, QVBoxLayout, QWidget

from negojournal.domain.filter import Filter
from negojournal.domain.summary import Tally
from negojournal.ui.journal.search_field import SearchField
from negojournal.ui.journal.summary_list import SummaryList
from negojournal.ui.shell.filter_bar import FilterBar
from negojournal.ui.shell.workspace import Workspace
from negojournal.ui.widgets.button import LabelledAction
from negojournal.ui.widgets.empty_state import EmptyState
from negojournal.ui.widgets.theme import look, spaced

LEAST = 60
"""Characters that the list is wide at least, so that titles can be told apart."""


class ResultsPane(QWidget):
    """Hold the search field, the filter bar and the list; what the user picks goes into the shared filter."""

    def __init__(
        self,
        workspace: Workspace,
        has_more: Callable[[], bool],
        more: Callable[[], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self.filters = FilterBar(workspace)
        self.list = SummaryList(has_more, more)
        self.list.addAction(workspace.actions.action("delete"))
        self._search = SearchField()
        self._search.textEdited.connect(self._on_searched)
        self._search.left.connect(self.focus_start)
        self._empty = EmptyState("", "")
        self._stack = QStackedWidget()
        self._stack.addWidget(self.list)
        self._stack.addWidget(self._empty)
        self.setMinimumWidth(LEAST * self.fontMetrics().averageCharWidth())
        spacing = look().theme.spacing
        column = spaced(QVBoxLayout(self), gap=spacing.inside)
        column.setContentsMargins(spacing.around, spacing.between, spacing.inside, 0)
        column.addWidget(self._search)
        column.addWidget(self.filters)
        column.addWidget(self._stack, 1)

    def show_search(self, text: str) -> None:
        """Show what is searched for, unless the user is typing just that."""
        if text != self._search.text().strip():
            self._search.setText(text)

    def show_tally(self, tally: Tally) -> None:
        """Show how many there are, or why there is nothing to list."""
        self.filters.show_tally(tally)
        if not tally.negotiations:
            self._show_emptiness()
        self._show(self.list if tally.negotiations else self._empty)

    def show_list(self) -> None:
        """Show what was found, before it is counted."""
        self._show(self.list)

    def focus_start(self) -> None:
        """Begin in the list, or with what stands in its place."""
        if (shown := self._stack.currentWidget()) is not None:
            shown.setFocus()

    def focus_search(self) -> None:
        """Let the user type what to search for."""
        self._search.setFocus()
        self._search.selectAll()

    def show_everything(self) -> None:
        """Take search and filter away."""
        self._workspace.filter.choose(Filter())

    def _show(self, part: QWidget) -> None:
        """Show the list, or why there is nothing in it; the keyboard goes along."""
        focus = QApplication.focusWidget()
        if part is not self._stack.currentWidget():
            self._stack.setCurrentWidget(part)
            if focus is not None and self._stack.isAncestorOf(focus):
                part.setFocus()

    def _show_emptiness(self) -> None:
        if self._workspace.filter.value() == Filter():
            new = LabelledAction(self.tr("New review"), self._workspace.navigator.edit)
            sentence = self.tr("Every negotiation you log will be listed here, the newest first.")
            self._empty.show_state(self.tr("No negotiations yet"), sentence, (new,))
        else:
            everything = LabelledAction(self.tr("Show everything"), self.show_everything)
            sentence = self.tr("No negotiation matches this search and filter.")
            self._empty.show_state(self.tr("Nothing found"), sentence, (everything,))

    def _on_searched(self, text: str) -> None:
        self._workspace.filter.choose(replace(self._workspace.filter.value(), search=text.strip()))
