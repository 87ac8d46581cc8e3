"""What pages and presenters may ask of the shell, without Qt, so that a presenter is tested without a window."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, TypeVar

from negojournal.domain.filter import Filter
from negojournal.domain.identity import NegotiationId
from negojournal.domain.progress import Progress
from negojournal.errors import JournalError

if TYPE_CHECKING:
    from negojournal.domain.draft import Draft
    from negojournal.domain.negotiation import Negotiation
    from negojournal.domain.passphrase import Passphrase

T = TypeVar("T")

Run = Callable[[], object]
"""What a button or a menu entry does."""

Failed = Callable[[JournalError], None]
"""What answers an expected error."""


class Keychain(Protocol):
    """Remember passphrases in the operating system's own store, which may not be there: nothing here raises.

    Every call may take long, and the system may ask the user something.
    """

    def is_available(self) -> bool:
        """Tell whether there is such a store."""

    def recall(self, path: Path) -> Passphrase | None:
        """Return what is remembered for a journal."""

    def remember(self, path: Path, passphrase: Passphrase) -> bool:
        """Remember a passphrase, and tell whether it was."""

    def forget(self, path: Path) -> None:
        """Forget what is remembered for a journal."""


class StoppedError(Exception):
    """Leave long work in the middle because the user asked for it; the transaction is rolled back."""


class Tasks(Protocol):
    """Do work away from the window, one after the other; answers arrive back in the window's thread.

    An expected error goes to `failed`, or into the message bar where none is given; any other to the crash hook.
    """

    def run(self, work: Callable[[], T], then: Callable[[T], None], failed: Failed | None = None) -> None:
        """Do the work, then hand its value over."""

    def run_beside(self, work: Callable[[], T], then: Callable[[T], None], failed: Failed | None = None) -> None:
        """Do short work at once, however long other work takes; what is asked for later is done after it."""

    def run_latest(
        self, topic: str, work: Callable[[], T], then: Callable[[T], None], failed: Failed | None = None
    ) -> None:
        """Do the work unless newer work on the same topic was asked for; of one topic only the newest answers."""

    def run_long(
        self, title: str, work: Callable[[Progress], T], then: Callable[[T], None], failed: Failed | None = None
    ) -> None:
        """Do work that shows its progress under this title and can be stopped by the user."""


class Navigator(Protocol):
    """Go from one place of the window to another."""

    def go(self, page: str) -> None:
        """Show a page by its key."""

    def open_record(self, record: NegotiationId) -> None:
        """Show a record in the journal's reading pane."""

    def show_filter(self, chosen: Filter) -> None:
        """Show the journal through a filter."""

    def edit(self, record: NegotiationId | None = None, part: str = "") -> None:
        """Open the form for a record, at a part of it if one is named, or for a new review."""

    def plan(self) -> None:
        """Open the form for a new plan."""

    def start(self, record: Negotiation) -> None:
        """Open the form with a new record that was made for the user to go on with."""

    def review(self, record: NegotiationId) -> None:
        """Open the form with a plan as its review."""

    def follow(self, record: NegotiationId) -> None:
        """Open the form with a new plan that follows a negotiation."""

    def continue_draft(self, draft: Draft) -> None:
        """Open the form with an unfinished draft."""

    def open_person(self, name: str) -> None:
        """Show a counterpart."""

    def brief(self, record: NegotiationId) -> None:
        """Show the brief of a plan."""

    def report(self, record: NegotiationId | None = None) -> None:
        """Show the report of one negotiation, or of all that the filter lets through."""

    def open_settings(self, section: str) -> None:
        """Show a section of the settings."""

    def open_table(self, path: Path) -> None:
        """Show a table of another program, to be mapped and taken in."""


class Messages(Protocol):
    """Tell the user something in the bar above the page."""

    def info(self, text: str) -> None:
        """Say that something was done."""

    def error(self, text: str, retry: Run | None = None) -> None:
        """Say what went wrong, what is safe, and offer to try again."""

    def undoable(self, text: str, undo: Run | None = None) -> None:
        """Say what was done and offer to take it back, by the journal's undo unless another is given; stays."""
