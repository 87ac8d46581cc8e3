"""The form, as far as its presenter knows it."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, Protocol

from negojournal.domain.draft import Draft
from negojournal.domain.identity import NegotiationId
from negojournal.errors import Problem
from negojournal.ui.editor.context import Context
from negojournal.ui.shell.port import Run

if TYPE_CHECKING:
    from negojournal.service.keeping import Conflict


class Kept(Enum):
    """Say where what is in the form is kept at the moment."""

    NOWHERE = "nowhere"
    WAITING = "waiting"
    DRAFT = "draft"
    JOURNAL = "journal"
    REFUSED = "refused"


class Way(Enum):
    """Name the ways out of a conflict: mine in the place of theirs, theirs, or mine as a record of its own."""

    MINE = "mine"
    THEIRS = "theirs"
    BOTH = "both"


class Beside(Protocol):
    """Show what was changed elsewhere beside what is in the form."""

    def show_changed(self, conflict: Conflict) -> None:
        """Say that the record was changed elsewhere while it is being written on here."""

    def show_conflict(self, conflict: Conflict | None) -> None:
        """Show both versions in the place of the form, None the form again."""

    def show_renewed(self) -> None:
        """Say that the form shows the record as it was changed elsewhere."""

    def come_back(self, draft: Draft) -> None:
        """Show the form again, with a draft that was left."""


class View(Protocol):
    """Be shown a draft, and be asked for it again."""

    @property
    def beside(self) -> Beside:
        """What is shown of another version of the record."""

    def show_draft(self, draft: Draft) -> None:
        """Show a draft in every part of the form."""

    def settle(self, saved: Draft) -> None:
        """Take what is in the journal now for what was shown; what the user has changed stays on screen."""

    def draft(self, shown: Draft) -> Draft:
        """Return what was shown with what the user has changed since."""

    def go_to(self, part: str) -> None:
        """Begin at a part, or at the first of a section, by its key."""

    def show_context(self, context: Context) -> None:
        """Show what there is to choose from."""

    def show_kept(self, kept: Kept) -> None:
        """Say where the form's content is kept."""

    def show_problems(self, problems: tuple[Problem, ...], *, focus: bool) -> None:
        """Show problems beside their fields in place of those before, and go to the first if asked to."""

    def unreadable(self) -> tuple[Problem, ...]:
        """Return the problems of what is typed and means nothing yet."""

    def show_failure(self, sentence: str, retry: Run) -> None:
        """Say what stands in the way of keeping, and offer to try again."""

    def show_discarded(self, bring_back: Run) -> None:
        """Say that what was typed is gone from the form, and offer to bring it back."""

    def leave(self, record: NegotiationId | None, kept: Kept) -> None:
        """Go to the record or back where the user came from, and say where what was typed is kept now."""
