"""Drafts as the form begins with them."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from negojournal.domain.draft import Draft
from negojournal.domain.identity import NegotiationId, new_uuid
from negojournal.domain.moment import Moment, moment_of
from negojournal.domain.negotiation import Negotiation


def blank(at: datetime) -> Draft:
    """Return an empty new review of an instant."""
    return _empty(NegotiationId(new_uuid()), moment_of(at))


def emptied(draft: Draft) -> Draft:
    """Return a new review as it was before anything was typed."""
    return _empty(draft.record.id, draft.record.created_at)


def draft_of(record: Negotiation) -> Draft:
    """Return a record of the journal as the form is shown it."""
    return Draft(record, held_at_text="", is_new=False, saved_at=record.updated_at)


def copied(draft: Draft, at: datetime) -> Draft:
    """Return the same content as a new review of its own."""
    now = moment_of(at)
    record = replace(draft.record, id=NegotiationId(new_uuid()), created_at=now, updated_at=now)
    return replace(draft, record=record, is_new=True)


def subject(draft: Draft) -> tuple[object, ...]:
    """Return what the last intention is looked up by."""
    return draft.record.area, draft.record.counterparts, draft.record.held_at


def _empty(identity: NegotiationId, at: Moment) -> Draft:
    """Return an empty review, held at that minute on the clock here."""
    held_at = Moment(at.instant.astimezone().isoformat(timespec="minutes")) if at.instant else at
    return Draft(Negotiation(identity, "", held_at, at, at), held_at_text="", is_new=True, saved_at=at)
