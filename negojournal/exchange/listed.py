"""The records of a journal file, read from it each time they are walked through.

Of a file of 100,000 records one is held at a time, not a gigabyte of them: making, keeping and dropping so much at once
would stop the window for half a second here and there.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from negojournal.domain.negotiation import Milestone, Negotiation
from negojournal.domain.note import Note
from negojournal.domain.plain import value_from
from negojournal.errors import InvalidError, Problem
from negojournal.exchange.record import filled
from negojournal.exchange.stream import members

RECORDS = "negotiations"
LISTS: Mapping[str, type] = {RECORDS: Negotiation, "milestones": Milestone, "notes": Note}
"""What of a file is read one by one."""

MOST_PROBLEMS = 100
"""How many problems of one file are told."""


@dataclass(frozen=True, slots=True)
class Listed(Collection[Negotiation]):
    """Hold a file that is JSON throughout, what a record without stamps gets, and how many records there are."""

    data: bytes = field(repr=False)
    stamps: Mapping[str, object]
    count: int

    def __len__(self) -> int:
        return self.count

    def __contains__(self, record: object) -> bool:
        return any(record == one for one in self)

    def __iter__(self) -> Iterator[Negotiation]:
        """Yield the records that can be read; raise InvalidError at the end, or soon, where there are others."""
        problems: list[Problem] = []
        for key, number, plain in members(self.data, LISTS) if self.count else ():
            if key != RECORDS or number is None:
                continue
            given = filled(plain, self.stamps) if isinstance(plain, dict) else plain
            try:
                record = value_from(Negotiation, given, f"{RECORDS}[{number}]")
            except InvalidError as error:
                problems += error.problems
            else:
                yield record
            if len(problems) > MOST_PROBLEMS:
                break
        if problems:
            raise InvalidError(first(problems))

    def misfits(self) -> tuple[Problem, ...]:
        """Return what is wrong with the records that can't be read."""
        try:
            deque(self, maxlen=0)
        except InvalidError as error:
            return error.problems
        return ()


def first(problems: Sequence[Problem]) -> tuple[Problem, ...]:
    """Return as many problems as are told."""
    if len(problems) <= MOST_PROBLEMS:
        return tuple(problems)
    return (*problems[:MOST_PROBLEMS], Problem("", "There are more problems in it."))
