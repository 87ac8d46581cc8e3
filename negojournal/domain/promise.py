"""Whether commitments were kept (record.md, "Formulas")."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from negojournal.domain.agreement import Commitment
from negojournal.domain.preparation import Side


class State(StrEnum):
    """Say what became of a commitment; LATE is open past its due date."""

    OPEN = "open"
    LATE = "late"
    KEPT = "kept"
    KEPT_LATE = "kept-late"
    BROKEN = "broken"


@dataclass(frozen=True, slots=True)
class Kept:
    """Count what became of commitments.

    `due` were due by the day, of which `kept` were done in time, `kept_late` later, and `open_late` aren't done;
    `broken` are all that were broken, and `left_out` those that are neither due by the day nor broken.
    """

    due: int = 0
    kept: int = 0
    kept_late: int = 0
    broken: int = 0
    open_late: int = 0
    left_out: int = 0

    @property
    def share(self) -> float | None:
        """The commitments done on or before their due date ÷ those due by the day, None where none is due."""
        return self.kept / self.due if self.due else None


def state_of(commitment: Commitment, day: date) -> State:
    """Return what became of a commitment up to a day."""
    due, done = commitment.due_on, commitment.done_on
    if commitment.broken:
        return State.BROKEN
    if done is not None:
        return State.KEPT if due is None or done <= due else State.KEPT_LATE
    return State.OPEN if due is None or day <= due else State.LATE


def kept_of(commitments: Iterable[Commitment], day: date, owner: Side | None = None) -> Kept:
    """Count what became of the commitments of one side, or of both, up to a day."""
    chosen = [one for one in commitments if owner in (None, one.owner)]
    due = [one for one in chosen if one.due_on is not None and one.due_on <= day]
    states = Counter(state_of(one, day) for one in due)
    broken = sum(one.broken for one in chosen)
    return Kept(
        len(due),
        states[State.KEPT],
        states[State.KEPT_LATE],
        broken,
        states[State.LATE],
        len(chosen) - len(due) - (broken - states[State.BROKEN]),
    )
