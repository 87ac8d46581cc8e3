"""The page Today."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QHBoxLayout, QPushButton, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from negojournal.domain.draft import Draft
from negojournal.domain.moment import today
from negojournal.domain.summary import Intention
from negojournal.ui.shell.offer import discarded_words, draft_words
from negojournal.ui.shell.page import JournalPage
from negojournal.ui.shell.workspace import Workspace
from negojournal.ui.today.presenter import TodayPresenter, Waiting
from negojournal.ui.widgets.button import LabelledAction, main_button, plain_button, quiet_button
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
        """Put the keyboard on the first thing that can be done, or here until that is known."""
        shown = self._stack.currentWidget()
        buttons = shown.findChildren(QPushButton) if shown is not None else []
        (buttons[0] if buttons else self).setFocus()

    def show_waiting(self, waiting: Waiting) -> None:
        """Show what waits, or that there is nothing; the keyboard stays on this page when it was here."""
        focus = QApplication.focusWidget()
        had_focus = focus is not None and (focus is self or self.isAncestorOf(focus))
        if not waiting.drafts and waiting.intention is None:
            self._stack.setCurrentWidget(self._empty)
        else:
            self._scroll.setWidget(self._content(waiting))
            self._stack.setCurrentWidget(self._scroll)
        if had_focus:
            self.focus_start()

    def _content(self, waiting: Waiting) -> QWidget:
        spacing = look().theme.spacing
        content = QWidget()
        column = spaced(QVBoxLayout(content), gap=spacing.between, margin=spacing.around)
        column.addWidget(Text(long_day_text(today()), TextRole.TITLE, limited=False))
        blocks = [self._draft(draft, main=not at) for at, draft in enumerate(waiting.drafts)]
        if waiting.intention is not None:
            blocks.append(self._intention(waiting.intention))
        for at, block in enumerate(blocks):
            if at:
                column.addWidget(Hairline())
            column.addWidget(block)
        column.addStretch()
        return content

    def _draft(self, draft: Draft, *, main: bool) -> QWidget:
        button = main_button if main else plain_button
        return _block(
            Text(draft_words(draft)),
            button(self.tr("Continue"), partial(self.presenter.continue_draft, draft)),
            quiet_button(self.tr("Discard"), partial(self.presenter.discard, draft, discarded_words())),
        )

    def _intention(self, intention: Intention) -> QWidget:
        return _block(
            Text(self.tr("What you meant to do next time"), TextRole.MUTED),
            Text(intention.next_time, TextRole.HEADING),
            Text(f"{intention.title} · {day_text(intention.held_at.day)}", TextRole.SMALL),
            plain_button(self.tr("Open the review"), partial(self.presenter.open_source, intention)),
        )


def _block(*parts: QWidget) -> QWidget:
    """Set texts one below the other, and the buttons side by side below them."""
    block = QWidget()
    column = spaced(QVBoxLayout(block))
    row = spaced(QHBoxLayout())
    for part in parts:
        if isinstance(part, QPushButton):
            row.addWidget(part)
        else:
            column.addWidget(part)
    row.addStretch()
    column.addLayout(row)
    return block
