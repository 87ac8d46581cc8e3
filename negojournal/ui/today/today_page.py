"""The page Today."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from negojournal.domain.draft import Draft
from negojournal.domain.moment import today
from negojournal.domain.summary import Intention
from negojournal.ui.shell.offer import discarded_words, draft_words
from negojournal.ui.shell.page import JournalPage
from negojournal.ui.shell.workspace import Workspace
from negojournal.ui.today.presenter import TodayPresenter, Waiting
from negojournal.ui.widgets.button import LabelledAction, plain_button, quiet_button
from negojournal.ui.widgets.empty_state import EmptyState
from negojournal.ui.widgets.locale_text import day_text, long_day_text
from negojournal.ui.widgets.text import Hairline, Text, TextRole
from negojournal.ui.widgets.theme import look, spaced

if TYPE_CHECKING:
    from negojournal.service.journal import Journal


class TodayPage(JournalPage):
    """Show an unfinished draft and the last intention; a good day shows neither."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self.presenter = TodayPresenter(
            self, workspace.tasks, workspace.messages, workspace.navigator, workspace.bus.tell
        )
        self._stack = QStackedWidget()
        self._stack.addWidget(QWidget())
        self._empty = EmptyState(
            self.tr("Nothing waits"),
            self.tr("A review that you leave unfinished, and what you mean to do next time, will be here."),
            (LabelledAction(self.tr("New review"), self.presenter.write),),
        )
        self._stack.addWidget(self._empty)
        self._scroll = QScrollArea(widgetResizable=True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._stack.addWidget(self._scroll)
        spaced(QVBoxLayout(self)).addWidget(self._stack)

    def show_journal(self, journal: Journal) -> None:
        """Take the open journal and show what waits in it."""
        self.presenter.show_journal(journal)

    def refresh(self) -> None:
        """Look again."""
        self.presenter.refresh()

    def focus_start(self) -> None:
        """Put the keyboard on the first thing that can be done."""
        self.setFocus()
        self.focusNextChild()

    def show_waiting(self, waiting: Waiting) -> None:
        """Show what waits, or that there is nothing."""
        if not waiting.drafts and waiting.intention is None:
            self._stack.setCurrentWidget(self._empty)
            return
        self._scroll.setWidget(self._content(waiting))
        self._stack.setCurrentWidget(self._scroll)

    def _content(self, waiting: Waiting) -> QWidget:
        spacing = look().theme.spacing
        content = QWidget()
        column = spaced(QVBoxLayout(content), gap=spacing.between, margin=spacing.around)
        column.addWidget(Text(long_day_text(today()), TextRole.TITLE))
        for draft in waiting.drafts:
            column.addWidget(self._draft(draft))
            column.addWidget(Hairline())
        if waiting.intention is not None:
            column.addWidget(self._intention(waiting.intention))
        column.addStretch()
        return content

    def _draft(self, draft: Draft) -> QWidget:
        block, column = _block()
        column.addWidget(Text(draft_words(draft), TextRole.BODY))
        row = spaced(QHBoxLayout())
        row.addWidget(plain_button(self.tr("Continue"), partial(self.presenter.continue_draft, draft)))
        row.addWidget(quiet_button(self.tr("Discard"), partial(self.presenter.discard, draft, discarded_words())))
        row.addStretch()
        column.addLayout(row)
        return block

    def _intention(self, intention: Intention) -> QWidget:
        block, column = _block()
        column.addWidget(Text(self.tr("What you meant to do next time"), TextRole.MUTED))
        column.addWidget(Text(intention.next_time, TextRole.HEADING))
        day = day_text(intention.held_at.day)
        row = spaced(QHBoxLayout())
        source = quiet_button(self.tr("Open the review"), partial(self.presenter.open_source, intention))
        row.addWidget(Text(f"{intention.title} · {day}", TextRole.SMALL))
        row.addWidget(source)
        row.addStretch()
        column.addLayout(row)
        return block


def _block() -> tuple[QWidget, QVBoxLayout]:
    block = QWidget()
    return block, spaced(QVBoxLayout(block))
