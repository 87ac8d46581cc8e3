"""What leaves the journal as a file, and comes in from one."""

from __future__ import annotations

import gc
import json
import os
import re
import stat
from contextlib import closing
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from negojournal.domain import progress
from negojournal.domain.agreement import Agreement, Commitment, FollowUp
from negojournal.domain.catalog import EntryKind
from negojournal.domain.change import Change
from negojournal.domain.filter import Filter
from negojournal.domain.moment import Moment, moment_of, now, today
from negojournal.domain.negotiation import Milestone, Negotiation, Status, name_key
from negojournal.domain.note import Note
from negojournal.domain.preparation import Preparation, Side
from negojournal.domain.review import PracticeMark
from negojournal.errors import FormatError, InvalidError, NotFoundError, ReadOnlyError, UnreachableError
from negojournal.paths import resource_folder
from negojournal.service import intake
from negojournal.service.exchange import ExportCounts
from negojournal.service.intake import ImportCounts
from negojournal.service.journal import Journal, open_journal
from tests.builders import build_full_record, build_milestone, build_rated, build_record
from tests.strategies import milestones, negotiations, notes

NOTHING = ImportCounts(0, 0, 0, 0, 0, 0)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "journal.json"


@pytest.fixture
def other() -> Journal:
    return open_journal(None, resource_folder())


def full_record() -> Negotiation:
    """A record with every field, its choices from the lists that ship."""
    record = build_full_record(area="budgets")
    assert record.review is not None
    practices = {"listening": PracticeMark.WELL, "limits": PracticeMark.NOT_RELEVANT}
    traps = tuple(replace(one, key=key) for one, key in zip(record.review.traps, ("dodging", "fixed-pie"), strict=True))
    return replace(record, review=replace(record.review, practices=practices, traps=traps))


def filled(journal: Journal) -> None:
    journal.records.log(full_record())
    journal.records.log(build_rated(2))
    journal.trends.save_milestone(build_milestone())
    area = journal.settings.new_entry(EntryKind.AREA, "Hiring")
    journal.settings.replace_entries(EntryKind.AREA, (area, *journal.settings.entries(EntryKind.AREA)))


def content(file: Path) -> dict[str, object]:
    plain: dict[str, object] = json.loads(file.read_text(encoding="utf-8"))
    plain.pop("exported_at")
    return plain


def test_out_in_and_out_again_is_the_same(journal: Journal, other: Journal, file: Path, tmp_path: Path) -> None:
    filled(journal)
    assert journal.exchange.export(file) == ExportCounts(2, 1, 7)
    counts, change = other.exchange.import_(file)
    assert counts == replace(NOTHING, added=2, milestones=1, entries=7)
    assert change == Change(saved=frozenset({full_record().id, build_rated(2).id}), milestones=True, catalog=True)
    again = tmp_path / "again.json"
    other.exchange.export(again)
    assert content(again) == content(file)
    assert other.catalog == journal.catalog


def test_a_second_import_changes_nothing_and_says_so(journal: Journal, other: Journal, file: Path) -> None:
    filled(journal)
    journal.exchange.export(file)
    other.exchange.import_(file)
    counts, change = other.exchange.import_(file)
    assert counts == replace(NOTHING, unchanged=2)
    assert counts.words() == "Nothing to change: 2 unchanged"
    assert change == Change()
    assert other.history.undo_label == "importing “journal.json”"


@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
@given(
    st.lists(negotiations, max_size=3, unique_by=lambda one: one.id),
    st.lists(milestones, max_size=2, unique_by=lambda one: one.id),
    st.lists(notes, max_size=3, unique_by=lambda one: (one.subject, name_key(one.key))),
)
def test_any_journal_comes_back_equal(
    tmp_path: Path, records: list[Negotiation], marks: list[Milestone], written: list[Note]
) -> None:
    first, second = tmp_path / "first.json", tmp_path / "second.json"
    with closing(open_journal(None, resource_folder())) as journal:
        for record in records:
            journal.records.log(record)
        for mark in marks:
            journal.trends.save_milestone(mark)
        for note in written:
            journal.notes.keep(note, "keeping a note")
        journal.exchange.export(first)
    with closing(open_journal(None, resource_folder())) as journal:
        journal.exchange.import_(first)
        journal.exchange.export(second)
        assert {record.id: journal.records.get(record.id) for record in records} == {one.id: one for one in records}
    assert content(second) == content(first)


