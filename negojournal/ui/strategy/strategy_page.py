"""The page of the user's own strategy."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from negojournal.domain.change import Change
from negojournal.ui.shell.page import JournalPage
from negojournal.ui.shell.port import Run
from negojournal.ui.shell.workspace import Workspace
from negojournal.ui.strategy.presenter import Strategy, StrategyPresenter
from negojournal.ui.widgets.button import plain_button
from negojournal.ui.widgets.field import Field
from negojournal.ui.widgets.fold import Fold
from negojournal.ui.widgets.leaving import empty
from negojournal.ui.widgets.locale_text import day_text
from negojournal.ui.widgets.text import Text, TextRole, line_width
from negojournal.ui.widgets.text_area import TextArea
from negojournal.ui.widgets.theme import look, spaced

if TYPE_CHECKING:
    from negojournal.service.journal import Journal

MILLISECONDS = 1000
"""How long after the last key what is typed is kept."""

LINES, MOST_LINES = 10, 40


class StrategyPage(JournalPage):
    """Show one page of principles and aims, its earlier revisions, and the month's focus."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self.presenter = StrategyPresenter(self, workspace.tasks, workspace.messages, workspace.bus.tell)
        self._timer = QTimer(self, singleShot=True, interval=MILLISECONDS)
        self._timer.timeout.connect(self.presenter.keep)
        self._area = TextArea(
            self.tr("What I stand for, what I aim at, what I never do"), lines=LINES, most_lines=MOST_LINES
        )
        self._area.edited.connect(self._timer.start)
        self._since = Text("", TextRole.SMALL)
        self._holds = plain_button(self.tr("It still holds"), self._on_confirmed)
        self._holds.setToolTip(self.tr("Keeps the text as today’s revision"))
        self._focus = QComboBox()
        self._focus.activated.connect(lambda row: self.presenter.choose_focus(self._focus.itemData(row)))
        self._revisions = spaced(QVBoxLayout())
        self._earlier = Text(self.tr("Earlier revisions"), TextRole.HEADING)
        spaced(QVBoxLayout(self)).addWidget(self._build())

    def show_journal(self, journal: Journal) -> None:
        """Take the open journal."""
        self.presenter.show_journal(journal)

    def refresh(self) -> None:
        """Read again."""
        self.presenter.refresh()

    def on_changed(self, change: Change) -> None:
        """Read again when notes or the list of traps changed."""
        if change.notes or change.catalog or change.everything:
            self.refresh()

    def commands(self) -> Mapping[str, Run]:
        """Keep at once."""
        return {"keep": self.keep_now}

    def keep_now(self) -> None:
        """Keep what is typed."""
        self._timer.stop()
        self.presenter.keep()

    def focus_start(self) -> None:
        """Put the keyboard into the text."""
        self._area.setFocus()

    def hideEvent(self, event: QHideEvent) -> None:
        """Keep what is typed when another place is shown."""
        self.keep_now()
        super().hideEvent(event)

    def text(self) -> str:
        """Return the strategy as it is typed."""
        return self._area.text()

    def is_kept(self) -> bool:
        """Tell whether what is typed is kept."""
        return self.presenter.is_kept()

    def show_strategy(self, strategy: Strategy, text: str) -> None:
        """Show the strategy, with a text to go on typing."""
        self._area.show_text(text)
        self._show_since(strategy)
        self._show_focus(strategy)
        self._show_revisions(strategy)

    def _build(self) -> QScrollArea:
        spacing = look().theme.spacing
        page = QWidget()
        page.setMaximumWidth(line_width() + 2 * spacing.around)
        column = spaced(QVBoxLayout(page), gap=spacing.between, margin=spacing.around)
        below = spaced(QHBoxLayout())
        below.addWidget(self._since, 1)
        below.addWidget(self._holds)
        column.addWidget(Text(self.tr("My strategy"), TextRole.TITLE))
        said = self.tr("One page of principles and aims for your negotiations, to be looked at again each quarter.")
        column.addWidget(Text(said, TextRole.MUTED))
        column.addWidget(Field(self.tr("Principles and aims"), self._area))
        column.addLayout(below)
        hint = self.tr("One trap to watch this month; Today and every brief show it.")
        column.addWidget(Field(self.tr("The month’s focus"), self._focus, hint))
        column.addWidget(self._earlier)
        column.addLayout(self._revisions)
        column.addStretch()
        scroll = QScrollArea(widgetResizable=True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(page)
        return scroll

    def _show_since(self, strategy: Strategy) -> None:
        day = strategy.since
        self._since.setText(self.tr("As of {day}").format(day=day_text(day)) if day else "")
        self._holds.setEnabled(day is not None)

    def _show_focus(self, strategy: Strategy) -> None:
        self._focus.clear()
        self._focus.addItem(self.tr("None"), None)
        for trap in strategy.traps:
            self._focus.addItem(trap.label, trap.key)
        self._focus.setCurrentIndex(max(self._focus.findData(strategy.focus), 0))

    def _show_revisions(self, strategy: Strategy) -> None:
        empty(self._revisions)
        earlier = strategy.revisions[1:]
        self._earlier.setVisible(bool(earlier))
        for note in earlier:
            self._revisions.addWidget(Fold(day_text(date.fromisoformat(note.key)), Text(note.text)))

    def _on_confirmed(self) -> None:
        self.presenter.confirm(self.tr("Looked at today; it holds."))
