"""The place in which a record is written; it takes keys before the journal is open."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from negojournal.domain.draft import Draft
from negojournal.domain.identity import NegotiationId
from negojournal.domain.moment import now
from negojournal.ui.editor.after.essential_part import EssentialPart
from negojournal.ui.editor.after.rating_part import RatingPart
from negojournal.ui.editor.after.section import ESSENTIALS, RATINGS, after_section
from negojournal.ui.editor.context import Context
from negojournal.ui.editor.desk import Desk
from negojournal.ui.editor.presenter import EditorPresenter
from negojournal.ui.shell.page import EditorPage
from negojournal.ui.shell.port import Run
from negojournal.ui.shell.preferences import Preferences
from negojournal.ui.shell.workspace import Workspace
from negojournal.ui.widgets.theme import spaced

if TYPE_CHECKING:
    from negojournal.service.journal import Journal

MILLISECONDS = 500
"""How long after a change the draft is stored; the timer is not set back by the next change."""


class Editor(EditorPage):
    """Join the form to its presenter, and time the keeping of drafts."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        context = Context(workspace.catalog, workspace.preferences.questionnaire())
        self._desk = Desk(after_section(), context, workspace.messages, self)
        spaced(QVBoxLayout(self)).addWidget(self._desk)
        self._presenter = EditorPresenter(self._desk, workspace.tasks, workspace.bus.tell, context, now)
        self._timer = QTimer(self, singleShot=True, interval=MILLISECONDS)
        self._timer.timeout.connect(self._presenter.keep)
        self._listen()

    def show_journal(self, journal: Journal) -> None:
        """Take the open journal: what was typed so far is kept now."""
        self._presenter.show_journal(journal)

    def refresh(self) -> None:
        """Ask again what there is to choose from."""
        self._presenter.sheet.refresh()

    def show_new(self) -> None:
        """Show an empty new review, or the unfinished one that is on screen already."""
        self._presenter.show_new()

    def show_record(self, record: NegotiationId, part: str = "") -> None:  # noqa: ARG002 - the form has one phase yet
        """Show a record to be changed."""
        self._presenter.edit(record)

    def show_draft(self, draft: Draft) -> None:
        """Show what was left unfinished."""
        self._presenter.continue_draft(draft)

    def keep_now(self) -> None:
        """Store the draft at once, through the tasks."""
        self._presenter.keep()

    def is_untouched(self) -> bool:
        """Tell whether this is a new review in which nothing was typed."""
        return self._presenter.is_untouched()

    def is_kept(self) -> bool:
        """Tell whether all that was typed is stored."""
        return self._presenter.sheet.is_kept()

    def commands(self) -> Mapping[str, Run]:
        """Return what the form does for actions of the registry."""
        return {
            "keep": lambda: self._presenter.save(leave=False),
            "done": lambda: self._presenter.save(leave=True),
            "ratings": self._change_ratings,
        }

    def focus_start(self) -> None:
        """Put the keyboard into the title."""
        self._desk.form.go_to(ESSENTIALS)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave by Escape, with the draft kept."""
        if event.key() == Qt.Key.Key_Escape:
            self._presenter.leave()
        else:
            super().keyPressEvent(event)

    def _listen(self) -> None:
        desk, presenter = self._desk, self._presenter
        desk.form.edited.connect(self._on_edited)
        desk.field_left.connect(presenter.keep)
        desk.done.connect(lambda: presenter.save(leave=True))
        desk.closed.connect(presenter.leave)
        desk.discarded.connect(presenter.discard)
        desk.copied.connect(presenter.save_copy)
        desk.reloaded.connect(presenter.reload)
        desk.left.connect(self.finished)
        self.workspace.preferences.changed.connect(self._on_preference)
        essentials = desk.form.part(ESSENTIALS)
        if isinstance(essentials, EssentialPart):
            essentials.went_on.connect(lambda: desk.form.go_on_from(ESSENTIALS))

    def _on_preference(self, key: str) -> None:
        if key == Preferences.QUESTIONNAIRE:
            self._presenter.sheet.prefer(self.workspace.preferences.questionnaire())

    def _on_edited(self) -> None:
        if not self._timer.isActive():
            self._timer.start()

    def _change_ratings(self) -> None:
        ratings = self._desk.form.part(RATINGS)
        if isinstance(ratings, RatingPart) and ratings.isVisible():
            ratings.ask_next()
