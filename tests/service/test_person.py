"""Counterparts: who they are, what there has been, and two names that are one."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from negojournal.domain.agreement import Agreement, Commitment
from negojournal.domain.change import Change
from negojournal.domain.filter import Filter
from negojournal.domain.negotiation import Status
from negojournal.domain.note import Note, Subject
from negojournal.domain.person import Person
from negojournal.domain.preparation import Preparation, Side
from negojournal.domain.promise import Kept
from negojournal.domain.review import Assessment, Review
from negojournal.domain.summary import Tally
from negojournal.errors import ConflictError, InvalidError, NotFoundError
from negojournal.service.journal import Journal
from negojournal.service.person import Panel
from tests.builders import build_full_record, build_id, build_rated, build_record


def names(journal: Journal, number: int) -> tuple[str, ...]:
    return journal.records.get(build_id(number)).counterparts


def fill(journal: Journal) -> None:
    journal.records.save(build_rated(1, counterparts=("Ana", "Bo")))
    journal.records.save(build_record(2, counterparts=("ana ",), title="Grey elephant"))
    journal.records.save(build_record(3, counterparts=("Anna Ruiz", "ANA", "Bo")))
    journal.records.save(build_record(4, counterparts=("Cy",)))


def test_a_panel_holds_what_there_is(journal: Journal) -> None:
    commitments = (
        Commitment(Side.ME, "Kept", date(2026, 1, 9), date(2026, 1, 9)),
        Commitment(Side.THEM, "Undated"),
        Commitment(Side.THEM, "Late", date(2026, 1, 10)),
    )
    review = Review(next_time="Wait", assessment=Assessment("quick", answers={"process": 5}))
    journal.records.save(build_record(1, counterparts=("ana",), review=review))
    journal.records.save(build_record(2, counterparts=("Ana",), agreement=Agreement(commitments=commitments)))
    journal.people.save_note("Ana", "Likes tea")
    panel = journal.people.panel("ANA ")
    assert panel.name == "Ana"
    assert panel.note == "Likes tea"
    assert panel.tally == Tally(2, 1)
    assert [case.id for case in panel.cases] == [build_id(1), build_id(2)]
    assert panel.cases[0].scores["process"] == 5
    assert panel.intention
    assert panel.intention.next_time == "Wait"
    assert [(one.number, one.what) for one in panel.promises] == [(2, "Late"), (1, "Undated")]
    assert panel.kept == {Side.ME: Kept(due=1, kept=1), Side.THEM: Kept(due=1, open_late=1, left_out=1)}


def test_a_panel_of_nobody_is_empty(journal: Journal) -> None:
    kept = {side: Kept() for side in Side}
    assert journal.people.panel("Nobody") == Panel("Nobody", "", Tally(0, 0), (), None, (), kept)


def test_a_look_later_has_its_scores(journal: Journal) -> None:
    journal.records.save(replace(build_full_record(area="budgets"), review=None, preparation=None))
    (case,) = journal.people.panel("marta ruiz").cases
    assert case.looks[0].scores["process"] == 6
    assert case.looks[0].scores["self"] is None


def test_a_note_is_kept_changed_and_dropped(journal: Journal) -> None:
    assert journal.people.save_note("Ana", "Tea") == Change(notes=True)
    assert journal.history.undo_label == "changing the note on “Ana”"
    assert journal.people.save_note("Ana", "Tea") == Change()
    journal.people.save_note("ANA", "Coffee")
    assert journal.people.panel("ana").note == "Coffee"
    assert journal.people.save_note("ana", "  ") == Change(notes=True)
    assert journal.people.panel("ana").note == ""
    assert journal.people.save_note("ana", "") == Change()
    journal.history.undo()
    assert journal.people.panel("ana").note == "Coffee"
    with pytest.raises(InvalidError, match="“key” should be a line"):
        journal.people.save_note(" ", "Somebody")


def test_two_names_become_one(journal: Journal) -> None:
    fill(journal)
    before = {number: journal.records.get(build_id(number)) for number in range(1, 5)}
    change = journal.people.merge("ana", " Anna Ruiz ")
    assert change == Change(saved=frozenset({build_id(1), build_id(2), build_id(3)}))
    assert [names(journal, number) for number in (1, 2, 3, 4)] == [
        ("Anna Ruiz", "Bo"), ("Anna Ruiz",), ("Anna Ruiz", "Bo"), ("Cy",)
    ]  # fmt: skip
    for number in (1, 2, 3):
        assert journal.records.get(build_id(number)).updated_at.instant > before[number].updated_at.instant
    assert [person.name for person in journal.people.all()] == ["Anna Ruiz", "Bo", "Cy"]
    assert journal.people.all()[0] == Person("Anna Ruiz", 3, 1, build_record(3).held_at.day)
    assert journal.lists.tally(Filter(search="anna elephant")).negotiations == 1
    assert journal.lists.tally(Filter(search="ana")).negotiations == 0
    assert journal.history.undo_label == "merging “ana” into “Anna Ruiz”"
    journal.history.undo()
    assert {number: journal.records.get(build_id(number)) for number in range(1, 5)} == before
    assert journal.lists.page(Filter()).lines[-1].scores["overall"] == 5
    journal.history.redo()
    assert names(journal, 2) == ("Anna Ruiz",)


def test_a_merger_seals_what_was_expected_of_a_meeting_that_has_begun(journal: Journal) -> None:
    expecting = Preparation(chance=0.6)
    journal.records.log(build_record(1, counterparts=("Ana",), status=Status.PLANNED, preparation=expecting))
    before = journal.records.get(build_id(1))
    journal.people.merge("Ana", "Cy")
    assert journal.records.get(build_id(1)).preparation == replace(expecting, sealed_at=before.held_at)


def test_notes_go_along(journal: Journal) -> None:
    fill(journal)
    journal.people.save_note("Ana", "Tea")
    assert journal.people.merge("Ana", "Cy") == Change(
        saved=frozenset({build_id(1), build_id(2), build_id(3)}), notes=True
    )
    assert journal.people.panel("Cy").note == "Tea"
    journal.history.undo()
    assert journal.people.panel("Cy").note == ""
    assert journal.people.panel("Ana").note == "Tea"
    journal.people.save_note("Cy", "Coffee")
    journal.people.merge("Ana", "Cy")
    assert journal.people.panel("Cy").note == "Coffee\n\nTea"
    assert journal.people.panel("Ana").note == ""
    journal.history.undo()
    assert (journal.people.panel("Cy").note, journal.people.panel("Ana").note) == ("Coffee", "Tea")


def test_a_name_with_nothing_but_a_note_can_be_merged(journal: Journal) -> None:
    journal.people.save_note("Anna", "Tea")
    assert journal.people.merge("Anna", "Ana") == Change(notes=True)
    assert journal.people.panel("Ana").note == "Tea"


def test_what_is_in_the_bin_stays_as_it_is(journal: Journal) -> None:
    fill(journal)
    journal.records.delete([build_id(2)])
    journal.people.merge("Ana", "Cy")
    assert names(journal, 2) == ("ana ",)
    assert journal.lists.tally(Filter(binned=True)).negotiations == 1


@pytest.mark.parametrize(
    ("source", "target", "words"),
    [
        ("Ana", "ana ", "“Ana” and “ana” are the same name; choose another"),
        ("Ana", "  ", "“name” should be a line of 1 to 200"),
        ("Ana", "x" * 201, "“name” should be a line of 1 to 200"),
    ],
)
def test_a_merger_that_cant_be_is_refused(journal: Journal, source: str, target: str, words: str) -> None:
    fill(journal)
    with pytest.raises(InvalidError, match=words):
        journal.people.merge(source, target)
    assert names(journal, 1) == ("Ana", "Bo")


def test_a_name_that_nobody_has_is_told(journal: Journal) -> None:
    with pytest.raises(NotFoundError, match="No negotiation names “Ana”"):
        journal.people.merge("Ana", "Cy")


def test_a_merger_is_not_taken_back_over_a_later_change(journal: Journal) -> None:
    fill(journal)
    journal.people.merge("Ana", "Cy")
    store = journal.records._store
    store.save(replace(journal.records.get(build_id(3)), updated_at=build_record(9).updated_at, title="Elsewhere"))
    with pytest.raises(ConflictError, match="all of them were left as they are"):
        journal.history.undo()
    assert names(journal, 1) == ("Cy", "Bo")


def test_a_merger_tells_how_far_it_is_and_can_be_stopped(journal: Journal, monkeypatch: pytest.MonkeyPatch) -> None:
    fill(journal)
    monkeypatch.setattr("negojournal.service.person.AT_ONCE", 2)
    told: list[tuple[int, int]] = []

    def stop(done: int, _total: int) -> None:
        if done:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        journal.people.merge("Ana", "Cy", stop)
    assert names(journal, 1) == ("Ana", "Bo")
    journal.people.merge("Ana", "Cy", lambda *far: told.append(far))
    with pytest.raises(KeyboardInterrupt):
        journal.history.undo(stop)
    assert names(journal, 1) == ("Cy", "Bo")
    journal.history.undo(lambda *far: told.append(far))
    journal.history.redo(lambda *far: told.append(far))
    assert told == [(0, 2), (1, 2)] * 3
    assert [names(journal, number)[0] for number in (1, 2, 3)] == ["Cy", "Cy", "Anna Ruiz"]


def test_notes_of_other_subjects_stay_apart(journal: Journal) -> None:
    journal.notes.keep(Note(Subject.STRATEGY, "2026-01-01", "Ask"), "x")
    assert journal.people.panel("2026-01-01").note == ""
