"""Drafts: kept while typing, gone when saved."""

from __future__ import annotations

from dataclasses import replace

from negojournal.domain.draft import Draft
from negojournal.domain.moment import Moment
from negojournal.service.journal import Journal
from tests.builders import build_record


def build_draft(number: int, minute: int) -> Draft:
    record = build_record(number, title="")
    return Draft(record, "31 Febr", is_new=True, saved_at=Moment(f"2026-02-01T10:{minute:02}:00+00:00"))


def test_drafts_come_back_newest_first(journal: Journal) -> None:
    older, newer = build_draft(1, 10), build_draft(2, 20)
    journal.drafts.keep(newer)
    journal.drafts.keep(older)
    assert journal.drafts.all() == (newer, older)
    latest = replace(older, saved_at=Moment("2026-02-01T10:30:00+00:00"))
    journal.drafts.keep(latest)
    assert journal.drafts.all() == (latest, newer)


def test_a_draft_can_be_dropped(journal: Journal) -> None:
    draft = build_draft(1, 10)
    journal.drafts.keep(draft)
    journal.drafts.drop(draft.record.id)
    journal.drafts.drop(draft.record.id)
    assert journal.drafts.all() == ()


def test_saving_drops_the_draft_of_the_record(journal: Journal) -> None:
    new, other = build_draft(1, 10), build_draft(2, 20)
    journal.drafts.keep(new)
    journal.drafts.keep(other)
    journal.records.save(replace(new.record, title="Done"))
    assert journal.drafts.all() == (other,)
    stored = journal.records.get(new.record.id)
    for title in ("Better", "Better"):
        journal.drafts.keep(replace(new, record=stored, is_new=False))
        journal.records.save(replace(stored, title=title), base=journal.records.get(stored.id).updated_at)
        assert journal.drafts.all() == (other,)


def test_a_draft_of_a_newer_program_is_left_alone(journal: Journal) -> None:
    journal._store.drafts.put("other", '{"format": "something new"}')
    assert journal.drafts.all() == ()
    assert "other" in journal._store.drafts.all()
