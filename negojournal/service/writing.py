"""Write what comes in, once there is a backup of the journal without it."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from negojournal.domain.change import Change
from negojournal.domain.identity import NegotiationId
from negojournal.service.edit import Edit, merged
from negojournal.service.holding import Holding
from negojournal.service.intake import Lot


class Writing:
    """Write an intake into the transaction that is open, and say what was changed."""

    def __init__(self, holding: Holding, back_up: Callable[[], object]) -> None:
        self._holding = holding
        self._back_up: Callable[[], object] | None = back_up
        self._saved: set[NegotiationId] = set()

    def write(self, lot: Lot) -> None:
        """Write some records."""
        if not lot.kept and not lot.returned:
            return
        self._make_sure()
        records = self._holding.store.records
        records.save_many((record, self._holding.scores(record)) for record in lot.kept)
        records.restore(lot.returned)
        self._saved.update(record.id for record in lot.kept)
        self._saved.update(lot.returned)

    def write_others(self, edits: Iterable[Edit]) -> Change:
        """Write all that isn't a record; return everything that was changed."""
        changes = [Change(saved=frozenset(self._saved))]
        for edit in edits:
            self._make_sure()
            changes.append(edit.write(self._holding))
        return merged(changes)

    def _make_sure(self) -> None:
        if self._back_up:
            self._back_up()
            self._back_up = None
