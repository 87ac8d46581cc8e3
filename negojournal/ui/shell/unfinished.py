"""Drafts as the bar and the page Today handle them, without Qt."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from negojournal.domain.change import Change
from negojournal.domain.draft import Draft
from negojournal.ui.shell.port import Messages, Tasks

if TYPE_CHECKING:
    from negojournal.service.drafting import Drafts


@dataclass(frozen=True, slots=True)
class Unfinished:
    """Find drafts and discard them, which can be taken back."""

    tasks: Tasks
    messages: Messages
    tell: Callable[[Change], None]
    drafts: Drafts

    def find(self, then: Callable[[Sequence[Draft]], None]) -> None:
        """Hand over all drafts, the newest first."""
        self.tasks.run_latest("drafts", self.drafts.all, then)

    def discard(self, draft: Draft, said: str) -> None:
        """Forget a draft and say so."""

        def on_dropped(_done: object) -> None:
            self.tell(Change())
            self.messages.undoable(said, restore)

        def restore() -> None:
            self.tasks.run(lambda: self.drafts.keep(draft), lambda _done: self.tell(Change()))

        self.tasks.run(lambda: self.drafts.drop(draft.record.id), on_dropped)
