"""Trends of everything are read from counts; those are right after everything that a user can do to a record."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from random import Random

from negojournal.analysis.aggregate import Grain
from negojournal.domain.filter import Filter
from negojournal.domain.moment import Moment
from negojournal.domain.negotiation import Negotiation
from negojournal.domain.review import Assessment, Review
from negojournal.paths import resource_folder
from negojournal.service.journal import Journal, open_journal
from negojournal.storage.soundness import faults
from tests.builders import build_id, build_rated, build_record

ALWAYS = Filter(since=date.min)
MANY = 1_100
"""So many are drawn as bands, and by month where they span more than five years."""


def dated(number: int) -> Negotiation:
    day = date(2020, 1, 1) + timedelta(days=2 * number)
    return build_rated(number, rating=1 + number % 7, held_at=Moment(day.isoformat()))


def change(journal: Journal, dice: Random) -> None:
    id_ = build_id(dice.randrange(MANY))
    if dice.random() < 0.3:
        journal.records.delete([id_])
    elif dice.random() < 0.4:
        journal.history.undo()
    elif dice.random() < 0.2:
        journal.history.redo()
    elif not journal._holding.store.records.is_binned(id_):
        record = journal.records.get(id_)
        changes = (
            {"held_at": Moment("2024-02-29")},
            {"review": None},
            {"review": Review(assessment=Assessment("subjective-value", 1, {"instrumental_1": 3}))},
            {"title": "Other"},
            {"review": build_rated(rating=dice.randint(1, 7)).review},
        )
        journal.records.save(replace(record, **dice.choice(changes)), base=record.updated_at)


def test_trends_by_counts_are_those_by_rows(tmp_path: Path) -> None:
    dice, path = Random(4), tmp_path / "journal.db"
    with closing(open_journal(path, resource_folder())) as journal:
        for number in range(3):
            journal.records.log(build_record(number))
        with closing(open_journal(None, resource_folder())) as other:
            other._holding.store.records.save_many((dated(number), None) for number in range(MANY))
            other.exchange.export(tmp_path / "all.json")
        journal.exchange.import_(tmp_path / "all.json")
        for _ in range(60):
            change(journal, dice)
        counted, by_rows = journal.trends.report(), journal.trends.report(ALWAYS)
        assert counted.grain is Grain.MONTH
        assert counted.bands == by_rows.bands
        assert counted.dimensions == by_rows.dimensions
        assert counted.tally == by_rows.tally
    assert faults(path, None) == ()
