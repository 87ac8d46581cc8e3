"""What a window needs soon, but not to be seen: loaded and put in after the first paint."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, Protocol

from PySide6.QtWidgets import QApplication

from negojournal.ui.shell.history import Undoing
from negojournal.ui.shell.lookup import Lookup
from negojournal.ui.shell.offer import DraftOffer
from negojournal.ui.shell.parts import Parts
from negojournal.ui.shell.reading import show_about, show_help, show_shortcuts
from negojournal.ui.shell.setup import Setup
from negojournal.ui.shell.text_undo import TextUndo
from negojournal.ui.shell.transfer import Transfer

if TYPE_CHECKING:
    from negojournal.service.journal import Journal


class JournalUser(Protocol):
    """Be a part of the shell that waits for the journal."""

    def show_journal(self, journal: Journal) -> None:
        """Take the open journal."""


def furnish(parts: Parts, setup: Setup, app: QApplication) -> Sequence[JournalUser]:
    """Put in palette, help, undo, transfer and the offer of drafts; return those that wait for the journal."""
    space, window = parts.workspace, parts.window
    lookup = Lookup(space, window)
    space.actions.answer_always(
        {
            "palette": lookup.open,
            "help": partial(show_help, window, setup.resources),
            "shortcuts": partial(show_shortcuts, window, space.actions),
            "about": partial(show_about, window),
        }
    )
    TextUndo(app, window, parts.places.is_form)
    return (Undoing(space, window), Transfer(space, window), lookup, DraftOffer(space, parts.messages, window))
