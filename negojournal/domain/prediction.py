"""What was expected before the meeting, closed when it begins so that hindsight can't bend it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, time

from negojournal.domain.moment import Moment, moment_of
from negojournal.domain.negotiation import Negotiation, Status
from negojournal.domain.outcome import Outcome, PerOutcome
from negojournal.domain.preparation import Preparation
from negojournal.errors import Problem

SEALED = "What you expected was sealed when the meeting began; it stays as it was."


def has_prediction(record: Negotiation) -> bool:
    """Tell whether a plan says what is expected: a score or a chance."""
    plan = record.preparation
    return plan is not None and (plan.expected != PerOutcome() or plan.chance is not None)


def is_sealed(record: Negotiation, now: datetime) -> bool:
    """Tell whether the prediction of a kept record is closed: it was sealed, or its plan's time has passed."""
    if record.preparation and record.preparation.sealed_at:
        return True
    return record.status is Status.PLANNED and has_prediction(record) and has_passed(record.held_at, now)


def has_passed(held_at: Moment, now: datetime) -> bool:
    """Tell whether a meeting has begun; one with a date alone has when its day is over here."""
    return held_at.instant <= now if held_at.instant else held_at.day < now.astimezone().date()


def was_sealed_before(plan: Preparation, held_at: Moment) -> bool:
    """Tell whether a plan says that it was sealed by the time its meeting began, or by its day where no time is known.

    The program seals no later; a record that was written elsewhere may say what it likes.
    """
    sealed_at = plan.sealed_at
    if sealed_at is None:
        return False
    if sealed_at.instant and held_at.instant:
        return sealed_at.instant <= held_at.instant
    return sealed_at.day <= held_at.day


def sealed(record: Negotiation, before: Negotiation | None, now: datetime) -> Negotiation:
    """Return an edited record whose prediction is sealed where the edit finds the meeting begun.

    What a record that was held already says of expectations is left unsealed: it was written in hindsight. A plan
    that was written when its meeting had begun is sealed as of then, so that it doesn't count as foresight.
    """
    plan = record.preparation
    if before is None or plan is None or plan.sealed_at or not _begins(record, before, now):
        return record
    since = min(now, max(_beginning(record.held_at, now), _written(before)))
    return replace(record, preparation=replace(plan, sealed_at=moment_of(since)))


def prediction_problems(record: Negotiation, before: Negotiation | None, now: datetime) -> tuple[Problem, ...]:
    """Return what an edit may not change: a prediction that was sealed, or is by this edit."""
    if before is None or before.preparation is None:
        return ()
    kept, plan = before.preparation, record.preparation or Preparation()
    if kept.sealed_at:
        places = (*_changed(kept, plan), *(("sealed_at",) if plan.sealed_at != kept.sealed_at else ()))
    else:
        places = tuple(_changed(kept, plan)) if _begins(record, before, now) else ()
    return tuple(Problem(f"preparation.{place}", SEALED) for place in places)


def as_sealed_here(record: Negotiation, before: Negotiation) -> Negotiation:
    """Return a later version that was written elsewhere, with the prediction that was closed when it was written.

    A prediction that was sealed there and not yet here counts as it came.
    """
    plan, kept = record.preparation, before.preparation
    written = _written(record)
    if kept is None or (plan and plan.sealed_at and not kept.sealed_at):
        return record
    if not prediction_problems(record, before, written):
        return record
    plan = replace(plan or Preparation(), expected=kept.expected, chance=kept.chance, sealed_at=kept.sealed_at)
    return sealed(replace(record, preparation=plan), before, written)


def _begins(record: Negotiation, before: Negotiation, now: datetime) -> bool:
    """Tell whether an edit of a plan with a prediction finds its meeting begun; one that is put off has not."""
    if before.status is not Status.PLANNED or not has_prediction(before):
        return False
    if record.status is Status.HELD:
        return True
    return has_passed(before.held_at, now) and has_passed(record.held_at, now)


def _written(record: Negotiation) -> datetime:
    return record.updated_at.instant or record.updated_at.wall.replace(tzinfo=UTC)


def _beginning(held_at: Moment, now: datetime) -> datetime:
    """Return when a meeting began at the latest: with a date alone, at the end of its day here."""
    return held_at.instant or datetime.combine(held_at.day, time(23, 59, 59), now.astimezone().tzinfo)


def _changed(kept: Preparation, plan: Preparation) -> Iterator[str]:
    for outcome in Outcome:
        if kept.expected.of(outcome) != plan.expected.of(outcome):
            yield f"expected.{outcome}"
    if kept.chance != plan.chance:
        yield "chance"
