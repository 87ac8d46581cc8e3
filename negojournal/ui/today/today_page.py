"""The page Today."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QHBoxLayout, QPushButton, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from negojournal.domain.catalog import EntryKind
from negojournal.domain.moment import today
from negojournal.domain.summary import Intention
from negojournal.ui.shell.page import JournalPage
from negojournal.ui.shell.workspace import Workspace
from negojournal.ui.today.entries import groups_of
from negojournal.ui.today.entry_list import EntryList
from negojournal.ui.today.presenter import Contents, TodayPresenter
from negojournal.ui.widgets.button import LabelledAction, plain_button
from negojournal.ui.widgets.empty_state import EmptyState
from negojournal.ui.widgets.leaving import empty
from negojournal.ui.widgets.locale_text import day_text, long_day_text
from negojournal.ui.widgets.text import Hairline, Text, TextRole
from negojournal.ui.widgets.theme import look, spaced

if TYPE_CHECKING:
    from negojournal.service.journal import Journal


class TodayPage(JournalPage):
    """Show what waits, then what to keep in mind; a good day shows neither."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self.presenter = TodayPresenter(
            self, workspace.tasks, workspace.messages, workspace.navigator, workspace.bus.tell
        )
        self._stack = QStackedWidget()
        self._empty = EmptyState(
            self.tr("Nothing waits"),
            self.tr("Plans whose day has come, commitments, follow-ups and what you leave unfinished will be here."),
            (LabelledAction(self.tr("New review"), workspace.navigator.edit),),
        )
        for page in (QWidget(), self._empty, self._build()):
            self._stack.addWidget(page)
        spaced(QVBoxLayout(self)).addWidget(self._stack)

    def show_journal(self, journal: Journal) -> None:
        """Take the open journal and show what waits in it."""
        self._journal = journal
        self.presenter.show_journal(journal)

    def refresh(self) -> None:
        """Look again."""
        self.presenter.refresh()

    def focus_start(self) -> None:
        """Put the keyboard where it was last or on the first thing that waits, or here until that is known."""
        shown = self._stack.currentWidget()
        if shown is self._scroll and self._list.focus_entry():
            return
        buttons = shown.findChildren(QPushButton) if shown is not None else []
        (buttons[0] if buttons else self).setFocus()

    def show_contents(self, contents: Contents) -> None:
        """Show what waits, or that there is nothing; the keyboard stays on this page when it was here."""
        focus = QApplication.focusWidget()
        had_focus = focus is not None and (focus is self or self.isAncestorOf(focus))
        agenda = contents.agenda
        self._day.setText(long_day_text(agenda.day))
        groups = groups_of(contents, self.presenter)
        self._nothing.setVisible(all(group.is_offer for group in groups))
        self._list.setVisible(bool(groups))
        self._list.show_groups(groups)
        self._show_thoughts(agenda.intention, agenda.focus)
        is_anything = groups or agenda.intention or agenda.focus
        self._stack.setCurrentWidget(self._scroll if is_anything else self._empty)
        focus = QApplication.focusWidget()
        if had_focus and (focus is None or focus is self or not self.isAncestorOf(focus)):
            self.focus_start()

    def _build(self) -> QScrollArea:
        spacing = look().theme.spacing
        content = QWidget()
        column = spaced(QVBoxLayout(content), gap=spacing.around, margin=spacing.around)
        self._day = Text(long_day_text(today()), TextRole.TITLE, limited=False)
        self._nothing = Text(self.tr("Nothing waits."), TextRole.MUTED)
        self._list = EntryList()
        thoughts = QWidget()
        thoughts.setMaximumWidth(self._list.maximumWidth())
        self._thoughts = spaced(QVBoxLayout(thoughts), gap=spacing.around)
        for part in (self._day, self._nothing, self._list, thoughts):
            column.addWidget(part)
        column.addStretch()
        self._scroll = QScrollArea(widgetResizable=True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(content)
        self._list.reached.connect(self._on_reached)
        return self._scroll

    def _on_reached(self, widget: QWidget, is_first: bool) -> None:  # noqa: FBT001 - a signal's
        """Bring what the keyboard has come to into view, and the day with the first of it."""
        self._scroll.ensureWidgetVisible(widget, 0, look().theme.spacing.around)
        if is_first:
            self._scroll.verticalScrollBar().setValue(0)

    def _show_thoughts(self, intention: Intention | None, focus: str | None) -> None:
        """Show what to keep in mind: what was meant to be done next time, and the month's focus."""
        empty(self._thoughts)
        blocks = []
        if intention is not None:
            blocks.append(self._intention(intention))
        if focus is not None:
            blocks.append(self._focus(self._journal.catalog.label(EntryKind.TRAP, focus)))
        for block in blocks:
            self._thoughts.addWidget(Hairline())
            self._thoughts.addWidget(block)

    def _intention(self, intention: Intention) -> QWidget:
        return _block(
            Text(self.tr("What you meant to do next time"), TextRole.HEADING),
            Text(intention.next_time),
            Text(f"{intention.title} · {day_text(intention.held_at.day)}", TextRole.SMALL),
            plain_button(self.tr("Open the review"), partial(self.presenter.open_source, intention)),
        )

    def _focus(self, trap: str) -> QWidget:
        return _block(
            Text(self.tr("The month’s focus"), TextRole.HEADING),
            Text(trap),
            plain_button(self.tr("Change the focus"), partial(self.workspace.navigator.go, "strategy")),
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
