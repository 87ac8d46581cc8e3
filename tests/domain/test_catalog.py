from hypothesis import given
from hypothesis import strategies as st

from negojournal.domain.catalog import (
    Catalog,
    Choice,
    Entry,
    EntryKind,
    entries_of,
    merge_entries,
    vocabulary_of,
)
from negojournal.domain.questionnaire import Questionnaire
from tests.strategies import entries

BUDGET = Entry(EntryKind.AREA, "budgets", "Budgets")
ROOM = Entry(EntryKind.AREA, "rooms", "Rooms", "Who meets where", hidden=True)
TRAP = Entry(EntryKind.TRAP, "budgets", "A trap of the same key")
QUICK = Questionnaire("quick", 1, "Quick", ())
CATALOG = Catalog((BUDGET, ROOM, TRAP), (QUICK,))


def test_hidden_entries_are_not_offered_but_known():
    assert CATALOG.of(EntryKind.AREA) == (BUDGET,)
    assert CATALOG.of(EntryKind.AREA, hidden=True) == (BUDGET, ROOM)
    assert CATALOG.keys(EntryKind.AREA) == {"budgets", "rooms"}
    assert CATALOG.knows(EntryKind.AREA, "rooms")
    assert not CATALOG.knows(EntryKind.TRAP, "rooms")


def test_labels_are_those_of_the_kind():
    assert CATALOG.label(EntryKind.AREA, "rooms") == "Rooms"
    assert CATALOG.label(EntryKind.TRAP, "budgets") == "A trap of the same key"
    assert CATALOG.label(EntryKind.TRAP, "rooms") == "rooms"


def test_a_questionnaire_is_found_by_its_key():
    assert CATALOG.questionnaire("quick") is QUICK
    assert CATALOG.questionnaire("slow") is None


def test_own_entries_come_first_and_replace_those_that_ship():
    renamed = Entry(EntryKind.AREA, "budgets", "Money")
    assert merge_entries((BUDGET, TRAP), (ROOM, renamed)) == (ROOM, renamed, TRAP)


def test_a_vocabulary_names_every_kind():
    assert vocabulary_of([TRAP, ROOM]) == {
        EntryKind.AREA: (Choice("rooms", "Rooms", "Who meets where", hidden=True),),
        EntryKind.TRAP: (Choice("budgets", "A trap of the same key"),),
        EntryKind.PRACTICE: (),
        EntryKind.PURPOSE: (),
        EntryKind.QUESTION: (),
    }


@given(st.lists(entries))
def test_entries_come_back_from_a_vocabulary_by_kind(own):
    assert entries_of(vocabulary_of(own)) == tuple(one for kind in EntryKind for one in own if one.kind is kind)