def noted(journal: Journal) -> None:
    journal.people.save_note("Ana", "Likes tea")
    journal.notes.revise("Ask first.", date(2026, 3, 1))
    journal.notes.choose_focus("dodging", date(2026, 3, 1))


def test_notes_go_out_and_come_in(journal: Journal, other: Journal, file: Path, tmp_path: Path) -> None:
    noted(journal)
    counts = journal.exchange.export(file)
    assert counts == ExportCounts(0, 0, 0, 3)
    assert counts.words() == "0 negotiations, 0 milestones, 0 choices of your own, 3 notes written"
    assert content(file)["notes"] == [
        {"subject": "counterpart", "key": "Ana", "text": "Likes tea"},
        {"subject": "focus", "key": "2026-03", "text": "dodging"},
        {"subject": "strategy", "key": "2026-03-01", "text": "Ask first."},
    ]
    counts, change = other.exchange.import_(file)
    assert counts == replace(NOTHING, notes=3)
    assert counts.words() == "3 notes added"
    assert change == Change(notes=True)
    other.exchange.export(tmp_path / "again.json")
    assert content(tmp_path / "again.json") == content(file)
    assert other.exchange.import_(file) == (NOTHING, Change())
    other.history.undo()
    assert other.notes.strategy() == ()
    assert other.people.panel("Ana").note == ""


def test_a_note_that_is_there_stays(journal: Journal, other: Journal, file: Path) -> None:
    noted(journal)
    journal.exchange.export(file)
    other.people.save_note("ANA", "Coffee")
    assert other.exchange.import_(file)[0] == replace(NOTHING, notes=2)
    assert other.people.panel("Ana").note == "Coffee"


def test_notes_stay_at_home_when_only_some_negotiations_leave(journal: Journal, file: Path) -> None:
    noted(journal)
    journal.exchange.export(file, Filter(area="budgets"))
    assert "notes" not in content(file)


def test_notes_can_be_read_as_markdown(journal: Journal, tmp_path: Path) -> None:
    noted(journal)
    journal.people.save_note("Bo *", "One\n# Two")
    assert journal.exchange.export(tmp_path / "all.md") == ExportCounts(0, 0, 0, 4)
    assert (tmp_path / "all.md").read_text(encoding="utf-8") == (
        "# Negotiations\n\n## Strategy\n\n- 2026-03-01: Ask first.\n"
        "\n## Focus of the month\n\n- 2026-03: Dodged it\n"
        "\n## Notes on counterparts\n\n- Ana: Likes tea\n- Bo \\*: One  \n  \\# Two\n"
    )


@pytest.mark.parametrize(
    ("notes", "words"),
    [
        ('[{"subject": "weather", "key": "a", "text": ""}]', "“notes[0].subject” should be one of"),
        ('[{"subject": "counterpart", "key": "a", "text": "", "colour": 1}]', "“notes[0].colour” is not known"),
        ('[{"subject": "strategy", "key": "soon", "text": ""}]', "“notes[0].key” should be a date"),
        (
            '[{"subject": "focus", "key": "2026-01", "text": ""}, {"subject": "focus", "key": "2026-01", "text": "x"}]',
            "“notes” should hold “focus 2026-01” only once",
        ),
    ],
)
def test_a_note_that_misfits_is_named_with_its_place(journal: Journal, file: Path, notes: str, words: str) -> None:
    file.write_text(f'{{"format": "negojournal", "version": 1, "notes": {notes}}}', encoding="utf-8")
    with pytest.raises(InvalidError, match=re.escape(words)):
        journal.exchange.import_(file)
    assert journal.history.undo_label is None


def planned(number: int, **changes: object) -> Negotiation:
    held_at = moment_of(now() + timedelta(days=number))
    return build_record(number, status=Status.PLANNED, held_at=held_at, **changes)


