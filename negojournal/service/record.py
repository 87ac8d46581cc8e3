"""Use cases of single records: keep, read, delete, bring back."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from negojournal.domain.change import Change
from negojournal.domain.identity import NegotiationId, new_uuid
from negojournal.domain.moment import Moment, moment_of, now
from negojournal.domain.negotiation import Negotiation, Status
from negojournal.domain.plain import shown
from negojournal.domain.scoring import Scores
from negojournal.domain.validation import problems_of
from negojournal.errors import NotFoundError, Problem
from negojournal.exchange.markdown import record_markdown
from negojournal.exchange.outline import related_from
from negojournal.exchange.record import record_from, record_plain
from negojournal.exchange.text import LARGEST_VALUE, parse
from negojournal.service.edit import Binning, Rewriting, Step
from negojournal.service.file import content_of, read_from
from negojournal.service.history import History
from negojournal.service.holding import Holding, stamp_after
from negojournal.service.keeping import Conflict, Keeping
from negojournal.service.quick import QuickReview, record_from_quick


class Records:
    """Keep and give out single records."""

    def __init__(self, holding: Holding, history: History) -> None:
        self._holding = holding
        self._store = holding.store.records
        self._history = history
        self._keeping = Keeping(holding, history)

    def new(self, status: Status = Status.HELD, held_at: Moment | None = None) -> Negotiation:
        """Return an empty record of now, not kept yet."""
        created = moment_of(now())
        here = Moment(datetime.now().astimezone().isoformat(timespec="minutes"))
        return Negotiation(NegotiationId(new_uuid()), "", held_at or here, created, created, status)

    def problems(self, record: Negotiation) -> tuple[Problem, ...]:
        """Return what `save` would refuse of a record by itself; it looks at what was before, too."""
        return problems_of(record, self._holding.catalog)

    def save(self, record: Negotiation, *, base: Moment | None = None, revives: bool = False) -> Change:
        """Keep a record and drop its draft; `base` is the `updated_at` that was shown, None for a new record.

        Raises InvalidError, and ConflictError when the record was changed elsewhere since, or deleted; one that was
        shown as deleted `revives`.
        """
        fresh = replace(record, updated_at=stamp_after(record.created_at))
        return self._keeping.keep(fresh, base, record.id, revives=revives)

    def conflict(self, mine: Negotiation, *, base: Moment | None = None) -> Conflict | None:
        """Return both versions where `save` would find that the record was changed or deleted elsewhere."""
        return self._keeping.conflict(mine, base)

    def log(self, record: Negotiation) -> Change:
        """Keep a record as it is written down elsewhere: an unknown one as it stands, a known one on top of itself.

        A draft of it stays, since whoever is typing hasn't seen this version.
        """
        return self._keeping.keep(record, record.updated_at, None, revives=True)

    def log_quick(self, quick: QuickReview) -> Change:
        """Keep a quick review; raises InvalidError naming what can't be read."""
        return self.log(record_from_quick(quick, self.new()))

    def get(self, record: NegotiationId) -> Negotiation:
        """Return a record, also from the bin; raises NotFoundError."""
        return self._store.get(record)

    def scores(self, record: Negotiation) -> Scores | None:
        """Return the scores of a record's review, None where it isn't rated."""
        return self._holding.scores(record)

    def resolve(self, beginning: str) -> NegotiationId:
        """Return the one id that begins so; raises NotFoundError where there is none or more than one."""
        start = beginning.strip().lower()
        found = self._store.starting(start, 2) if start else ()
        if not found:
            raise NotFoundError(f"No negotiation has an id that begins with {shown(beginning)}.")
        if len(found) > 1:
            raise NotFoundError(
                f"More than one negotiation has an id that begins with {shown(beginning)}; give more of it."
            )
        return found[0]

    def delete(self, ids: Iterable[NegotiationId]) -> Change:
        """Put records into the bin, where they stay for 30 days; raises NotFoundError where none is in the journal."""
        return self._bin(ids, binned=True)

    def restore(self, ids: Iterable[NegotiationId]) -> Change:
        """Take records out of the bin; raises NotFoundError where none is in it."""
        return self._bin(ids, binned=False)

    def plain(self, record: NegotiationId) -> dict[str, object]:
        """Return a record with its scores under the names of the exchange format."""
        found = self.get(record)
        return record_plain(found, self.scores(found))

    def markdown(self, record: NegotiationId) -> str:
        """Return a record with its scores as Markdown, harmless in a terminal."""
        found = self.get(record)
        related = related_from(self._holding.store.lists.chain(record))
        return record_markdown(found, self.scores(found), self._holding.catalog, related=related)

    def from_file(self, path: Path, blank: Negotiation | None = None) -> Negotiation:
        """Return the record that a JSON file describes, not kept yet; raises FormatError and InvalidError."""
        return self.from_text(content_of(path, LARGEST_VALUE), str(path), blank)

    def from_text(self, text: str | bytes, source: str, blank: Negotiation | None = None) -> Negotiation:
        """Return the record that a JSON text describes, based on a blank one.

        `source` says in a sentence where the text is from.
        """
        return record_from(read_from(source, parse, text), blank or self.new())

    def amend(self, before: Negotiation, after: Negotiation, label: str) -> Change:
        """Put a version of a record that the program made in the place of the one it was made from, under a label.

        Raises NotFoundError where the record is in the bin.
        """
        if self._store.is_binned(before.id):
            raise NotFoundError(f"“{before.title}” is in the bin; bring it back first.")
        if after == before:
            return Change()
        after = self._holding.settled(replace(after, updated_at=stamp_after(before.updated_at)), before)
        return self._history.do(Step(label, (Rewriting(before, after),)))

    def _bin(self, ids: Iterable[NegotiationId], *, binned: bool) -> Change:
        moving = tuple(one for one in dict.fromkeys(ids) if self._store.is_binned(one) is not binned)
        verb = "deleting" if binned else "restoring"
        what = f"“{self.get(moving[0]).title}”" if len(moving) == 1 else f"{len(moving)} negotiations"
        return self._history.do(Step(f"{verb} {what}", (Binning(moving, binned),)))
