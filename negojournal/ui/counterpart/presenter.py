"""What the page of counterparts does, without a window."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Protocol

from negojournal.domain.change import Change
from negojournal.domain.filter import Filter
from negojournal.domain.negotiation import name_key
from negojournal.domain.person import Person
from negojournal.errors import InvalidError, JournalError
from negojournal.ui.shell.port import Messages, Navigator, Tasks

if TYPE_CHECKING:
    from negojournal.service.journal import Journal
    from negojournal.service.person import Panel


class PeopleView(Protocol):
    """Show the counterparts, and one of them whole."""

    def show_people(self, people: tuple[Person, ...], chosen: str | None) -> None:
        """List the counterparts, one of them chosen."""

    def show_panel(self, panel: Panel | None) -> None:
        """Show one counterpart, or nothing; the note that is being typed stays."""

    def note(self) -> str:
        """Return the note on the counterpart as it is typed."""

    def show_problem(self, sentence: str) -> None:
        """Show what is wrong with the name to merge with; nothing takes it away."""

    def show_merged(self) -> None:
        """Close the form in which the other name was given."""


class PeoplePresenter:
    """Look counterparts up, keep notes on them, and make one of two names."""

    def __init__(
        self, view: PeopleView, tasks: Tasks, messages: Messages, navigator: Navigator, tell: Callable[[Change], None]
    ) -> None:
        self._view, self._tasks, self._messages, self._navigator, self._tell = view, tasks, messages, navigator, tell
        self._journal: Journal | None = None
        self._people: tuple[Person, ...] = ()
        self._chosen: str | None = None
        self._shown: str | None = None
        self._noted = ""

    def show_journal(self, journal: Journal) -> None:
        """Take the open journal."""
        self._journal = journal
        self.refresh()

    def refresh(self) -> None:
        """Look again."""
        if (journal := self._journal) is not None:
            self._tasks.run_latest("people", journal.people.all, self._on_people)

    def choose(self, name: str) -> None:
        """Show a counterpart; what was noted on the one before is kept first."""
        self.keep_note()
        self._chosen = name
        self._ask()

    def keep_note(self) -> None:
        """Keep the note as it is typed on the counterpart on screen, where it says something else than before."""
        journal, name = self._journal, self._shown
        if journal is not None and name is not None and not self.is_kept():
            before, self._noted = self._noted, self._view.note()
            save = partial(journal.people.save_note, name, self._noted, before)
            self._tasks.run(save, self._tell, partial(self._on_not_noted, name, before, save))

    def is_kept(self) -> bool:
        """Tell whether nothing that is typed would be lost."""
        return self._shown is None or self._view.note() == self._noted

    def merge(self, target: str, said: str) -> None:
        """Give the negotiations and the note of the counterpart shown to another name; `said` tells so."""
        journal, source = self._journal, self._chosen
        if journal is not None and source is not None:
            self.keep_note()
            self._tasks.run_long(
                "Merging",
                lambda progress: journal.people.merge(source, target, progress),
                lambda change: self._on_merged(change, target, said),
                self._on_not_merged,
            )

    def plan(self) -> None:
        """Begin a plan with the counterpart shown."""
        journal, name = self._journal, self._chosen
        if journal is not None and name is not None:
            self._tasks.run(
                lambda: replace(journal.plans.new(), counterparts=(name,)),
                self._navigator.start,
            )

    def show_negotiations(self) -> None:
        """Show the journal through the counterpart shown."""
        if self._chosen is not None:
            self._navigator.show_filter(Filter(counterpart=self._chosen))

    def _on_not_noted(self, name: str, before: str, again: Callable[[], Change], error: JournalError) -> None:
        """Say why; a note on screen counts as not kept, so that it stays and the next change tries again."""
        if name == self._shown:
            self._noted = before
            self._messages.error(str(error), self.keep_note)
        else:
            self._messages.error(str(error), lambda: self._tasks.run(again, self._tell))

    def _ask(self) -> None:
        journal, name = self._journal, self._chosen
        if journal is not None and name is not None:
            self._tasks.run_latest("person", lambda: journal.people.panel(name), self._on_panel)

    def _on_people(self, people: tuple[Person, ...]) -> None:
        self._people = people
        self._chosen = self._known(self._chosen)
        self._view.show_people(people, self._chosen)
        if self._chosen is None:
            self._shown, self._noted = None, ""
            self._view.show_panel(None)
        self._ask()

    def _known(self, name: str | None) -> str | None:
        """Return a counterpart as it is written in the journal, or the first of the list."""
        key = None if name is None else name_key(name)
        names = [person.name for person in self._people]
        return next((one for one in names if name_key(one) == key), next(iter(names), None))

    def _on_panel(self, panel: Panel) -> None:
        """Show a counterpart; a note that is being typed stays, and is kept in its time or before another's comes."""
        if panel.name != self._shown:
            self.keep_note()
        if panel.name == self._shown and not self.is_kept():
            panel = replace(panel, note=self._view.note())
        else:
            self._noted = panel.note
        self._shown = panel.name
        self._view.show_panel(panel)

    def _on_merged(self, change: Change, target: str, said: str) -> None:
        self._chosen = target
        self._view.show_merged()
        self._tell(change)
        self._messages.undoable(said)

    def _on_not_merged(self, error: JournalError) -> None:
        if isinstance(error, InvalidError):
            self._view.show_problem(str(error))
        else:
            self._messages.error(str(error))
