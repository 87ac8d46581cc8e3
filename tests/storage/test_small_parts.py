"""Milestones, drafts and the user's own entries."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from negojournal.domain.catalog import Entry, EntryKind
from negojournal.storage.store import Store, open_store
from tests.builders import build_milestone
from tests.strategies import entries, milestones


def test_milestones_come_in_order_of_time(store: Store) -> None:
    late, early = build_milestone(2, note="With Ana"), build_milestone(1)
    store.milestones.save(late)
    store.milestones.save(early)
    assert store.milestones.all() == (early, late)
    store.milestones.save(replace(early, on=date(2027, 1, 1), title="Moved"))
    assert [one.title for one in store.milestones.all()] == ["Course", "Moved"]
    store.milestones.delete(early.id)
    store.milestones.delete(early.id)
    assert store.milestones.all() == (late,)


def test_of_two_milestones_with_one_identity_the_later_stays(store: Store) -> None:
    store.milestones.save_many([])
    store.milestones.save_many([build_milestone(), build_milestone(title="Later")])
    assert [one.title for one in store.milestones.all()] == ["Later"]


@settings(max_examples=25, deadline=None)
@given(st.lists(milestones, max_size=5, unique_by=lambda one: one.id), st.lists(entries, max_size=5))
def test_any_milestones_and_entries_survive(some: list, own: list) -> None:
    areas = tuple(replace(entry, kind=EntryKind.AREA) for entry in own)
    with open_store(None) as store:
        store.milestones.save_many(some)
        store.entries.replace(EntryKind.AREA, areas)
        assert set(store.milestones.all()) == set(some)
        assert store.entries.all() == areas


def test_drafts_are_kept_by_key(store: Store) -> None:
    assert store.drafts.get("new") is None
    store.drafts.put("new", "{}")
    store.drafts.put("new", '{"title": "é\\u0000"}')
    store.drafts.put("other", "")
    assert store.drafts.get("new") == '{"title": "é\\u0000"}'
    assert store.drafts.all() == {"new": '{"title": "é\\u0000"}', "other": ""}
    store.drafts.drop("new")
    store.drafts.drop("new")
    assert store.drafts.all() == {"other": ""}


def test_entries_are_replaced_by_kind_and_keep_their_order(store: Store) -> None:
    areas = tuple(Entry(EntryKind.AREA, key, key.title(), hidden=key == "b") for key in ("b", "a"))
    traps = (Entry(EntryKind.TRAP, "a", "Own", hint="Why"),)
    store.entries.replace(EntryKind.AREA, areas)
    store.entries.replace(EntryKind.TRAP, traps)
    assert store.entries.all() == (*areas, *traps)
    store.entries.replace(EntryKind.AREA, ())
    assert store.entries.all() == traps