def test_a_calendar_has_what_is_planned_and_promised(journal: Journal, tmp_path: Path) -> None:
    ahead = today() + timedelta(days=3)
    agreement = Agreement(commitments=(Commitment(Side.ME, "Send it", ahead), Commitment(Side.THEM, "Undated")))
    journal.records.save(planned(1))
    journal.records.save(build_record(2, agreement=agreement, follow_ups=(FollowUp(ahead), FollowUp(note="Skipped"))))
    journal.records.save(build_record(3))
    assert journal.exchange.write_calendar(tmp_path / "all.ics") == 4
    text = (tmp_path / "all.ics").read_bytes().decode()
    assert text.startswith("BEGIN:VCALENDAR\r\n")
    assert text.count("UID:") == 4
    assert "Send it" in text
    assert journal.exchange.write_calendar(tmp_path / "one.ICS", build_record(1).id) == 1
    assert "Send it" not in (tmp_path / "one.ICS").read_text(encoding="utf-8")


def test_a_calendar_that_cant_be_written_is_told(journal: Journal, tmp_path: Path) -> None:
    with pytest.raises(FormatError, match=r"“all\.txt” should end with \.ics\."):
        journal.exchange.write_calendar(tmp_path / "all.txt")
    with pytest.raises(NotFoundError):
        journal.exchange.write_calendar(tmp_path / "all.ics", build_record(1).id)
    assert list(tmp_path.iterdir()) == []


def test_of_two_versions_the_later_stands(journal: Journal, other: Journal, file: Path) -> None:
    for number in range(3):
        journal.records.log(build_record(number))
    journal.exchange.export(file)
    other.exchange.import_(file)
    newer = journal.records.get(build_record(0).id)
    journal.records.save(replace(newer, title="Newer in the file"), base=newer.updated_at)
    journal.exchange.export(file)
    mine = other.records.get(build_record(1).id)
    other.records.save(replace(mine, title="Newer here"), base=mine.updated_at)
    counts, change = other.exchange.import_(file)
    assert counts == replace(NOTHING, updated=1, unchanged=1, kept=1)
    assert counts.words() == "1 updated, 1 unchanged, 1 kept as newer here"
    assert change == Change(saved=frozenset({newer.id}))
    assert other.records.get(newer.id) == journal.records.get(newer.id)
    assert other.records.get(mine.id).title == "Newer here"
    other.history.undo()
    assert other.records.get(newer.id) == newer


def test_another_content_of_the_same_age_is_left_alone(journal: Journal, other: Journal, file: Path) -> None:
    journal.records.log(build_record(0, updated_at=Moment("2026-01-05T00:00Z")))
    journal.exchange.export(file)
    other.records.log(build_record(0, title="Mine", updated_at=Moment("2026-01-05T00:00Z")))
    assert other.exchange.import_(file)[0] == replace(NOTHING, kept=1)
    assert other.records.get(build_record(0).id).title == "Mine"


def test_a_file_cant_bend_what_was_sealed(journal: Journal, other: Journal, file: Path) -> None:
    begun, early = (moment_of(now() - timedelta(hours=hours)) for hours in (1, 24))
    plan = replace(planned(1, updated_at=early, preparation=Preparation(chance=0.6)), held_at=begun)
    other.records.log(plan)
    bent = replace(plan, status=Status.HELD, preparation=Preparation(chance=0.1), updated_at=moment_of(now()))
    journal.records.log(bent)
    journal.exchange.export(file)
    counts, _ = other.exchange.import_(file)
    assert counts == replace(NOTHING, updated=1, sealed=1)
    assert counts.words() == "1 updated, 1 prediction kept as it was sealed"
    kept = other.records.get(plan.id)
    assert (kept.status, kept.preparation) == (Status.HELD, Preparation(chance=0.6, sealed_at=begun))
    assert other.exchange.import_(file)[0] == replace(NOTHING, kept=1)
    other.exchange.export(file)
    journal.exchange.import_(file)
    assert journal.records.get(plan.id) == kept


