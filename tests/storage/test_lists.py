"""What calendars, completions and the page Today read."""

from __future__ import annotations

from datetime import UTC, date, datetime

from negojournal.domain.filter import Filter
from negojournal.domain.moment import Moment
from negojournal.domain.review import Review
from negojournal.domain.summary import Intention, Tally
from negojournal.storage.store import Store
from tests.builders import build_id, build_record, build_scores

NOW = datetime(2026, 6, 1, tzinfo=UTC)


def save(store: Store, number: int, held_at: str, **changes: object) -> None:
    store.records.save(build_record(number, held_at=Moment(held_at), **changes))


def test_tally_counts_what_is_rated(store: Store) -> None:
    assert store.lists.tally(Filter()) == Tally(0, 0)
    store.records.save(build_record(1), build_scores(3))
    store.records.save(build_record(2), build_scores(None))
    store.records.save(build_record(3))
    assert store.lists.tally(Filter()) == Tally(3, 1)


def test_days_and_years_are_those_on_the_wall(store: Store) -> None:
    save(store, 1, "2025-12-31T23:30:00-08:00")
    save(store, 2, "2026-01-01", area="team")
    save(store, 3, "2026-01-01T08:00:00+02:00")
    save(store, 4, "2026-12-31T23:59:59.9Z")
    save(store, 5, "2024-02-29")
    store.records.bin([build_id(5)], NOW)
    assert store.lists.days(Filter(), 2026) == {date(2026, 1, 1): 2, date(2026, 12, 31): 1}
    assert store.lists.days(Filter(area="team"), 2026) == {date(2026, 1, 1): 1}
    assert store.lists.days(Filter(), 2024) == {}
    assert store.lists.days(Filter(), 1) == store.lists.days(Filter(), 9999) == {}
    assert store.lists.years(Filter()) == (2026, 2025)
    assert store.lists.years(Filter(binned=True)) == (2024,)
    assert store.lists.years(Filter(search="nothing")) == ()


def test_names_come_most_used_first_and_as_last_written(store: Store) -> None:
    save(store, 1, "2026-01-01", counterparts=("ana  ruiz", "Bo"))
    save(store, 2, "2026-01-02", counterparts=("Ana Ruiz", "Cy"))
    save(store, 3, "2026-01-03", counterparts=("Dee", "Dee"), tags=("x",))
    save(store, 4, "2026-01-04", counterparts=("Bin",))
    store.records.bin([build_id(4)], NOW)
    assert store.lists.names()[:2] in (("Dee", "Ana Ruiz"), ("Ana Ruiz", "Dee"))
    assert store.lists.names()[2:] == ("Cy", "Bo")
    assert store.lists.tags() == ("x",)


def test_the_last_intention_is_the_newest_that_fits(store: Store) -> None:
    save(store, 1, "2026-01-01", review=Review(next_time="Ask first"), area="team", counterparts=("Ana",))
    save(store, 2, "2026-01-02", review=Review(next_time="Wait"), area="vendor", counterparts=("Bo",))
    save(store, 3, "2026-01-03", review=Review(summary="Nothing meant"), area="team")
    save(store, 4, "2026-01-04", review=Review(next_time="Binned"), area="team", counterparts=("Ana",))
    store.records.bin([build_id(4)], NOW)
    ask = Intention(build_id(1), "Talk 1", Moment("2026-01-01"), "Ask first")
    wait = Intention(build_id(2), "Talk 2", Moment("2026-01-02"), "Wait")
    assert store.lists.last_intention(None, ()) == wait
    assert store.lists.last_intention("team", ()) == ask
    assert store.lists.last_intention(None, ("Cy", "ANA ")) == ask
    assert store.lists.last_intention("team", ("Bo",)) == wait
    assert store.lists.last_intention("none", ("nobody",)) is None
    assert store.lists.last_intention(None, (), before=Moment("2026-01-02")) == ask
    assert store.lists.last_intention("vendor", (), before=Moment("2026-01-01T10:00:00Z")) is None
