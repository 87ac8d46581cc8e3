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
from negojournal.ui.editor.opening import Opening
from negojournal.ui.editor.presenter import EditorPresenter
from negojournal.ui.editor.sheet import Sheet
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

    def show_draft(self, draft: Draft, *, is_stored: bool = True) -> None:
        """Show what was left unfinished; what is stored nowhere is shown at once, and stored when it can be."""
        opening = self._presenter.opening
        (opening.resume if is_stored else opening.show_unfinished)(draft)

    def unfinished(self) -> Draft | None:
        """Return what is typed and not in the journal."""
        return self._presenter.unfinished()

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
            "ratings": partial(_change_ratings, self._desk.form, self._presenter.opening),
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
        desk.form.wanted.connect(partial(_follow, presenter.opening, self.workspace.navigator))
        desk.held.connect(partial(presenter.opening.hold, RATINGS))
        desk.field_left.connect(presenter.keep)
        desk.done.connect(lambda: presenter.save(leave=True))
        desk.closed.connect(presenter.leave)
        desk.discarded.connect(presenter.discard)
        desk.beside.compared.connect(presenter.versions.compare)
        desk.beside.put_off.connect(presenter.versions.put_off)
        desk.beside.chosen.connect(presenter.versions.choose)
        desk.beside.returned.connect(self.workspace.navigator.continue_draft)
        desk.left.connect(self.finished)
        self.workspace.preferences.changed.connect(partial(_prefer, self.workspace.preferences, presenter.sheet))
        essentials = desk.form.part(ESSENTIALS)
        if isinstance(essentials, EssentialPart):
            essentials.went_on.connect(desk.form.go_on)

    def _on_edited(self) -> None:
        if not self._timer.isActive():
            self._timer.start()

    def _on_followed(self) -> None:
        """Tell when there are other sections than before."""
        if (offered := tuple(self.commands())) != self._offered:
            self._offered = offered
            self.commands_changed.emit()


def _change_ratings(form: Form, opening: Opening) -> None:
    """Change between the questionnaires; of a plan, go on to its review."""
    if form.now().record.status is Status.PLANNED:
        opening.hold(RATINGS)
        return
    ratings = form.part(RATINGS)
    if isinstance(ratings, RatingPart) and ratings.isVisible():
        ratings.ask_next()


def _follow(opening: Opening, ways: Navigator, what: str, record: NegotiationId) -> None:
    """Go where a part leads."""
    if what == "edit":
        opening.edit(record, CHAIN)
    else:
        ways.follow(record)


def _prefer(preferences: Preferences, sheet: Sheet, key: str) -> None:
    """Begin the next review with the questionnaire that the user has chosen."""
    if key == Preferences.QUESTIONNAIRE:
        sheet.prefer(preferences.questionnaire())


def _ways_on(form: Form, ways: Navigator) -> Mapping[str, Run]:
    """Return what can be done with a record that is in the journal: whichever is shown when it is asked for."""
    draft = form.now()
    if draft.is_new:
        return {}
    is_plan = draft.record.status is Status.PLANNED
    key, way = ("brief", ways.brief) if is_plan else ("negotiate-again", ways.follow)
    return {key: lambda: way(form.now().record.id)}
