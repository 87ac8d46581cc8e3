"""Whole records: save, get, walk, and the bin."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest

from negojournal.domain.filter import Filter
from negojournal.domain.identity import NegotiationId
from negojournal.domain.moment import Moment
from negojournal.domain.negotiation import Negotiation
from negojournal.errors import ConflictError, NotFoundError
from negojournal.storage import record as record_module
from negojournal.storage.store import Store
from tests.builders import build_full_record, build_id, build_record, build_scores

NOW = datetime(2026, 6, 1, 12, tzinfo=UTC)
EVERYTHING = Filter()


def ids(records: object) -> list[NegotiationId]:
    return [record.id for record in records]


def fill(store: Store, count: int) -> list[Negotiation]:
    records = [build_record(number) for number in range(count)]
    store.records.save_many((record, None) for record in records)
    return records


def test_what_is_not_there_is_said(store: Store) -> None:
    with pytest.raises(NotFoundError, match="There is no negotiation"):
        store.records.get(build_id(1))


def test_walk_follows_time_whatever_the_order_of_saving(store: Store) -> None:
    records = [build_full_record(number, held_at=build_record(number).held_at) for number in (3, 1, 2)]
    store.records.save_many((record, None) for record in records)
    assert list(store.records.walk(EVERYTHING)) == sorted(records, key=lambda one: one.held_at.text)


def test_walk_reads_in_batches_with_the_same_statements_however_many(store: Store, sent, monkeypatch) -> None:
    fill(store, 7)
    counts = []
    for batch in (3, 7):
        monkeypatch.setattr(record_module, "BATCH", batch)
        with sent(store) as statements:
            assert len(list(store.records.walk(EVERYTHING))) == 7
        counts.append((len(statements) - 1) / -(-7 // batch))
    assert counts[0] == counts[1] < 25


def test_walk_lets_a_filter_through(store: Store) -> None:
    fill(store, 3)
    store.records.save(build_record(9, area="team"))
    assert ids(store.records.walk(Filter(area="team"))) == [build_id(9)]


def test_walking_and_saving_at_once_do_no_harm(store: Store, monkeypatch) -> None:
    fill(store, 4)
    monkeypatch.setattr(record_module, "BATCH", 1)
    for record in store.records.walk(EVERYTHING):
        store.records.save(replace(record, title="Changed"))
    assert {record.title for record in store.records.walk(EVERYTHING)} == {"Changed"}


def test_many_are_saved_whole_or_not_at_all(store: Store) -> None:
    def broken():
        yield build_record(1), None
        raise RuntimeError

    with pytest.raises(RuntimeError):
        store.records.save_many(broken())
    assert list(store.records.walk(EVERYTHING)) == []
    assert store.records.save_many([]) == 0


def test_of_two_with_one_identity_the_later_stays(store: Store) -> None:
    twice = [build_record(1), build_record(1, title="Later")]
    assert store.records.save_many((record, None) for record in twice) == 2
    assert [record.title for record in store.records.walk(EVERYTHING)] == ["Later"]


def test_what_shares_a_second_stays_apart_and_in_order_of_saving(store: Store) -> None:
    same = Moment("2026-03-03")
    records = [build_record(number, held_at=same) for number in (5, 2, 9)]
    store.records.save_many((record, None) for record in records[:2])
    store.records.save(records[2])
    store.records.save(replace(records[0], title="Changed"))
    assert ids(store.records.walk(EVERYTHING)) == [build_id(5), build_id(2), build_id(9)]


def test_a_record_moves_with_its_date(store: Store) -> None:
    records = fill(store, 3)
    store.records.save(replace(records[0], held_at=Moment("2027-01-01")))
    assert ids(store.records.walk(EVERYTHING)) == [build_id(1), build_id(2), build_id(0)]
    assert ids(store.records.walk(Filter(search="talk"))) == [build_id(1), build_id(2), build_id(0)]


def test_the_time_on_the_wall_orders_not_the_instant(store: Store) -> None:
    late_there = build_record(1, held_at=Moment("2026-03-03T20:00:00+12:00"))
    early_here = build_record(2, held_at=Moment("2026-03-03T19:00:00-10:00"))
    store.records.save_many([(late_there, None), (early_here, None)])
    assert ids(store.records.walk(EVERYTHING)) == [build_id(2), build_id(1)]


def test_a_change_that_started_from_another_version_is_refused_whole(store: Store) -> None:
    first = build_record()
    store.records.save(first)
    elsewhere = replace(first, title="Elsewhere", updated_at=Moment("2026-06-01T00:00:00+00:00"))
    store.records.save(elsewhere, base=first.updated_at)
    store.drafts.put("new", "{}")
    with pytest.raises(ConflictError):
        store.records.save(replace(first, title="Mine"), base=first.updated_at, drop_draft="new")
    assert store.records.get(first.id) == elsewhere
    assert store.drafts.get("new") == "{}"


def test_a_base_does_not_matter_for_a_record_that_is_gone(store: Store) -> None:
    store.records.save(build_record(), base=Moment("2020-01-01"))
    assert store.records.get(build_id(0)) == build_record()


def test_saving_drops_its_draft(store: Store) -> None:
    store.drafts.put("new", "{}")
    store.drafts.put("other", "{}")
    store.records.save(build_record(), drop_draft="new")
    assert store.drafts.all() == {"other": "{}"}


def test_beginnings_find_identities_outside_of_the_bin(store: Store) -> None:
    fill(store, 3)
    prefix = build_id(0)[:10]
    assert store.records.starting(prefix) == (build_id(0), build_id(1))
    assert store.records.starting(prefix, limit=9) == tuple(map(build_id, range(3)))
    assert store.records.starting(build_id(2)) == (build_id(2),)
    assert store.records.starting("ffff") == ()
    store.records.bin([build_id(0)], NOW)
    assert store.records.starting(prefix) == (build_id(1), build_id(2))


def test_updated_at_of_those_that_exist(store: Store) -> None:
    fill(store, 2)
    store.records.bin([build_id(1)], NOW)
    found = store.records.updated_at([build_id(0), build_id(1), build_id(5)])
    assert found == {build_id(number): build_record(number).updated_at for number in (0, 1)}


def test_the_bin_keeps_and_gives_back(store: Store) -> None:
    records = fill(store, 3)
    assert store.records.newest_binned() is None
    assert store.records.bin([build_id(0), build_id(5)], NOW) == 1
    assert store.records.bin([build_id(0), build_id(2)], NOW + timedelta(hours=1)) == 1
    assert store.records.newest_binned() == build_id(2)
    assert [store.records.is_binned(build_id(number)) for number in (0, 1, 2, 5)] == [True, False, True, False]
    assert ids(store.records.walk(EVERYTHING)) == [build_id(1)]
    assert ids(store.records.walk(Filter(binned=True))) == [build_id(0), build_id(2)]
    assert store.records.get(build_id(0)) == records[0]
    assert store.records.restore([build_id(0), build_id(1)]) == 1
    assert ids(store.records.walk(EVERYTHING)) == [build_id(0), build_id(1)]


def test_saving_takes_out_of_the_bin(store: Store) -> None:
    (record,) = fill(store, 1)
    store.records.bin([record.id], NOW)
    store.records.save(record)
    assert not store.records.is_binned(record.id)


def test_purging_deletes_for_good_what_has_lain_long_enough(store: Store) -> None:
    fill(store, 2)
    full = build_full_record(5)
    store.records.save(full)
    there = timezone(timedelta(hours=5))
    store.records.bin([build_id(0)], NOW)
    store.records.bin([full.id], NOW.astimezone(there) - timedelta(days=1))
    assert store.records.purge(NOW) == 1
    assert store.records.purge(NOW) == 0
    with pytest.raises(NotFoundError):
        store.records.get(full.id)
    assert store.records.is_binned(build_id(0))
    with store._database.reading() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM answer").scalar() == 0
        assert connection.exec_driver_sql("SELECT count(*) FROM search WHERE search MATCH 'renewal'").scalar() == 0


def test_more_than_a_batch_is_marked(store: Store, monkeypatch) -> None:
    records = fill(store, 5)
    monkeypatch.setattr(record_module, "BATCH", 2)
    assert store.records.bin(ids(records), NOW) == 5
    assert len(store.records.updated_at(ids(records))) == 5
    assert store.records.restore(ids(records)) == 5


def test_scores_are_kept_for_lists(store: Store) -> None:
    store.records.save(build_record(), build_scores(None, process=4.25))
    (line,) = store.lists.page(EVERYTHING).lines
    assert {key: value for key, value in line.scores.items() if value is not None} == {"process": 4.25}
    assert list(line.scores) == ["instrumental", "process", "relationship", "self", "overall", "rapport"]
