"""Undo and redo over every change of the session, and of the newest deletion before it."""

from __future__ import annotations

from collections.abc import Callable

from negojournal.domain.change import Change
from negojournal.domain.progress import Progress
from negojournal.errors import ConflictError, NotFoundError
from negojournal.service.edit import Binning, Step
from negojournal.service.holding import Holding

DEEPEST = 100
"""How many steps can be taken back."""


class History:
    """Keep what was done and what was taken back."""

    def __init__(self, holding: Holding) -> None:
        self._holding = holding
        self._done: list[Step] = list(_newest_deletion(holding))
        self._undone: list[Step] = []

    @property
    def undo_label(self) -> str | None:
        """Return words for what `undo` takes back, to go on after "Undo"; None when there is nothing."""
        return self._done[-1].label if self._done else None

    @property
    def redo_label(self) -> str | None:
        """Return words for what `redo` does again."""
        return self._undone[-1].label if self._undone else None

    def do(self, step: Step, progress: Progress | None = None) -> Change:
        """Carry out a step and keep it."""
        change = step.write(self._holding, progress)
        self.keep(step)
        return change

    def keep(self, step: Step) -> None:
        """Keep a step that has been carried out already."""
        self._done.append(step)
        del self._done[:-DEEPEST]
        self._undone.clear()

    def undo(self, progress: Progress | None = None) -> Change | None:
        """Take back the last step; None when there is none.

        Raise ConflictError or NotFoundError, and forget the step, when the journal was changed elsewhere since.
        """
        return self._carry(self._done, self._undone, Step.turned, progress)

    def redo(self, progress: Progress | None = None) -> Change | None:
        """Do again what was taken back last; None when there is nothing. Raises as `undo` does."""
        return self._carry(self._undone, self._done, lambda step: step, progress)

    def _carry(
        self, source: list[Step], target: list[Step], way: Callable[[Step], Step], progress: Progress | None
    ) -> Change | None:
        if not source:
            return None
        try:
            change = way(source[-1]).write(self._holding, progress)
        except (ConflictError, NotFoundError):
            source.pop()
            raise
        target.append(source.pop())
        return change


def _newest_deletion(holding: Holding) -> tuple[Step, ...]:
    newest = holding.store.records.newest_binned()
    if newest is None:
        return ()
    title = holding.store.records.get(newest).title
    return (Step(f"deleting “{title}”", (Binning((newest,), binned=True),)),)
