"""Use cases of notes: one's own strategy and the month's focus."""

from __future__ import annotations

from datetime import date

from negojournal.domain.catalog import EntryKind
from negojournal.domain.change import Change
from negojournal.domain.moment import today
from negojournal.domain.note import Note, Subject
from negojournal.domain.validation import problems_of_note, unknown_choice
from negojournal.errors import InvalidError
from negojournal.service.edit import Noting, Step
from negojournal.service.history import History
from negojournal.service.holding import Holding


class Notes:
    """Keep what is written beside the negotiations; every change of it is one step that can be taken back."""

    def __init__(self, holding: Holding, history: History) -> None:
        self._holding = holding
        self._history = history

    def strategy(self) -> tuple[Note, ...]:
        """Return every revision of the strategy, newest first; its key is its day."""
        return self._holding.store.notes.all(Subject.STRATEGY)[::-1]

    def revise(self, text: str, on: date | None = None, base: str | None = None) -> Change:
        """Keep the strategy of a day in place of that day's earlier text; a blank text takes the day's away.

        Where another program has changed the strategy since it was read as `base`, both texts are kept.
        """
        newest = next(iter(self.strategy()), None)
        text = joined(text, base, newest.text if newest else "")
        return self.keep(Note(Subject.STRATEGY, (on or today()).isoformat(), text), "changing your strategy")

    def focus(self, day: date | None = None) -> str | None:
        """Return the key of the trap that a month is about."""
        note = self._holding.store.notes.get(Subject.FOCUS, _month(day))
        return note.text if note else None

    def choose_focus(self, trap: str | None, day: date | None = None) -> Change:
        """Choose the trap that a month is about, or none; raises InvalidError for a trap that there isn't."""
        catalog = self._holding.catalog
        if trap is not None and not catalog.knows(EntryKind.TRAP, trap):
            known = (entry.key for entry in catalog.of(EntryKind.TRAP, hidden=True))
            raise InvalidError((unknown_choice("focus", trap, known),))
        return self.keep(Note(Subject.FOCUS, _month(day), trap or ""), "choosing the month’s focus")

    def keep(self, note: Note, label: str) -> Change:
        """Keep a note in place of the one with its key, or drop it where it is blank."""
        if problems := problems_of_note(note):
            raise InvalidError(problems)
        before = self._holding.store.notes.get(note.subject, note.key)
        after = note if note.text.strip() else None
        if before == after:
            return Change()
        return self._history.do(Step(label, (Noting(note.subject, note.key, before, after),)))


def joined(mine: str, base: str | None, theirs: str) -> str:
    """Return the text to be kept where one was typed that began with another, None with what there is now."""
    if base is None or theirs in (base, mine):
        return mine
    return theirs if mine == base else f"{theirs}\n\n{mine}".strip()


def _month(day: date | None) -> str:
    return f"{day or today():%Y-%m}"