def test_a_file_that_closes_a_ring_is_told_and_nothing_is_taken(journal: Journal, other: Journal, file: Path) -> None:
    first, second, third = (build_record(number).id for number in range(3))
    journal.records.log(build_record(0, follows=third))
    journal.records.log(build_record(2, follows=second))
    journal.exchange.export(file)
    other.records.log(build_record(1, follows=first))
    for dry_run in (True, False):
        with pytest.raises(InvalidError) as raised:
            other.exchange.import_(file, dry_run=dry_run)
        assert [problem.field for problem in raised.value.problems] == [
            "negotiations[0].follows",
            "negotiations[1].follows",
        ]
    assert other.lists.tally(Filter()).negotiations == 1
    other.records.delete([second])
    with pytest.raises(InvalidError, match="is itself a continuation of it"):
        other.exchange.import_(file)
    journal.records.save(replace(journal.records.get(first), follows=None), base=journal.records.get(first).updated_at)
    journal.exchange.export(file)
    other.exchange.import_(file)
    assert other.plans.chain(first).after


def test_what_is_in_the_bin_comes_back(journal: Journal, other: Journal, file: Path) -> None:
    for number in range(2):
        journal.records.log(build_record(number))
    journal.exchange.export(file)
    other.exchange.import_(file)
    older = other.records.get(build_record(0).id)
    other.records.delete([build_record(0).id, build_record(1).id])
    newer = journal.records.get(build_record(1).id)
    journal.records.save(replace(newer, title="Newer"), base=newer.updated_at)
    journal.exchange.export(file)
    counts, change = other.exchange.import_(file)
    assert counts == replace(NOTHING, added=2)
    assert change.saved == {build_record(0).id, build_record(1).id}
    assert [line.title for line in other.lists.page(Filter()).lines] == ["Newer", "Talk 0"]
    assert other.records.get(older.id) == older
    other.history.undo()
    assert other.lists.tally(Filter()).negotiations == 0
    assert other.records.get(newer.id).title == "Talk 1"
    other.history.redo()
    assert [line.title for line in other.lists.page(Filter()).lines] == ["Newer", "Talk 0"]


