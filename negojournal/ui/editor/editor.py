"""The place in which a record is written; it takes keys before the journal is open."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from negojournal.domain.draft import Draft
from negojournal.domain.identity import NegotiationId
from negojournal.domain.moment import now
from negojournal.domain.negotiation import Negotiation, Status
from negojournal.ui.editor.after.rating_part import RatingPart
from negojournal.ui.editor.after.section import RATINGS, after_section
from negojournal.ui.editor.before.section import before_section
from negojournal.ui.editor.beyond.section import CHAIN, beyond_section
from negojournal.ui.editor.context import Context
from negojournal.ui.editor.desk import Desk
from negojournal.ui.editor.during.section import during_section
from negojournal.ui.editor.essential_part import EssentialPart
from negojournal.ui.editor.form import Form
from negojournal.ui.editor.head import ESSENTIALS, head_section
from negojournal.ui.editor.presenter import EditorPresenter
from negojournal.ui.shell.page import EditorPage
from negojournal.ui.shell.port import Navigator, Run
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
        sections = (head_section(), before_section(), during_section(), after_section(), beyond_section())
        self._desk = Desk(sections, context, workspace.messages, self)
        spaced(QVBoxLayout(self)).addWidget(self._desk)
        self._presenter = EditorPresenter(self._desk, workspace.tasks, workspace.bus.tell, context, now)
        self._timer = QTimer(self, singleShot=True, interval=MILLISECONDS)
        self._offered = tuple(self.commands())
        self._timer.timeout.connect(self._presenter.keep)
        self._listen()

    def show_journal(self, journal: Journal) -> None:
        """Take the open journal: what was typed so far is kept now."""
        self._presenter.show_journal(journal)

    def refresh(self) -> None:
        """Ask again what there is to choose from, and whether the record was changed elsewhere."""
        self._presenter.refresh()

    def show_new(self) -> None:
        """Show an empty new review, or the unfinished one that is on screen already."""
        self._presenter.show_new()

    def show_plan(self) -> None:
        """Show an empty new plan, or the unfinished one that is on screen already."""
        self._presenter.show_new(Status.PLANNED)

    def show_record(self, record: NegotiationId, part: str = "") -> None:
        """Show a record to be changed, and go to a part of the form by its key."""
        self._presenter.opening.edit(record, part)

    def show_started(self, record: Negotiation, *, is_new: bool = True) -> None:
        """Show what was made for the user to go on with: a new record, or a plan as its review."""
        if is_new:
            self._presenter.opening.start(record, ESSENTIALS)
        else:
            self._presenter.opening.start_review(record, RATINGS)

    def show_draft(self, draft: Draft) -> None:
        """Show what was left unfinished."""
        self._presenter.opening.continue_draft(draft)

    def unfinished(self) -> Draft | None:
        """Return what is typed and not in the journal."""
        return self._presenter.unfinished()

    def show_unfinished(self, draft: Draft) -> None:
        """Show at once what was typed before the journal is open."""
        self._presenter.opening.show_unfinished(draft)

    def keep_now(self) -> None:
        """Store the draft at once, through the tasks."""
        self._presenter.keep()

    def is_untouched(self) -> bool:
        """Tell whether this is a new review in which nothing was typed."""
        return self._presenter.is_untouched()

    def is_plan(self) -> bool:
        """Tell whether what is on screen is a plan."""
        return self._presenter.sheet.shown.record.status is Status.PLANNED

    def record(self) -> NegotiationId | None:
        """Return the record on screen, None for a new one in which nothing was typed."""
        return None if self.is_untouched() else self._presenter.sheet.shown.record.id

    def is_kept(self) -> bool:
        """Tell whether all that was typed is stored."""
        return self._presenter.sheet.is_kept()

    def commands(self) -> Mapping[str, Run]:
        """Return what the form does for actions of the registry."""
        return {
            "keep": lambda: self._presenter.save(leave=False),
            "done": lambda: self._presenter.save(leave=True),
            "ratings": self._change_ratings,
            **{
                f"section-{line.key}": partial(self._desk.go_to, line.key)
                for line in self._desk.form.index()
                if line.is_heading
            },
            **_ways_on(self._desk.form, self.workspace.navigator),
        }

    def focus_start(self) -> None:
        """Put the keyboard into the title, or where one was sent to."""
        self._desk.focus_start(ESSENTIALS)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave by Escape, with the draft kept."""
        if event.key() == Qt.Key.Key_Escape:
            self._presenter.leave()
        else:
            super().keyPressEvent(event)

    def _listen(self) -> None:
        desk, presenter = self._desk, self._presenter
        desk.form.edited.connect(self._on_edited)
        desk.form.followed.connect(self._on_followed)
        desk.form.wanted.connect(self._on_wanted)
        desk.held.connect(partial(presenter.opening.hold, RATINGS))
        desk.field_left.connect(presenter.keep)
        desk.done.connect(lambda: presenter.save(leave=True))
        desk.closed.connect(presenter.leave)
        desk.discarded.connect(presenter.discard)
        desk.compared.connect(presenter.versions.compare)
        desk.put_off.connect(presenter.versions.put_off)
        desk.chosen.connect(presenter.versions.choose)
        desk.returned.connect(self.workspace.navigator.continue_draft)
        desk.left.connect(self.finished)
        self.workspace.preferences.changed.connect(self._on_preference)
        essentials = desk.form.part(ESSENTIALS)
        if isinstance(essentials, EssentialPart):
            essentials.went_on.connect(desk.form.go_on)

    def _on_preference(self, key: str) -> None:
        if key == Preferences.QUESTIONNAIRE:
            self._presenter.sheet.prefer(self.workspace.preferences.questionnaire())

    def _on_edited(self) -> None:
        if not self._timer.isActive():
            self._timer.start()

    def _on_followed(self) -> None:
        """Tell when there are other sections than before."""
        if (offered := tuple(self.commands())) != self._offered:
            self._offered = offered
            self.commands_changed.emit()

    def _on_wanted(self, what: str, record: NegotiationId) -> None:
        """Go where a part leads."""
        if what == "edit":
            self._presenter.opening.edit(record, CHAIN)
        else:
            self.workspace.navigator.follow(record)

    def _change_ratings(self) -> None:
        """Change between the questionnaires; of a plan, go on to its review."""
        form = self._desk.form
        if form.now().record.status is Status.PLANNED:
            self._presenter.opening.hold(RATINGS)
            return
        ratings = form.part(RATINGS)
        if isinstance(ratings, RatingPart) and ratings.isVisible():
            ratings.ask_next()


def _ways_on(form: Form, ways: Navigator) -> Mapping[str, Run]:
    """Return what can be done with a record that is in the journal: whichever is shown when it is asked for."""
    draft = form.now()
    if draft.is_new:
        return {}
    is_plan = draft.record.status is Status.PLANNED
    key, way = ("brief", ways.brief) if is_plan else ("negotiate-again", ways.follow)
    return {key: lambda: way(form.now().record.id)}
