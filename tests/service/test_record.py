"""Keeping, reading, deleting and bringing back single records."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from negojournal.domain.change import Change
from negojournal.domain.filter import Filter
from negojournal.domain.identity import NegotiationId
from negojournal.domain.moment import Moment
from negojournal.domain.negotiation import Status
from negojournal.domain.review import Assessment, Review
from negojournal.errors import ConflictError, FormatError, InvalidError, NotFoundError, UnreachableError
from negojournal.service.holding import stamp_after
from negojournal.service.journal import Journal
from tests.builders import FULL_ANSWERS, build_full_record, build_id, build_rated, build_record


def kept(journal: Journal, number: int = 0, **changes: object) -> NegotiationId:
    (saved,) = journal.records.save(build_record(number, **changes)).saved
    return saved


def test_new_record_is_of_now_and_not_kept(journal: Journal) -> None:
    record = journal.records.new(Status.PLANNED)
    assert record.status is Status.PLANNED
    assert record.title == ""
    assert record.created_at == record.updated_at
    assert record.held_at.instant is not None
    assert abs(record.held_at.instant - datetime.now(UTC)) < timedelta(minutes=2)
    assert journal.lists.tally(Filter()).negotiations == 0
    assert journal.records.new(held_at=Moment("2026-01-31")).held_at == Moment("2026-01-31")


def test_save_stamps_a_record_and_tells_what_changed(journal: Journal) -> None:
    record = build_full_record(area="budgets", review=replace(build_full_record().review, practices={}, traps=()))
    change = journal.records.save(record)
    stored = journal.records.get(record.id)
    assert change == Change(saved=frozenset({record.id}))
    assert replace(stored, updated_at=record.updated_at) == record
    assert stored.updated_at.instant > record.updated_at.instant


def test_save_refuses_what_breaks_a_rule_and_changes_nothing(journal: Journal) -> None:
    record = build_record(title="   ", area="gardening")
    assert [problem.field for problem in journal.records.problems(record)] == ["title", "area"]
    with pytest.raises(InvalidError):
        journal.records.save(record)
    assert journal.lists.tally(Filter()).negotiations == 0
    assert journal.history.undo_label is None


def test_save_over_what_was_shown(journal: Journal) -> None:
    first = journal.records.get(kept(journal))
    journal.records.save(replace(first, title="Second"), base=first.updated_at)
    second = journal.records.get(first.id)
    assert second.title == "Second"
    assert second.created_at == first.created_at
    with pytest.raises(ConflictError, match="“Second” was changed elsewhere"):
        journal.records.save(replace(first, title="Third"), base=first.updated_at)
    with pytest.raises(ConflictError):
        journal.records.save(replace(first, title="Third"))
    assert journal.records.get(first.id) == second


def test_an_invalid_change_leaves_the_record(journal: Journal) -> None:
    first = journal.records.get(kept(journal))
    with pytest.raises(InvalidError):
        journal.records.save(replace(first, power=3), base=first.updated_at)
    assert journal.records.get(first.id) == first


def test_saving_what_is_there_changes_nothing(journal: Journal) -> None:
    first = journal.records.get(kept(journal))
    assert journal.records.save(first, base=first.updated_at) == Change()
    assert journal.records.get(first.id) == first
    assert journal.history.undo_label == "adding “Talk 0”"


def test_saving_takes_a_record_out_of_the_bin(journal: Journal) -> None:
    first = journal.records.get(kept(journal))
    journal.records.delete([first.id])
    journal.records.save(replace(first, title="Back"), base=first.updated_at, revives=True)
    assert journal.lists.tally(Filter()).negotiations == 1
    journal.history.undo()
    assert journal.lists.tally(Filter()).negotiations == 0
    assert journal.records.get(first.id) == first
    journal.history.redo()
    assert journal.lists.tally(Filter()).negotiations == 1


def test_log_keeps_an_unknown_record_as_it_came(journal: Journal) -> None:
    record = build_rated(3)
    journal.records.log(record)
    assert journal.records.get(record.id) == record


def test_log_puts_a_known_record_on_top_of_itself_only(journal: Journal) -> None:
    record = build_rated(3)
    journal.records.log(record)
    journal.records.log(replace(record, title="Once more"))
    assert journal.records.get(record.id).title == "Once more"
    with pytest.raises(ConflictError):
        journal.records.log(replace(record, title="From an old copy"))


def test_scores_need_ratings_and_a_known_questionnaire(journal: Journal) -> None:
    rated = build_record(review=Review(assessment=Assessment("subjective-value", 1, FULL_ANSWERS)))
    scores = journal.records.scores(rated)
    assert scores is not None
    assert scores["instrumental"].value == pytest.approx((6 + 5 + (8 - 2)) / 3)
    assert scores["self"].answered == 2
    assert journal.records.scores(build_record()) is None
    assert journal.records.scores(build_record(review=Review())) is None
    assert journal.records.scores(build_record(review=Review(assessment=Assessment("other")))) is None


def test_resolve_wants_one(journal: Journal) -> None:
    one, other = kept(journal, 1), kept(journal, 2)
    assert journal.records.resolve(one) == one
    assert journal.records.resolve(f" {other.upper()} ") == other
    with pytest.raises(NotFoundError, match="More than one negotiation has an id that begins with “019b”"):
        journal.records.resolve(one[:4])
    with pytest.raises(NotFoundError, match="No negotiation has an id that begins with “zz”"):
        journal.records.resolve("zz")
    with pytest.raises(NotFoundError, match="No negotiation"):
        journal.records.resolve("  ")
    with pytest.raises(NotFoundError, match=f"begins with “a�{'b' * 37}…”\\.$"):
        journal.records.resolve("a\n" + "b" * 10_000)


def test_delete_and_restore(journal: Journal) -> None:
    one, other = kept(journal, 1), kept(journal, 2)
    assert journal.records.delete([one, other, one]) == Change(removed=frozenset({one, other}))
    assert journal.history.undo_label == "deleting 2 negotiations"
    assert journal.lists.tally(Filter()).negotiations == 0
    assert journal.lists.tally(Filter(binned=True)).negotiations == 2
    assert journal.records.restore([one]) == Change(saved=frozenset({one}))
    assert journal.history.undo_label == "restoring “Talk 1”"
    assert journal.lists.tally(Filter()).negotiations == 1


def test_delete_and_restore_want_something_to_do(journal: Journal) -> None:
    one = kept(journal, 1)
    with pytest.raises(NotFoundError):
        journal.records.restore([one])
    with pytest.raises(NotFoundError):
        journal.records.delete([build_id(99)])
    with pytest.raises(NotFoundError):
        journal.records.delete([build_id(99), build_id(98)])
    assert journal.history.undo_label == "adding “Talk 1”"


def test_plain_and_text_are_the_exchange_format(journal: Journal) -> None:
    record = build_rated(4, rating=6)
    journal.records.log(record)
    plain = journal.records.plain(record.id)
    assert plain["title"] == "Talk 4"
    assert plain["scores"]["overall"] == 6
    assert journal.records.from_text(json.dumps(plain), "Standard input") == record
    assert journal.records.markdown(record.id).startswith("# Talk 4\n")


def test_text_names_what_it_follows(journal: Journal) -> None:
    journal.records.log(build_record(1))
    journal.records.log(build_record(2, follows=build_id(1)))
    assert "**Follows:** Talk 1\n" in journal.records.markdown(build_id(2))
    assert "**Followed by**\n\n- Talk 2\n" in journal.records.markdown(build_id(1))


def test_from_text_fills_in_what_is_missing_and_names_its_source(journal: Journal, tmp_path: Path) -> None:
    file = tmp_path / "one.json"
    file.write_text('{"title": "Short"}', encoding="utf-8")
    record = journal.records.from_file(file)
    assert record.title == "Short"
    assert record.created_at == record.updated_at
    with pytest.raises(FormatError, match=r"^Standard input: "):
        journal.records.from_text('{"title": "Sho', "Standard input")
    with pytest.raises(InvalidError, match="“colour” is not known here"):
        journal.records.from_text('{"title": "Short", "colour": "red"}', "Standard input")
    with pytest.raises(UnreachableError):
        journal.records.from_file(tmp_path / "none.json")


@pytest.mark.parametrize("before", ["2999-01-01T00:00:00+00:00", "2999-01-01", "2020-01-01T00:00:00+05:00"])
def test_a_stamp_is_later_than_the_one_before_whatever_the_clock_says(before: str) -> None:
    stamp = stamp_after(Moment(before))
    assert stamp.instant is not None
    assert stamp.wall > Moment(before).wall - timedelta(hours=5)
    assert stamp_after(stamp).instant > stamp.instant
