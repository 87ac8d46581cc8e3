"""Keep one version of a record in the place of another, unless someone else has come before."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from negojournal.domain.change import Change
from negojournal.domain.identity import NegotiationId
from negojournal.domain.moment import Moment
from negojournal.domain.negotiation import Negotiation
from negojournal.errors import ConflictError
from negojournal.service.edit import Binning, Edit, Rewriting, Step
from negojournal.service.history import History
from negojournal.service.holding import Holding, stamp_after

if TYPE_CHECKING:
    from negojournal.exchange.difference import Difference


@dataclass(frozen=True, slots=True)
class Conflict:
    """Hold two versions of a record: the user's own, and that of the journal, which it did not start from.

    Where `is_deleted`, that of the journal is in the bin.
    """

    mine: Negotiation
    theirs: Negotiation
    is_deleted: bool
    differences: tuple[Difference, ...]


class Keeping:
    """Write versions of records, each as a step that can be taken back."""

    def __init__(self, holding: Holding, history: History) -> None:
        self._holding = holding
        self._store = holding.store.records
        self._history = history

    def keep(self, record: Negotiation, base: Moment | None, draft: NegotiationId | None, *, revives: bool) -> Change:
        """Keep a version that started from the one of a stamp, None for a new record, and drop a draft with it.

        Only where it `revives` a record is one taken out of the bin. Raises InvalidError, and ConflictError when the
        version of the journal is another one.
        """
        with self._holding.store.transaction():
            step = self._written(record, base, draft, revives=revives)
        if step is None:
            return Change()
        self._history.keep(step)
        return Change(saved=frozenset({record.id}))

    def conflict(self, mine: Negotiation, base: Moment | None) -> Conflict | None:
        """Return the version of the journal beside one that did not start from it; None where there is none."""
        theirs = self._stored(mine.id)
        if theirs is None:
            return None
        is_deleted = self._store.is_binned(mine.id)
        if base == theirs.updated_at and not is_deleted:
            return None
        from negojournal.exchange.difference import build_difference  # noqa: PLC0415 - seldom wanted

        followed = {one for one in (mine.follows, theirs.follows) if one}
        titles: dict[str, str] = {one.id: one.title for one in self._store.load(followed)}
        return Conflict(mine, theirs, is_deleted, build_difference(mine, theirs, self._holding.catalog, titles))

    def _written(
        self, record: Negotiation, base: Moment | None, draft: NegotiationId | None, *, revives: bool
    ) -> Step | None:
        """Write a version and return the step that this was, None where it is the one that is there."""
        before = self._stored(record.id)
        if before is None:
            self._holding.check(record)
            self._store.save(record, self._holding.scores(record), drop_draft=draft)
            return Step(f"adding “{record.title}”", (Binning((record.id,), binned=False),))
        binned = self._store.is_binned(record.id)
        if base != before.updated_at or (binned and not revives):
            raise _lost(before, "deleted" if binned else "changed")
        after = replace(record, created_at=before.created_at, updated_at=before.updated_at)
        if after == before and not binned:
            if draft is not None:
                self._holding.store.drafts.drop(draft)
            return None
        after = self._holding.settled(replace(after, updated_at=stamp_after(before.updated_at)), before)
        self._store.save(after, self._holding.scores(after), base=before.updated_at, drop_draft=draft)
        back: tuple[Edit, ...] = (Binning((after.id,), binned=False),) if binned else ()
        return Step(f"editing “{after.title}”", (*back, Rewriting(before, after)))

    def _stored(self, record: NegotiationId) -> Negotiation | None:
        return self._store.get(record) if self._store.updated_at((record,)) else None


def _lost(theirs: Negotiation, what: str) -> ConflictError:
    return ConflictError(
        f"“{theirs.title}” was {what} elsewhere since this version of it was read; nothing was overwritten, "
        "and both versions are kept."
    )
