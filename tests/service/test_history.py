"""Undo and redo over every change."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from negojournal.domain.agreement import Agreement, Commitment, FollowUp
from negojournal.domain.catalog import EntryKind
from negojournal.domain.filter import Filter
from negojournal.domain.negotiation import Negotiation
from negojournal.domain.preparation import Side
from negojournal.errors import ConflictError, LockedError, NotFoundError
from negojournal.paths import resource_folder
from negojournal.service import history as history_module
from negojournal.service.journal import Journal, open_journal
from tests.builders import build_milestone, build_rated, build_record


def add(journal: Journal) -> None:
    journal.records.save(build_record(1))


def edit(journal: Journal) -> None:
    record = journal.records.get(build_record(0).id)
    journal.records.save(replace(record, title="Edited"), base=record.updated_at)


def delete(journal: Journal) -> None:
    journal.records.delete([build_record(0).id])


def add_milestone(journal: Journal) -> None:
    journal.trends.save_milestone(journal.trends.new_milestone(date(2026, 2, 1), "Book"))


def change_milestone(journal: Journal) -> None:
    journal.trends.save_milestone(replace(journal.trends.milestones()[0], title="Course, again"))


def delete_milestone(journal: Journal) -> None:
    journal.trends.delete_milestone(journal.trends.milestones()[0].id)


def reorder_areas(journal: Journal) -> None:
    journal.settings.replace_entries(EntryKind.AREA, reversed(journal.settings.entries(EntryKind.AREA)))


def keep_promise(journal: Journal) -> None:
    journal.agenda.keep_promise(build_record(0).id, 0)


def skip_follow_up(journal: Journal) -> None:
    journal.agenda.skip_follow_up(build_record(0).id, 0)


def merge(journal: Journal) -> None:
    journal.people.merge("Ana", "Bo")


def change_note(journal: Journal) -> None:
    journal.people.save_note("Ana", "Coffee")


def drop_note(journal: Journal) -> None:
    journal.people.save_note("Ana", "")


def revise_strategy(journal: Journal) -> None:
    journal.notes.revise("Ask first.", date(2026, 1, 1))


def choose_focus(journal: Journal) -> None:
    journal.notes.choose_focus("dodging", date(2026, 1, 1))


STEPS: list[tuple[Callable[[Journal], None], str]] = [
    (add, "adding “Talk 1”"),
    (edit, "editing “Edited”"),
    (delete, "deleting “Talk 0”"),
    (add_milestone, "adding “Book”"),
    (change_milestone, "changing “Course, again”"),
    (delete_milestone, "deleting “Course”"),
    (reorder_areas, "changing areas"),
    (keep_promise, "marking “Send it” as kept"),
    (skip_follow_up, "skipping the follow-up of “Talk 0”"),
    (merge, "merging “Ana” into “Bo”"),
    (change_note, "changing the note on “Ana”"),
    (drop_note, "changing the note on “Ana”"),
    (revise_strategy, "changing your strategy"),
    (choose_focus, "choosing the month’s focus"),
]


def state(journal: Journal) -> tuple[object, ...]:
    records: list[Negotiation] = [journal.records.get(line.id) for line in journal.lists.page(Filter()).lines]
    notes = (journal.notes.strategy(), journal.notes.focus(date(2026, 1, 1)), journal.people.panel("Ana").note)
    return records, journal.trends.milestones(), journal.settings.entries(EntryKind.AREA), notes


@pytest.mark.parametrize(("step", "label"), STEPS, ids=[step.__name__ for step, _ in STEPS])
def test_every_change_can_be_taken_back_and_done_again(
    journal: Journal, step: Callable[[Journal], None], label: str
) -> None:
    agreement = Agreement(commitments=(Commitment(Side.ME, "Send it"),))
    journal.records.log(build_rated(0, counterparts=("Ana",), agreement=agreement, follow_ups=(FollowUp(),)))
    journal.people.save_note("Ana", "Tea")
    journal.trends.save_milestone(journal.trends.new_milestone(date(2026, 1, 1), "Course"))
    before = state(journal)
    step(journal)
    after = state(journal)
    assert before != after
    assert journal.history.undo_label == label
    assert journal.history.redo_label is None
    undone = journal.history.undo()
    assert undone is not None
    assert state(journal) == before
    assert journal.history.redo_label == label
    assert journal.history.redo() is not None
    assert state(journal) == after
    assert journal.history.undo() is not None
    assert state(journal) == before


def test_there_is_nothing_to_undo_or_redo_in_an_empty_journal(journal: Journal) -> None:
    assert journal.history.undo_label is None
    assert journal.history.undo() is None
    assert journal.history.redo() is None


def test_a_new_change_ends_what_could_be_done_again(journal: Journal) -> None:
    journal.records.log(build_rated(0))
    edit(journal)
    journal.history.undo()
    add(journal)
    assert journal.history.redo_label is None


def test_only_so_many_steps_are_kept(journal: Journal, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(history_module, "DEEPEST", 2)
    for number in range(4):
        journal.records.log(build_record(number))
    assert journal.history.undo() is not None
    assert journal.history.undo() is not None
    assert journal.history.undo() is None
    assert journal.lists.tally(Filter()).negotiations == 2


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "journal.db"


def test_a_deletion_can_be_taken_back_after_a_restart(file: Path) -> None:
    with closing(open_journal(file, resource_folder())) as journal:
        for number in range(2):
            journal.records.log(build_record(number))
            journal.records.delete([build_record(number).id])
    with closing(open_journal(file, resource_folder())) as journal:
        assert journal.history.undo_label == "deleting “Talk 1”"
        journal.history.undo()
        assert [line.title for line in journal.lists.page(Filter()).lines] == ["Talk 1"]
        assert journal.history.undo_label is None
        journal.history.redo()
        assert journal.lists.tally(Filter()).negotiations == 0


def test_a_step_is_forgotten_when_the_record_was_changed_elsewhere(file: Path) -> None:
    with (
        closing(open_journal(file, resource_folder())) as journal,
        closing(open_journal(file, resource_folder())) as elsewhere,
    ):
        journal.records.log(build_rated(0))
        edit(journal)
        changed = elsewhere.records.get(build_record(0).id)
        elsewhere.records.save(replace(changed, title="Elsewhere"), base=changed.updated_at)
        with pytest.raises(ConflictError):
            journal.history.undo()
        assert journal.records.get(changed.id).title == "Elsewhere"
        assert journal.history.undo_label == "adding “Talk 0”"


def written(journal: Journal, text: str) -> None:
    journal.people.save_note("Ana", text)
    journal.trends.save_milestone(replace(build_milestone(1), title=text))
    entries = journal.settings.entries(EntryKind.AREA)
    journal.settings.replace_entries(EntryKind.AREA, (replace(entries[0], label=text), *entries[1:]))


def test_nothing_that_others_changed_since_is_taken_back(file: Path) -> None:
    with closing(open_journal(file, resource_folder())) as here:
        written(here, "Mine")
        with closing(open_journal(file, resource_folder())) as there:
            written(there, "Theirs")
        before = state(here)
        for _ in range(3):
            with pytest.raises(ConflictError, match="left as it is"):
                here.history.undo()
        assert state(here) == before
        assert here.history.undo_label is None


def test_a_step_is_forgotten_when_the_record_is_gone(file: Path) -> None:
    with (
        closing(open_journal(file, resource_folder())) as journal,
        closing(open_journal(file, resource_folder())) as elsewhere,
    ):
        journal.records.log(build_rated(0))
        delete(elsewhere)
        with pytest.raises(NotFoundError, match=r"no longer in the journal\.$"):
            journal.history.undo()
        delete_again = elsewhere.history.undo
        delete_again()
        delete(journal)
        elsewhere.records.restore([build_record(0).id])
        with pytest.raises(NotFoundError, match=r"no longer in the bin\.$"):
            journal.history.undo()
        assert journal.history.undo_label is None


def test_a_step_stays_when_the_world_is_at_fault(journal: Journal, monkeypatch: pytest.MonkeyPatch) -> None:
    journal.records.log(build_rated(0))

    def locked(*_: object) -> int:
        raise LockedError(Path("journal.db"), "Another program holds the journal.")

    with monkeypatch.context() as patched:
        patched.setattr(type(journal.records._store), "bin", locked)
        with pytest.raises(LockedError):
            journal.history.undo()
    assert journal.history.undo() is not None
    assert journal.lists.tally(Filter()).negotiations == 0
