"""Offer in the bar what was left unfinished."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject

from negojournal.domain.draft import Draft
from negojournal.domain.identity import NegotiationId
from negojournal.ui.shell.messages import BarMessages
from negojournal.ui.shell.places import TODAY
from negojournal.ui.shell.unfinished import Unfinished
from negojournal.ui.shell.workspace import Workspace
from negojournal.ui.widgets.button import LabelledAction
from negojournal.ui.widgets.locale_text import recent_text
from negojournal.ui.widgets.message_bar import Message

if TYPE_CHECKING:
    from negojournal.service.journal import Journal

KEY = "draft"


class DraftOffer(QObject):
    """Offer the newest draft once the journal is open; the page Today lists them all."""

    def __init__(
        self,
        workspace: Workspace,
        messages: BarMessages,
        in_form: Callable[[], NegotiationId | None],
        resumed: NegotiationId | None,
        parent: QObject,
    ) -> None:
        """Offer what is left unfinished; what is `resumed` by itself, or in the form by then, isn't offered."""
        super().__init__(parent)
        self._in_form = in_form
        self._resumed = resumed
        self._workspace = workspace
        self._messages = messages
        self._offered: Draft | None = None

    def show_journal(self, journal: Journal) -> None:
        """Take the open journal and look for drafts."""
        space = self._workspace
        self._unfinished = Unfinished(space.tasks, space.messages, space.bus.tell, journal.drafts)
        self._unfinished.find(self._on_found)
        space.bus.changed.connect(self._on_changed)

    def on_place_shown(self, key: str) -> None:
        """Leave it to the page Today once the user is there."""
        if key == TODAY:
            self._offered = None
            self._messages.dismiss(KEY)

    def _on_found(self, drafts: Sequence[Draft]) -> None:
        here = (self._resumed, self._in_form())
        draft = next((draft for draft in drafts if draft.record.id not in here), None)
        if draft is not None:
            self._offered = draft
            actions = (
                LabelledAction(self.tr("Continue"), partial(self._workspace.navigator.continue_draft, draft)),
                LabelledAction(self.tr("Discard"), partial(self._unfinished.discard, draft, discarded_words())),
            )
            self._messages.ask(Message(draft_words(draft), actions=actions, key=KEY))

    def _on_changed(self) -> None:
        if self._offered is not None:
            self._unfinished.find(self._on_found_again)

    def _on_found_again(self, drafts: Sequence[Draft]) -> None:
        offered = self._offered
        if offered is not None and all(draft.record.id != offered.record.id for draft in drafts):
            self._offered = None
            self._messages.dismiss(KEY)


def draft_words(draft: Draft) -> str:
    """Say in one sentence what is unfinished, and since when."""
    title = draft.record.title.strip()
    since = recent_text(draft.saved_at)
    if title:
        return QCoreApplication.translate("Draft", "“{title}” is unfinished since {since}.").format(
            title=title, since=since
        )
    return QCoreApplication.translate("Draft", "A review is unfinished since {since}.").format(since=since)


def discarded_words() -> str:
    """Say that a draft was discarded."""
    return QCoreApplication.translate("Draft", "The unfinished review was discarded.")
