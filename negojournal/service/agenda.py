"""Use cases of what waits: what *Today* shows, and the answers to it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from typing import TypeVar

from negojournal.domain.agenda import Agenda, Errand, Waiting
from negojournal.domain.agreement import Agreement, Commitment, FollowUp
from negojournal.domain.change import Change
from negojournal.domain.draft import Draft
from negojournal.domain.identity import NegotiationId
from negojournal.domain.moment import now
from negojournal.domain.moment import today as this_day
from negojournal.domain.plain import plain_of, shown_text
from negojournal.domain.prediction import has_passed
from negojournal.domain.summary import Summary
from negojournal.errors import NotFoundError
from negojournal.service.holding import Holding
from negojournal.service.note import Notes
from negojournal.service.record import Records

T = TypeVar("T")

MOST = 100
"""How many of a kind are shown at most: of more, those that are due last."""

AHEAD, RECENT, QUARTER = timedelta(days=7), timedelta(days=60), timedelta(weeks=13)
"""How far plans and promises are told beforehand, how old a review that is worth deepening may be, and when a strategy
should be looked at again."""

MOST_DEEPENED = 3


class Agendas:
    """Say what waits, and take down what became of it."""

    def __init__(self, holding: Holding, records: Records, notes: Notes) -> None:
        self._waiting, self._lists = holding.store.waiting, holding.store.lists
        self._records, self._notes = records, notes

    def today(self, day: date | None = None) -> Agenda:
        """Return what waits on a day, today if none is given; its errands stand by kind and then by date."""
        day = day or this_day()
        kinds = list(Waiting)
        errands = sorted(self._errands(day), key=lambda one: (kinds.index(one.kind), one.due_on or date.max))
        return Agenda(day, tuple(errands), self._lists.last_intention(None, ()), self._notes.focus(day))

    def plain(self, agenda: Agenda, drafts: Iterable[Draft]) -> dict[str, object]:
        """Return what waits under the names that `agenda --json` prints."""
        return {
            "day": plain_of(agenda.day),
            "errands": plain_of(agenda.errands),
            "drafts": [{"id": draft.record.id, "title": draft.record.title} for draft in drafts],
            "intention": plain_of(agenda.intention),
            "focus": agenda.focus,
        }

    def keep_promise(self, record: NegotiationId, number: int, on: date | None = None) -> Change:
        """Mark a commitment, counted from 0, as done on a day; raises NotFoundError where it isn't there any more."""
        done_on = on or this_day()
        return self._settle(record, number, "as kept", lambda one: replace(one, done_on=done_on, broken=False))

    def break_promise(self, record: NegotiationId, number: int) -> Change:
        """Mark a commitment as broken."""
        return self._settle(record, number, "as broken", lambda one: replace(one, done_on=None, broken=True))

    def skip_follow_up(self, record: NegotiationId, number: int) -> Change:
        """Take a follow-up, counted from 0, off a record; where something is written in it, only its date."""
        return self._look_again(record, number, "skipping", _undated)

    def postpone(self, record: NegotiationId, number: int, days: int) -> Change:
        """Put a follow-up off to so many days from today."""
        due_on = this_day() + timedelta(days=days)
        return self._look_again(record, number, "putting off", lambda one: replace(one, due_on=due_on))

    def _errands(self, day: date) -> Iterator[Errand]:
        yield from self._plans(day)
        yield from self._waiting.follow_ups(day, MOST)
        yield from self._waiting.commitments(day + AHEAD, MOST)
        revisions = self._notes.strategy()
        if revisions and (due_on := date.fromisoformat(revisions[0].key) + QUARTER) <= day:
            yield Errand(Waiting.STRATEGY, due_on)
        for line in self._waiting.shallow(day - RECENT, day, MOST_DEEPENED):
            yield _errand(Waiting.DEEPEN, None, line)

    def _plans(self, day: date) -> Iterator[Errand]:
        instant = now() + (day - this_day())
        for line in self._waiting.plans(day + AHEAD, MOST):
            kind = Waiting.REVIEW if has_passed(line.held_at, instant) else Waiting.PLAN
            yield _errand(kind, line.held_at.day, line)

    def _settle(
        self, record: NegotiationId, number: int, how: str, settled: Callable[[Commitment], Commitment]
    ) -> Change:
        before = self._records.get(record)
        agreement = before.agreement or Agreement()
        promise = _one_of(agreement.commitments, number, "commitment")
        commitments = _with(agreement.commitments, number, settled(promise))
        after = replace(before, agreement=replace(agreement, commitments=commitments))
        return self._records.amend(before, after, f"marking “{shown_text(promise.what)}” {how}")

    def _look_again(
        self, record: NegotiationId, number: int, doing: str, moved: Callable[[FollowUp], FollowUp | None]
    ) -> Change:
        before = self._records.get(record)
        follow_up = _one_of(before.follow_ups, number, "follow-up")
        after = replace(before, follow_ups=_with(before.follow_ups, number, moved(follow_up)))
        return self._records.amend(before, after, f"{doing} the follow-up of “{before.title}”")


def _errand(kind: Waiting, due_on: date | None, line: Summary) -> Errand:
    return Errand(kind, due_on, line.id, line.title, line.counterparts)


def _undated(follow_up: FollowUp) -> FollowUp | None:
    kept = replace(follow_up, due_on=None)
    return None if kept == FollowUp() else kept


def _one_of(values: tuple[T, ...], number: int, what: str) -> T:
    if not 0 <= number < len(values):
        raise NotFoundError(f"This {what} is no longer in the journal.")
    return values[number]


def _with(values: tuple[T, ...], number: int, value: T | None) -> tuple[T, ...]:
    """Return values with another in the place of one, or without it."""
    instead = () if value is None else (value,)
    return (*values[:number], *instead, *values[number + 1 :])
