"""Drafts as the form begins with them."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from negojournal.domain.draft import Draft
from negojournal.domain.identity import NegotiationId, new_uuid
from negojournal.domain.moment import Moment, moment_of
from negojournal.domain.negotiation import Negotiation, Status


def blank(at: datetime, status: Status = Status.HELD) -> Draft:
    """Return an empty new review of an instant, or an empty plan."""
    return _empty(NegotiationId(new_uuid()), moment_of(at), status)


def emptied(draft: Draft) -> Draft:
    """Return a new review or plan as it was before anything was typed."""
    status = draft.record.status if draft.record.status is Status.PLANNED else Status.HELD
    return _empty(draft.record.id, draft.record.created_at, status)


def started(record: Negotiation, *, is_new: bool) -> Draft:
    """Return what was made for the user to go on with."""
    return Draft(record, held_at_text="", is_new=is_new, saved_at=record.updated_at)


def draft_of(record: Negotiation) -> Draft:
    """Return a record of the journal as the form is shown it."""
    return started(record, is_new=False)


def copied(draft: Draft, at: datetime) -> Draft:
    """Return the same content as a new review of its own."""
    now = moment_of(at)
    record = replace(draft.record, id=NegotiationId(new_uuid()), created_at=now, updated_at=now)
    return replace(draft, record=record, is_new=True)


def subject(draft: Draft) -> tuple[object, ...]:
    """Return what the last intention is looked up by."""
    return draft.record.area, draft.record.counterparts, draft.record.held_at


def _empty(identity: NegotiationId, at: Moment, status: Status) -> Draft:
    """Return an empty review, held at that minute on the clock here, or a plan for some time that day."""
    here = (at.instant or at.wall).astimezone()
    held_at = here.date().isoformat() if status is Status.PLANNED else here.isoformat(timespec="minutes")
    return started(Negotiation(identity, "", Moment(held_at), at, at, status), is_new=True)
