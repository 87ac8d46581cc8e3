"""The form, as far as its presenter knows it."""

from __future__ import annotations

from enum import Enum
from typing import Protocol

from negojournal.domain.draft import Draft
from negojournal.domain.identity import NegotiationId
from negojournal.errors import Problem
from negojournal.ui.editor.context import Context
from negojournal.ui.shell.port import Run


class Kept(Enum):
    """Say where what is in the form is kept at the moment."""

    NOWHERE = "nowhere"
    WAITING = "waiting"
    DRAFT = "draft"
    JOURNAL = "journal"


class View(Protocol):
    """Be shown a draft, and be asked for it again."""

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

    def show_conflict(self) -> None:
        """Say that the record was changed elsewhere, and offer both ways out."""

    def show_copied(self) -> None:
        """Say that the user's own version is kept as an unfinished review."""

    def show_discarded(self, bring_back: Run) -> None:
        """Say that what was typed is gone from the form, and offer to bring it back."""

    def leave(self, record: NegotiationId | None, kept: Kept) -> None:
        """Go to the record or back where the user came from, and say where what was typed is kept now."""
