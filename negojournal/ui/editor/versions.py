"""Two versions of the record on screen: the user's own, and what another program has put into the journal."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from negojournal.domain.draft import Draft
from negojournal.domain.negotiation import Negotiation
from negojournal.ui.editor.beginning import draft_of
from negojournal.ui.editor.gate import Gate
from negojournal.ui.editor.port import Kept, View, Way
from negojournal.ui.editor.sheet import Sheet
from negojournal.ui.shell.port import Run

if TYPE_CHECKING:
    from negojournal.service.keeping import Conflict

Begin = Callable[[Callable[[], object]], object]
Put = Callable[["Conflict"], None]


class Versions:
    """Notice that the record on screen was changed elsewhere, show both versions, and do what the user chooses.

    Until then mine stays a draft and theirs stays in the journal. `begin` ends what was going on before; `put` keeps
    mine over the version that was shown, or in its own right beside it.
    """

    def __init__(self, view: View, gate: Gate, sheet: Sheet, begin: Begin, put: dict[Way, Put]) -> None:
        self._view = view
        self._gate = gate
        self._sheet = sheet
        self._begin = begin
        self._ways = {**put, Way.THEIRS: self._take}
        self._known: Conflict | None = None
        self._is_open = False

    def forget(self) -> None:
        """Have nothing to choose between any more."""
        self._known = None
        self._show(None)

    def look(self) -> None:
        """Ask whether the record on screen was changed elsewhere meanwhile, and say so."""
        if not self._sheet.is_untouched():
            self._ask(self._on_looked)

    def compare(self, otherwise: Run | None = None) -> None:
        """Show both versions; where there is only one by now, do something else."""
        self._ask(partial(self._on_asked, otherwise))

    def put_off(self) -> None:
        """Go back to the form and choose later."""
        if self._known is not None and self._is_open:
            self._show(None)
            self._view.beside.show_changed(self._known)

    def choose(self, way: Way) -> None:
        """Keep mine, take theirs, or keep both, as they were shown."""
        if self._known is not None:
            self._ways[way](self._known)

    def _ask(self, then: Callable[[Conflict | None], None]) -> None:
        draft = self._sheet.current()
        self._gate.compare(draft, partial(self._on_compared, draft, then))

    def _on_compared(self, draft: Draft, then: Callable[[Conflict | None], None], found: Conflict | None) -> None:
        """Take the answer, unless the form has gone on to something else since the question."""
        shown = self._sheet.shown.record
        if (draft.record.id, draft.record.updated_at) == (shown.id, shown.updated_at):
            then(self._unsettled(found))

    def _unsettled(self, found: Conflict | None) -> Conflict | None:
        """Return what the user has to choose in; where nothing is typed, or the same, there is nothing to choose."""
        if found is None or found.is_deleted:
            return found
        theirs = draft_of(found.theirs)
        if not self._sheet.is_changed() and not self._sheet.is_started:
            self._begin(partial(self._sheet.show, theirs, theirs))
            self._view.beside.show_renewed()
        elif not found.differences:
            self._sheet.settle(theirs)
            self._gate.drop(found.theirs.id)
        else:
            return found
        return None

    def _on_looked(self, found: Conflict | None) -> None:
        is_news = self._note(found)
        if found is None or self._is_open:
            self._show(found)
        elif is_news:
            self._view.beside.show_changed(found)

    def _on_asked(self, otherwise: Run | None, found: Conflict | None) -> None:
        self._note(found)
        self._show(found)
        if found is None and otherwise is not None:
            otherwise()

    def _note(self, found: Conflict | None) -> bool:
        """Remember what there is to choose in, and tell whether theirs is another one than before.

        Saving elsewhere may have dropped the draft of mine, so it is stored again.
        """
        before, self._known = self._known, found
        is_news = found is not None and _theirs(found) != (before and _theirs(before))
        if is_news:
            self._sheet.keep(again=True)
        return is_news

    def _show(self, found: Conflict | None) -> None:
        self._is_open = found is not None
        self._view.beside.show_conflict(found)

    def _take(self, conflict: Conflict) -> None:
        """Leave the journal as it is; what was typed can be brought back."""
        thrown, theirs = self._sheet.current(), draft_of(conflict.theirs)
        if conflict.is_deleted:
            self._begin(self._sheet.show_blank)
        else:
            self._begin(partial(self._sheet.show, theirs, theirs))
        self._gate.drop(theirs.record.id)
        if conflict.is_deleted:
            self._view.leave(None, Kept.NOWHERE)
        self._view.show_discarded(partial(self._bring_back, thrown))

    def _bring_back(self, thrown: Draft) -> None:
        again = partial(self._bring_back, thrown)
        self._gate.keep(
            thrown,
            lambda: self._view.beside.come_back(thrown),
            lambda error: self._view.show_failure(str(error), again),
        )


def _theirs(conflict: Conflict) -> tuple[Negotiation, bool]:
    return conflict.theirs, conflict.is_deleted
