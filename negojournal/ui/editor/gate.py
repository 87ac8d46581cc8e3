"""The form's way to the journal, which may not be open yet."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from negojournal.domain.change import Change
from negojournal.domain.draft import Draft
from negojournal.domain.filter import Filter
from negojournal.domain.identity import NegotiationId
from negojournal.domain.negotiation import Negotiation
from negojournal.ui.editor.assessment import settled
from negojournal.ui.editor.context import Context
from negojournal.ui.shell.port import Failed, Tasks

if TYPE_CHECKING:
    from negojournal.domain.moment import Moment
    from negojournal.service.journal import Journal
    from negojournal.service.keeping import Conflict

RECENT = 50
"""How many of the latest negotiations a plan can be said to follow."""

T = TypeVar("T")

Kept = Callable[[], None]
Saved = Callable[[Change, Negotiation], None]
Loaded = Callable[[Negotiation, Draft | None], None]
Answered = Callable[[Context], None]


class Gate:
    """Pass on what the form asks of the journal, in order; until it is open, the newest of each kind waits."""

    def __init__(self, tasks: Tasks) -> None:
        self._tasks = tasks
        self._journal: Journal | None = None
        self._unanswered = 0
        self._waiting: dict[str, Callable[[Journal], None]] = {}

    def open(self, journal: Journal) -> None:
        """Take the open journal and pass on what has waited."""
        self._journal = journal
        waiting, self._waiting = self._waiting, {}
        for ask in waiting.values():
            ask(journal)

    def is_open(self) -> bool:
        """Tell whether the journal is there."""
        return self._journal is not None

    def keep(self, draft: Draft, then: Kept, failed: Failed) -> None:
        """Store a draft."""
        self._pass(
            f"draft {draft.record.id}",
            lambda journal: self._store(partial(journal.drafts.keep, draft), lambda _: then(), failed),
        )

    def drop(self, record: NegotiationId) -> None:
        """Forget the draft of a record."""
        self._pass(f"draft {record}", lambda journal: self._store(partial(journal.drafts.drop, record), lambda _: None))

    def save(self, draft: Draft, then: Saved, failed: Failed, over: Conflict | None = None) -> None:
        """Save the draft's record, `over` another version where that was seen, and read it back as it is then."""
        record = draft.record
        base, revives = (over.theirs.updated_at, over.is_deleted) if over else (_base(draft), False)

        def saved(journal: Journal) -> tuple[Change, Negotiation]:
            change = journal.records.save(record, base=base, revives=revives)
            return change, journal.records.get(record.id)

        self._pass(
            f"save {record.id}",
            lambda journal: self._in_turn(partial(saved, journal), lambda found: then(*found), failed),
        )

    def compare(self, draft: Draft, then: Callable[[Conflict | None], None]) -> None:
        """Hand over both versions where the record was changed elsewhere since the draft was begun."""

        def found(journal: Journal) -> Conflict | None:
            return journal.records.conflict(settled(draft.record, journal.catalog), base=_base(draft))

        self._pass("compare", lambda journal: self._tasks.run(partial(found, journal), then))

    def load(self, record: NegotiationId, then: Loaded, failed: Failed | None = None) -> None:
        """Read a record, and the draft of it that was not finished."""

        def loaded(journal: Journal) -> tuple[Negotiation, Draft | None]:
            drafts = (draft for draft in journal.drafts.all() if draft.record.id == record)
            return journal.records.get(record), next(drafts, None)

        self._pass(
            "load", lambda journal: self._tasks.run(partial(loaded, journal), lambda found: then(*found), failed)
        )

    def newest(self, draft: Draft, then: Callable[[Draft], None]) -> None:
        """Hand over a draft as it is stored by now."""

        def found(journal: Journal) -> Draft:
            stored = (one for one in journal.drafts.all() if one.record.id == draft.record.id)
            return next(stored, draft)

        self._pass("newest", lambda journal: self._tasks.run(partial(found, journal), then))

    def review(self, plan: Negotiation, then: Callable[[Negotiation], None]) -> None:
        """Turn a plan into the review that it becomes."""
        self._pass("review", lambda journal: self._tasks.run(partial(journal.plans.as_review, plan), then))

    def ask(self, record: Negotiation, context: Context, then: Answered) -> None:
        """Ask what there is to choose from, what was meant to be done in such a negotiation, and its chain."""

        def found(journal: Journal) -> Context:
            lists = journal.lists
            return replace(
                context,
                catalog=journal.catalog,
                names=lists.counterparts(),
                tags=lists.tags(),
                intention=lists.last_intention(record),
                chain=journal.plans.chain(record.id),
                recent=lists.page(Filter(), limit=RECENT).lines,
            )

        self._pass("context", lambda journal: self._tasks.run_latest("editor", partial(found, journal), then))

    def _store(self, work: Callable[[], object], then: Callable[[object], None], failed: Failed | None = None) -> None:
        """Have a draft written at once, whatever else takes long; what is typed while a save is waiting follows it."""
        if self._unanswered:
            self._in_turn(work, then, failed)
        else:
            self._tasks.run_beside(work, then, failed)

    def _in_turn(self, work: Callable[[], T], then: Callable[[T], None], failed: Failed | None) -> None:
        """Have something written after all that was asked for before; a save drops the draft that is there then.

        It is over, whatever came of it, when the next thing that was asked for is.
        """
        self._unanswered += 1
        self._tasks.run(work, then, failed)
        self._tasks.run(lambda: None, self._on_over)

    def _on_over(self, _nothing: None) -> None:
        self._unanswered -= 1

    def _pass(self, topic: str, ask: Callable[[Journal], None]) -> None:
        if self._journal is not None:
            ask(self._journal)
        else:
            self._waiting.pop(topic, None)
            self._waiting[topic] = ask


def _base(draft: Draft) -> Moment | None:
    """Return the stamp of the version that a draft was begun with."""
    return None if draft.is_new else draft.record.updated_at