def test_what_comes_in_lot_by_lot_is_counted_and_taken_back_together(
    journal: Journal, other: Journal, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(intake, "LOT", 2)
    for number in range(7):
        journal.records.log(build_record(number))
    journal.exchange.export(file)
    other.exchange.import_(file)
    older = other.records.get(build_record(4).id)
    other.records.delete([build_record(5).id])
    for number in (4, 7, 8):
        record = build_record(number)
        base = journal.records.get(record.id).updated_at if number == 4 else None
        journal.records.save(replace(record, title="Newer"), base=base)
    journal.exchange.export(file)
    dry, _ = other.exchange.import_(file, dry_run=True)
    counts, change = other.exchange.import_(file)
    assert counts == dry == replace(NOTHING, added=3, updated=1, unchanged=5)
    assert change.saved == {build_record(number).id for number in (4, 5, 7, 8)}
    assert other.lists.tally(Filter()).negotiations == 9
    other.history.undo()
    assert other.lists.tally(Filter()).negotiations == 6
    assert replace(other.records.get(older.id), updated_at=older.updated_at) == older


def test_a_ring_is_found_when_all_lots_are_written_and_nothing_stays(
    journal: Journal, other: Journal, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(intake, "LOT", 1)
    ids = [build_record(number).id for number in range(3)]
    for number, follows in enumerate((ids[1], ids[2], None)):
        journal.records.log(build_record(number, follows=follows))
    journal.exchange.export(file)
    plain = json.loads(file.read_text(encoding="utf-8"))
    plain["negotiations"][2]["follows"] = ids[0]
    file.write_text(json.dumps(plain), encoding="utf-8")
    for dry_run in (True, False):
        with pytest.raises(InvalidError) as caught:
            other.exchange.import_(file, dry_run=dry_run)
        assert [problem.field for problem in caught.value.problems] == [
            f"negotiations[{number}].follows" for number in range(3)
        ]
    assert other.lists.tally(Filter()).negotiations == 0


def test_an_import_can_be_taken_back(journal: Journal, other: Journal, file: Path) -> None:
    filled(journal)
    journal.exchange.export(file)
    other.exchange.import_(file)
    undone = other.history.undo()
    assert undone is not None
    assert undone.removed == {full_record().id, build_rated(2).id}
    assert undone.milestones
    assert undone.catalog
    assert other.trends.milestones() == ()
    assert "hiring" not in other.catalog.keys(EntryKind.AREA)
    assert other.lists.tally(Filter()).negotiations == 0
    other.history.redo()
    assert other.lists.tally(Filter()).negotiations == 2
    assert "hiring" in other.catalog.keys(EntryKind.AREA)


def test_own_choices_stay_and_unknown_ones_come_after_them(journal: Journal, other: Journal, file: Path) -> None:
    filled(journal)
    journal.exchange.export(file)
    first, *rest = other.settings.entries(EntryKind.AREA)
    other.settings.replace_entries(EntryKind.AREA, (*rest, replace(first, label="Money")))
    assert other.exchange.import_(file)[0].entries == 1
    labels = [entry.label for entry in other.settings.entries(EntryKind.AREA)]
    assert labels[-2:] == ["Money", "Hiring"]


def test_a_milestone_that_is_there_stays(journal: Journal, other: Journal, file: Path) -> None:
    journal.trends.save_milestone(build_milestone(title="Theirs"))
    journal.exchange.export(file)
    other.trends.save_milestone(build_milestone(title="Mine"))
    assert other.exchange.import_(file)[0] == NOTHING
    assert NOTHING.words() == "Nothing to change: the file is empty"
    assert other.trends.milestones()[0].title == "Mine"


def test_a_dry_run_only_counts(journal: Journal, other: Journal, file: Path) -> None:
    filled(journal)
    journal.exchange.export(file)
    counts, change = other.exchange.import_(file, dry_run=True)
    assert counts == replace(NOTHING, added=2, milestones=1, entries=7)
    assert change == Change()
    assert other.lists.tally(Filter()).negotiations == 0
    assert other.history.undo_label is None


def test_what_breaks_a_rule_is_named_with_its_place_and_nothing_is_taken(
    journal: Journal, other: Journal, file: Path
) -> None:
    filled(journal)
    journal.exchange.export(file)
    plain = json.loads(file.read_text(encoding="utf-8"))
    plain["negotiations"][1]["area"] = "gardening"
    plain["milestones"][0]["title"] = ""
    file.write_text(json.dumps(plain), encoding="utf-8")
    with pytest.raises(InvalidError) as caught:
        other.exchange.import_(file)
    assert [problem.field for problem in caught.value.problems] == ["negotiations[1].area", "milestones[0].title"]
    assert other.lists.tally(Filter()).negotiations == 0


def test_a_file_cut_in_half_is_named(journal: Journal, other: Journal, file: Path) -> None:
    filled(journal)
    journal.exchange.export(file)
    file.write_bytes(file.read_bytes()[: file.stat().st_size // 2])
    with pytest.raises(FormatError) as caught:
        other.exchange.import_(file)
    assert str(caught.value).startswith(f"{file}: ")


def test_a_stopped_import_changes_nothing(journal: Journal, other: Journal, file: Path) -> None:
    filled(journal)
    journal.exchange.export(file)

    def stop(done: int, total: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        other.exchange.import_(file, progress=stop)
    assert other.lists.tally(Filter()).negotiations == 0
    assert other.history.undo_label is None
    assert other.exchange.import_(file)[0].added == 2


def test_progress_is_told(journal: Journal, other: Journal, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(progress, "BEAT", 2)
    for number in range(3):
        journal.records.log(build_record(number))
    told: list[tuple[int, int]] = []
    journal.exchange.export(file, progress=lambda done, total: told.append((done, total)))
    assert told == [(0, 3), (2, 3), (3, 3)]
    told.clear()
    other.exchange.import_(file, progress=lambda done, total: told.append((done, total)))
    assert told == [(0, 3), (2, 3), (3, 3)] * 2  # checked, then written


def test_of_a_file_a_lot_of_records_is_held_and_no_more(
    journal: Journal, other: Journal, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(progress, "BEAT", 10)
    monkeypatch.setattr(intake, "LOT", 10)
    for number in range(100):
        journal.records.log(build_record(number))
    journal.exchange.export(file)
    held: list[int] = []

    def count_held(done: int, total: int) -> None:
        held.append(sum(type(one) is Negotiation for one in gc.get_objects()))

    before = sum(type(one) is Negotiation for one in gc.get_objects())
    assert other.exchange.import_(file, progress=count_held)[0].added == 100
    assert len(held) == 22
    assert max(held) - before <= 3 * 10


def test_an_export_holds_what_the_filter_lets_through(journal: Journal, file: Path) -> None:
    filled(journal)
    assert journal.exchange.export(file, Filter(since=date(2026, 2, 1))).negotiations == 1
    (record,) = content(file)["negotiations"]
    assert record["title"] == full_record().title


@pytest.mark.parametrize(
    ("name", "beginning", "counts"),
    [("a.csv", "\ufeffid,title,", ExportCounts(2, 0, 0)), ("a.MD", "# Negotiations\n", ExportCounts(2, 1, 0))],
)
def test_other_formats_are_for_people(
    journal: Journal, tmp_path: Path, name: str, beginning: str, counts: ExportCounts
) -> None:
    filled(journal)
    assert journal.exchange.export(tmp_path / name) == counts
    text = (tmp_path / name).read_text(encoding="utf-8")
    assert text.startswith(beginning)
    assert "Renewal of the training contract" in text


def test_counts_in_words() -> None:
    assert ExportCounts(1200, 1, 0).words() == "1,200 negotiations, 1 milestone, 0 choices of your own written"


def test_another_ending_is_refused(journal: Journal, tmp_path: Path) -> None:
    with pytest.raises(FormatError, match=r"“a\.xlsx” should end with one of \.json, \.csv, \.md\."):
        journal.exchange.export(tmp_path / "a.xlsx")
    assert list(tmp_path.iterdir()) == []


def test_the_journal_itself_is_never_written_over(tmp_path: Path) -> None:
    path = tmp_path / "mine.json"
    links = (tmp_path / "soft.json", tmp_path / "hard.json")
    with closing(open_journal(path, resource_folder())) as journal:
        filled(journal)
        links[0].symlink_to(path)
        links[1].hardlink_to(path)
        for target in (path, *links):
            with pytest.raises(UnreachableError, match=r"json is the journal itself; name another file\.$"):
                journal.exchange.export(target)
        journal.exchange.export(tmp_path / "other.json")
    links[1].unlink()
    with closing(open_journal(path, resource_folder())) as journal:
        assert journal.records.get(full_record().id) == full_record()


def test_an_export_is_for_the_owner_and_takes_the_place_of_the_last_when_whole(
    journal: Journal, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    filled(journal)
    file.write_text("earlier", encoding="utf-8")

    def stop(done: int, total: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        journal.exchange.export(file, progress=stop)
    assert file.read_text(encoding="utf-8") == "earlier"
    assert list(file.parent.iterdir()) == [file]
    journal.exchange.export(file)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert list(file.parent.iterdir()) == [file]


def test_a_missing_folder_and_a_missing_file_are_named(journal: Journal, tmp_path: Path) -> None:
    with pytest.raises(UnreachableError, match=r"^The folder .*nowhere isn’t there"):
        journal.exchange.export(tmp_path / "nowhere" / "a.json")
    with pytest.raises(UnreachableError, match=r"none\.json isn’t there"):
        journal.exchange.import_(tmp_path / "none.json")
    with pytest.raises(UnreachableError, match="can’t be used: Is a directory"):
        journal.exchange.import_(tmp_path)


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="the permissions of this user don't bind it")
def test_a_folder_that_cant_be_written_is_named(journal: Journal, tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(ReadOnlyError):
        journal.exchange.export(tmp_path / "a.json")
    tmp_path.chmod(0o700)
