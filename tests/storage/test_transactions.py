"""Several calls in one transaction, as importing and undoing need it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from negojournal.domain.catalog import Entry, EntryKind
from negojournal.domain.filter import Filter
from negojournal.storage.store import Store
from tests.builders import build_id, build_milestone, build_record

AREA = Entry(EntryKind.AREA, "hiring", "Hiring")


def change_everything(store: Store) -> None:
    store.records.save_many([(build_record(1), None)])
    store.milestones.save(build_milestone())
    store.entries.replace(EntryKind.AREA, (AREA,))
    store.records.bin([build_id(0)], build_record().created_at.instant)


def fail_after(store: Store, change: Callable[[], None]) -> None:
    with store.transaction():
        change()
        raise KeyboardInterrupt


def state(store: Store) -> tuple[object, ...]:
    titles = [line.title for line in store.lists.page(Filter()).lines]
    return titles, store.milestones.all(), store.entries.all()


def test_all_is_kept(store: Store) -> None:
    store.records.save(build_record(0))
    with store.transaction():
        change_everything(store)
        assert store.records.get(build_id(1)) == build_record(1)
    assert state(store) == (["Talk 1"], (build_milestone(),), (AREA,))


def test_nothing_is_kept_when_one_fails(store: Store) -> None:
    store.records.save(build_record(0))
    with pytest.raises(KeyboardInterrupt):
        fail_after(store, lambda: change_everything(store))
    assert state(store) == (["Talk 0"], (), ())
    store.records.save(build_record(2))
    assert state(store) == (["Talk 2", "Talk 0"], (), ())


def test_one_in_another_is_part_of_it(store: Store) -> None:
    def change() -> None:
        with store.transaction():
            store.records.save(build_record(0))
        store.records.save(build_record(1))

    with pytest.raises(KeyboardInterrupt):
        fail_after(store, change)
    assert state(store) == ([], (), ())


def test_records_are_loaded_and_found_in_the_bin_together(store: Store) -> None:
    store.records.save_many((build_record(number), None) for number in range(3))
    store.records.bin([build_id(1)], build_record().created_at.instant)
    wanted = [build_id(number) for number in (2, 1, 9)]
    assert {record.id: record for record in store.records.load(wanted)} == {
        build_id(1): build_record(1),
        build_id(2): build_record(2),
    }
    assert store.records.binned(wanted) == {build_id(1)}
