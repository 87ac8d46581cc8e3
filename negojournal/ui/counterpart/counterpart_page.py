"""The page of counterparts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from negojournal.domain.change import Change
from negojournal.domain.identity import NegotiationId
from negojournal.domain.person import Person
from negojournal.ui.counterpart.person_list import PersonList
from negojournal.ui.counterpart.person_view import PersonView
from negojournal.ui.counterpart.presenter import PeoplePresenter
from negojournal.ui.shell.page import PersonPage
from negojournal.ui.shell.workspace import Workspace
from negojournal.ui.widgets.button import LabelledAction
from negojournal.ui.widgets.empty_state import EmptyState
from negojournal.ui.widgets.text import Hairline, Text, TextRole
from negojournal.ui.widgets.theme import look, spaced

if TYPE_CHECKING:
    from negojournal.service.journal import Journal
    from negojournal.service.person import Panel

LIST_WIDTH = 240

MILLISECONDS = 1000
"""How long after the last key a note is kept."""


class CounterpartPage(PersonPage):
    """List the counterparts, and show one of them beside the list."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self.presenter = PeoplePresenter(
            self, workspace.tasks, workspace.messages, workspace.navigator, workspace.bus.tell
        )
        self._names: tuple[str, ...] = ()
        self._timer = QTimer(self, singleShot=True, interval=MILLISECONDS)
        self._timer.timeout.connect(self.presenter.keep_note)
        self._list, self._view = PersonList(), PersonView()
        self._empty = EmptyState(
            self.tr("No counterparts yet"),
            self.tr("The people and organisations that your reviews name will be here, with what passed between you."),
            (LabelledAction(self.tr("New review"), workspace.navigator.edit),),
        )
        self._stack = QStackedWidget()
        for part in (self._build(), self._empty):
            self._stack.addWidget(part)
        spaced(QVBoxLayout(self)).addWidget(self._stack)
        self._listen()

    def show_journal(self, journal: Journal) -> None:
        """Take the open journal."""
        self.presenter.show_journal(journal)

    def show_person(self, name: str) -> None:
        """Show a counterpart by name."""
        self._list.select(name)
        self.presenter.choose(name)

    def refresh(self) -> None:
        """Look again."""
        self.presenter.refresh()

    def on_changed(self, change: Change) -> None:
        """Look again when negotiations or notes changed."""
        if change.saved or change.removed or change.notes or change.everything:
            self.refresh()

    def keep_now(self) -> None:
        """Keep the note."""
        self._timer.stop()
        self.presenter.keep_note()

    def is_kept(self) -> bool:
        """Tell whether what is typed is kept."""
        return self.presenter.is_kept()

    def focus_start(self) -> None:
        """Put the keyboard on the list, or on the first thing that can be done."""
        if self._stack.currentWidget() is self._empty:
            self._empty.setFocus()
        else:
            self._list.focus_start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Keep the note when another place is shown."""
        self.keep_now()
        super().hideEvent(event)

    def show_people(self, people: tuple[Person, ...], chosen: str | None) -> None:
        """List the counterparts, one of them chosen."""
        self._names = tuple(person.name for person in people)
        self._list.show_people(people, chosen)
        self._stack.setCurrentIndex(0 if people else 1)

    def show_panel(self, panel: Panel | None) -> None:
        """Show one counterpart, or nothing."""
        self._view.show_panel(panel, self._names)

    def note(self) -> str:
        """Return the note as it is typed."""
        return self._view.note()

    def show_problem(self, sentence: str) -> None:
        """Show what is wrong with the name to merge with."""
        self._view.merging.show_problem(sentence)

    def show_merged(self) -> None:
        """Close the form in which the other name was given."""
        self._view.merging.close_form()
        self._list.focus_start()

    def _build(self) -> QWidget:
        spacing = look().theme.spacing
        content, side = QWidget(), QWidget()
        side.setFixedWidth(LIST_WIDTH)
        column = spaced(QVBoxLayout(side), gap=spacing.between)
        column.setContentsMargins(spacing.around, spacing.around, spacing.between, spacing.between)
        column.addWidget(Text(self.tr("Counterparts"), TextRole.TITLE))
        column.addWidget(self._list, 1)
        row = spaced(QHBoxLayout(content), gap=0)
        row.addWidget(side)
        row.addWidget(Hairline(Qt.Orientation.Vertical))
        row.addWidget(self._view, 1)
        return content

    def _listen(self) -> None:
        self._list.chosen.connect(self.presenter.choose)
        self._view.note_edited.connect(self._timer.start)
        self._view.plan_wanted.connect(self.presenter.plan)
        self._view.list_wanted.connect(self.presenter.show_negotiations)
        self._view.record_chosen.connect(lambda record: self.workspace.navigator.open_record(NegotiationId(record)))
        self._view.merging.merged.connect(lambda name: self.presenter.merge(name, self._view.merging.said(name)))
