"""Use cases of what is being typed and not yet kept."""

from __future__ import annotations

from datetime import datetime

from negojournal.domain.draft import Draft
from negojournal.domain.identity import NegotiationId
from negojournal.errors import JournalError
from negojournal.exchange.draft import draft_from, draft_text
from negojournal.service.holding import Holding


class Drafts:
    """Keep drafts, one for each record, until it is saved or the draft is dropped."""

    def __init__(self, holding: Holding) -> None:
        self._store = holding.store.drafts

    def keep(self, draft: Draft) -> None:
        """Store a draft at once, in the place of the earlier one of the same record."""
        self._store.put(draft.record.id, draft_text(draft))

    def all(self) -> tuple[Draft, ...]:
        """Return every draft that can be read, newest first."""
        drafts = [draft for text in self._store.all().values() if (draft := _read(text))]
        return tuple(sorted(drafts, key=_saved, reverse=True))

    def drop(self, record: NegotiationId) -> None:
        """Forget the draft of a record, if there is one."""
        self._store.drop(record)


def _read(text: str) -> Draft | None:
    """Return a draft; None where a newer version of the program wrote it, which will offer it again."""
    try:
        return draft_from(text)
    except JournalError:
        return None


def _saved(draft: Draft) -> datetime:
    return draft.saved_at.wall
