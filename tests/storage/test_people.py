"""Counterparts, chains and notes."""

from __future__ import annotations

from datetime import UTC, date, datetime

from negojournal.domain.moment import Moment
from negojournal.domain.note import Note, Subject
from negojournal.domain.person import Naming, Person
from negojournal.domain.summary import Chain
from negojournal.storage.store import Store
from tests.builders import build_id, build_record, build_scores

NOW = datetime(2026, 6, 1, tzinfo=UTC)


def test_people_by_how_often_they_are_met(store: Store) -> None:
    held = [Moment(f"2026-01-0{day}") for day in range(1, 6)]
    store.records.save(build_record(1, held_at=held[0], counterparts=("ana  ruiz", "Bo")), build_scores(3))
    store.records.save(build_record(2, held_at=held[1], counterparts=("Ana Ruiz",)), build_scores(None))
    store.records.save(build_record(3, held_at=held[2], counterparts=("Cy",), tags=("Bo",)))
    store.records.save(build_record(4, held_at=held[3], counterparts=("Ana Ruiz", "Dee")))
    store.records.bin([build_id(4)], NOW)
    ana = Person("Ana Ruiz", 2, 1, date(2026, 1, 2))
    assert store.people.all() == (ana, Person("Cy", 1, 0, date(2026, 1, 3)), Person("Bo", 1, 1, date(2026, 1, 1)))
    first = build_record(1)
    assert store.people.naming(" BO") == (Naming(first.id, ("ana  ruiz", "Bo"), first.updated_at),)
    assert [one.id for one in store.people.naming("ana ruiz")] == [build_id(1), build_id(2)]
    assert store.people.naming("Dee") == ()


def titles(chain: Chain) -> tuple[list[str], list[str]]:
    return [line.title for line in chain.before], [line.title for line in chain.after]


def test_a_chain_is_walked_both_ways(store: Store) -> None:
    for number, follows in ((1, None), (2, 1), (3, 2), (4, 3), (5, 3), (6, None)):
        store.records.save(build_record(number, follows=build_id(follows) if follows else None))
    assert titles(store.lists.chain(build_id(3))) == (["Talk 1", "Talk 2"], ["Talk 4", "Talk 5"])
    assert titles(store.lists.chain(build_id(1))) == ([], ["Talk 2", "Talk 3", "Talk 4", "Talk 5"])
    assert titles(store.lists.chain(build_id(5))) == (["Talk 1", "Talk 2", "Talk 3"], [])
    assert store.lists.chain(build_id(6)) == store.lists.chain(build_id(99)) == Chain()
    store.records.bin([build_id(2)], NOW)
    assert titles(store.lists.chain(build_id(3))) == (["Talk 1"], ["Talk 4", "Talk 5"])


def test_a_ring_is_walked_once(store: Store) -> None:
    for number, follows in ((1, 3), (2, 1), (3, 2)):
        store.records.save(build_record(number, follows=build_id(follows)))
    assert titles(store.lists.chain(build_id(1))) == (["Talk 2", "Talk 3"], ["Talk 2", "Talk 3"])


def test_what_leads_back_is_known_before_it_is_kept(store: Store) -> None:
    for number, follows in ((1, None), (2, 1), (3, 2)):
        store.records.save(build_record(number, follows=build_id(follows) if follows else None))
    assert store.lists.leads_back(build_id(1), build_id(3))
    assert store.lists.leads_back(build_id(1), build_id(2))
    assert not store.lists.leads_back(build_id(3), build_id(1))
    assert not store.lists.leads_back(build_id(4), build_id(3))
    assert not store.lists.leads_back(build_id(1), build_id(99))
    store.records.bin([build_id(2)], NOW)
    assert store.lists.follows() == {build_id(2): build_id(1), build_id(3): build_id(2)}


def test_notes_are_kept_by_subject_and_name(store: Store) -> None:
    ana = Note(Subject.COUNTERPART, "Ana  Ruiz", "Likes tea")
    strategy = [Note(Subject.STRATEGY, f"2026-0{month}-01", "Ask") for month in (3, 1)]
    for note in (ana, *strategy):
        store.notes.save(note)
    assert store.notes.all() == (ana, *strategy[::-1])
    assert store.notes.all(Subject.STRATEGY) == tuple(strategy[::-1])
    assert store.notes.get(Subject.COUNTERPART, "ana ruiz ") == ana
    assert store.notes.get(Subject.FOCUS, "ana ruiz") is None
    again = Note(Subject.COUNTERPART, "ANA RUIZ", "Coffee")
    store.notes.save_many((again,))
    assert store.notes.all(Subject.COUNTERPART) == (again,)
    store.notes.delete(Subject.COUNTERPART, "Ana Ruiz")
    store.notes.delete(Subject.COUNTERPART, "Ana Ruiz")
    assert store.notes.all(Subject.COUNTERPART) == ()
