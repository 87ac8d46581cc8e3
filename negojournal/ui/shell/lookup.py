"""Fill the palette from the table of actions and from the journal."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from negojournal.domain.filter import Filter
from negojournal.domain.summary import Page, Summary
from negojournal.ui.shell.actions import Actions, keys_of, words_of
from negojournal.ui.shell.command_palette import CommandPalette
from negojournal.ui.shell.finder import Offer, build_matches
from negojournal.ui.shell.workspace import Workspace
from negojournal.ui.widgets.locale_text import day_text

if TYPE_CHECKING:
    from negojournal.service.journal import Journal

PEOPLE, RECORDS = 5, 20


class Lookup(QObject):
    """Open the palette, and look up counterparts and records for it."""

    def __init__(self, workspace: Workspace, window: QWidget) -> None:
        super().__init__(window)
        self._workspace = workspace
        self._window = window
        self._journal: Journal | None = None

    def show_journal(self, journal: Journal) -> None:
        """Take the open journal; from now on what is in it is found too."""
        self._journal = journal

    def open(self) -> None:
        """Show the palette."""
        CommandPalette(action_offers(self._workspace.actions), self._find, self._window).show()

    def _find(self, typed: str, then: Callable[[Sequence[Offer]], None]) -> None:
        if (journal := self._journal) is not None:
            self._workspace.tasks.run_latest(
                "palette",
                lambda: (journal.lists.counterparts(), journal.lists.page(Filter(search=typed), limit=RECORDS)),
                lambda found: then((*self._person_offers(typed, found[0]), *self._record_offers(found[1]))),
            )

    def _person_offers(self, typed: str, names: Sequence[str]) -> tuple[Offer, ...]:
        open_person, said = self._workspace.navigator.open_person, self.tr("Counterpart")
        return build_matches((Offer(name, said, partial(open_person, name)) for name in names), typed)[:PEOPLE]

    def _record_offers(self, page: Page[Summary]) -> tuple[Offer, ...]:
        return tuple(self._record_offer(line) for line in page.lines)

    def _record_offer(self, line: Summary) -> Offer:
        text = " · ".join((line.title, *line.counterparts))
        return Offer(text, day_text(line.held_at.day), lambda: self._workspace.navigator.open_record(line.id))


def action_offers(actions: Actions) -> tuple[Offer, ...]:
    """Return every action that does something now, with its keys."""
    return tuple(
        Offer(words_of(spec), next(iter(keys_of(spec)), ""), partial(actions.run, key))
        for key, spec in actions.specs.items()
        if actions.is_answered(key) and key != "palette"
    )
