"""One's own strategy and the month's focus."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
import time_machine

from negojournal.domain.change import Change
from negojournal.domain.note import Note, Subject
from negojournal.errors import InvalidError
from negojournal.service.journal import Journal


@time_machine.travel(datetime(2026, 6, 15, 12, tzinfo=UTC))
def test_a_strategy_has_revisions_the_newest_first(journal: Journal) -> None:
    assert journal.notes.strategy() == ()
    assert journal.notes.revise("Ask first.", date(2026, 3, 1)) == Change(notes=True)
    journal.notes.revise("Ask, then wait.")
    older, newer = (Note(Subject.STRATEGY, day, text) for day, text in (
        ("2026-03-01", "Ask first."), ("2026-06-15", "Ask, then wait."),
    ))  # fmt: skip
    assert journal.notes.strategy() == (newer, older)
    journal.notes.revise("Ask twice.")
    assert [note.text for note in journal.notes.strategy()] == ["Ask twice.", "Ask first."]
    assert journal.history.undo_label == "changing your strategy"
    journal.notes.revise(" ")
    assert journal.notes.strategy() == (older,)
    journal.history.undo()
    journal.history.undo()
    assert journal.notes.strategy() == (newer, older)


@time_machine.travel(datetime(2026, 6, 15, 12, tzinfo=UTC))
def test_a_month_has_one_focus(journal: Journal) -> None:
    assert journal.notes.focus() is None
    assert journal.notes.choose_focus("dodging") == Change(notes=True)
    assert journal.notes.focus() == journal.notes.focus(date(2026, 6, 30)) == "dodging"
    assert journal.notes.focus(date(2026, 7, 1)) is None
    journal.notes.choose_focus("fixed-pie", date(2026, 7, 31))
    assert journal.notes.focus(date(2026, 7, 1)) == "fixed-pie"
    assert journal.history.undo_label == "choosing the month’s focus"
    assert journal.notes.choose_focus(None) == Change(notes=True)
    assert journal.notes.focus() is None
    assert journal.notes.choose_focus(None) == Change()
    journal.history.undo()
    assert journal.notes.focus() == "dodging"
    with pytest.raises(InvalidError, match="“focus” should be one of dodging"):
        journal.notes.choose_focus("gardening")


@pytest.mark.parametrize(
    ("note", "words"),
    [
        (Note(Subject.STRATEGY, "2026-02-31", "x"), "“key” should be a date such as"),
        (Note(Subject.STRATEGY, "20260201", "x"), "“key” should be a date such as"),
        (Note(Subject.STRATEGY, "9999-12-31", "x"), "“key” should be a date such as"),
        (Note(Subject.FOCUS, "2026-13", "x"), "“key” should be a month such as"),
        (Note(Subject.COUNTERPART, "Ana\nRuiz", "x"), "“key” should be a line of"),
        (Note(Subject.COUNTERPART, "Ana", "\0"), "“text” should be text"),
    ],
)
def test_a_note_that_breaks_a_rule_is_refused(journal: Journal, note: Note, words: str) -> None:
    with pytest.raises(InvalidError, match=words):
        journal.notes.keep(note, "keeping it")
    assert journal.history.undo_label is None
