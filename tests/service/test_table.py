"""Tables of other programs in the journal: once, whole or not at all, and taken back."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from negojournal.domain.catalog import EntryKind
from negojournal.domain.change import Change
from negojournal.domain.filter import Filter
from negojournal.domain.negotiation import Negotiation
from negojournal.errors import FormatError, FullError, InvalidError, UnreachableError
from negojournal.exchange.column import ColumnMapping
from negojournal.exchange.custom import Custom
from negojournal.exchange.dating import DateOrder
from negojournal.exchange.sheet import LARGEST_SHEET, Sheet
from negojournal.paths import resource_folder
from negojournal.service.journal import Journal, open_journal
from negojournal.service.table import PREVIEWED, TableCounts
from tests.builders import build_full_record

TEXT = "Date,Title,Area\n03/11/2026,A,Salary\n04/11/2026,B,Budgets\nTotal,,\n03/11/2026,A,Salary\n"


def sheet_of(journal: Journal, folder: Path, text: str) -> Sheet:
    path = folder / "table.csv"
    path.write_text(text)
    return journal.tables.sheet(path)


def take(journal: Journal, sheet: Sheet, **options) -> tuple[TableCounts, Change]:
    return journal.tables.import_sheet(sheet, journal.tables.mapping(sheet), **options)


def titles(journal: Journal) -> list[str]:
    return [record.title for record in recorded(journal)]


def recorded(journal: Journal) -> list[Negotiation]:
    return list(journal._holding.store.records.walk(Filter()))


def test_a_table_is_taken_in_and_back_and_in_again(journal: Journal, tmp_path: Path) -> None:
    sheet = sheet_of(journal, tmp_path, TEXT)
    counts, change = take(journal, sheet)
    said = "2 negotiations added, 1 choice added, 1 row repeated, 1 row left out as no negotiation"
    assert counts.words() == said
    assert len(change.saved) == 2
    assert change.catalog
    assert sorted(titles(journal)) == ["A", "B"]
    assert journal.catalog.label(EntryKind.AREA, "salary") == "Salary"
    assert journal.history.undo_label == "importing “table.csv”"
    journal.history.undo()
    assert titles(journal) == []
    assert not journal.catalog.knows(EntryKind.AREA, "salary")
    assert take(journal, sheet)[0].words() == said
    assert sorted(titles(journal)) == ["A", "B"]


def test_twice_is_once_also_in_another_order_and_with_other_rows(journal: Journal, tmp_path: Path) -> None:
    take(journal, sheet_of(journal, tmp_path, TEXT))
    before = journal.history.undo_label
    counts, change = take(journal, sheet_of(journal, tmp_path, TEXT))
    assert change == Change()
    assert counts.words().startswith("Nothing to change: 2 here already")
    assert journal.history.undo_label == before
    rows = TEXT.splitlines()
    longer = "\n".join((rows[0], rows[2], rows[1], "05/11/2026,C,Salary"))
    counts, _ = take(journal, sheet_of(journal, tmp_path, longer))
    assert counts.words() == "1 negotiation added, 2 here already"
    assert sorted(titles(journal)) == ["A", "B", "C"]


def test_what_was_changed_since_stays_changed(journal: Journal, tmp_path: Path) -> None:
    sheet = sheet_of(journal, tmp_path, TEXT)
    _, change = take(journal, sheet)
    record = journal.records.get(min(change.saved))
    journal.records.save(replace(record, title="Mine"), base=record.updated_at)
    take(journal, sheet)
    assert "Mine" in titles(journal)
    assert len(titles(journal)) == 2


def test_after_undo_the_other_mapping_holds(journal: Journal, tmp_path: Path) -> None:
    sheet = sheet_of(journal, tmp_path, TEXT)
    take(journal, sheet)
    journal.history.undo()
    american = ColumnMapping(("held_at", "title", "tags"), Custom(DateOrder.MDY))
    journal.tables.import_sheet(sheet, american)
    assert {record.held_at.text for record in recorded(journal)} == {"2026-03-11", "2026-04-11"}


def test_a_table_with_one_wrong_line_leaves_the_journal_as_it_was(journal: Journal, tmp_path: Path) -> None:
    sheet = sheet_of(journal, tmp_path, TEXT + "soon,C,Other\n")
    with pytest.raises(InvalidError) as caught:
        take(journal, sheet)
    assert [problem.field for problem in caught.value.problems] == ["line 6"]
    assert titles(journal) == []
    assert not journal.catalog.knows(EntryKind.AREA, "salary")
    assert journal.history.undo_label is None


def test_stopped_half_way_it_leaves_the_journal_as_it_was(journal: Journal, tmp_path: Path) -> None:
    rows = "".join(f"03/11/2026,A{number},Salary\n" for number in range(1100))
    sheet = sheet_of(journal, tmp_path, f"Date,Title,Area\n{rows}")
    told: list[int] = []

    def stop(done: int, _total: int) -> None:
        told.append(done)
        if told[-2:] == [500, 1000] and told.count(1000) == 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        take(journal, sheet, progress=stop)
    assert told == [0, 500, 1000, 0, 500, 1000]
    assert titles(journal) == []
    assert not journal.catalog.knows(EntryKind.AREA, "salary")


def test_a_dry_run_only_counts(journal: Journal, tmp_path: Path) -> None:
    counts, change = take(journal, sheet_of(journal, tmp_path, TEXT), dry_run=True)
    assert counts.intake.added == 2
    assert change == Change()
    assert titles(journal) == []


def test_an_empty_table_changes_nothing(journal: Journal, tmp_path: Path) -> None:
    counts, change = take(journal, sheet_of(journal, tmp_path, "held_at,title\n"))
    assert counts.words() == "Nothing to change: the table is empty"
    assert change == Change()


def test_a_preview_looks_at_the_first_rows(journal: Journal, tmp_path: Path) -> None:
    rows = "".join(f"03/11/2026,A{number}\n" for number in range(PREVIEWED + 5))
    sheet = sheet_of(journal, tmp_path, f"Date,Title\n{rows}")
    assert journal.tables.preview(sheet, journal.tables.mapping(sheet)).rows == PREVIEWED
    assert titles(journal) == []


def test_our_own_table_comes_back_into_another_journal(journal: Journal, tmp_path: Path) -> None:
    record: Negotiation = build_full_record(area="budgets", follows=None)
    record = replace(record, purposes=("role",), review=replace(record.review, traps=(), practices={}))
    journal.records.log(record)
    journal.exchange.export(tmp_path / "out.csv")
    other = open_journal(None, resource_folder())
    sheet = other.tables.sheet(tmp_path / "out.csv")
    counts, _ = take(other, sheet)
    assert counts.words() == "1 negotiation added"
    assert other.records.get(record.id).preparation == record.preparation
    assert take(journal, sheet)[0].words() == "Nothing to change: 1 here already"
    other.close()


def test_a_file_that_is_no_table_is_told_by_its_name(journal: Journal, tmp_path: Path) -> None:
    with pytest.raises(UnreachableError):
        journal.tables.sheet(tmp_path / "missing.csv")
    path = tmp_path / "book.csv"
    path.write_bytes(b"PK\x03\x04")
    with pytest.raises(FormatError, match=r"book.csv: This is a workbook"):
        journal.tables.sheet(path)
    with path.open("wb") as stream:
        os.truncate(stream.fileno(), LARGEST_SHEET + 10)
    with pytest.raises(FormatError, match="too large"):
        journal.tables.sheet(path)


@pytest.fixture
def kept(tmp_path: Path) -> Iterator[Journal]:
    """A journal on a disk, with one record in it."""
    opened = open_journal(tmp_path / "journal.db", resource_folder())
    opened.records.log(build_full_record(area="budgets", follows=None, purposes=(), review=None))
    yield opened
    opened.close()


def test_before_a_table_comes_in_the_journal_is_backed_up(kept: Journal, tmp_path: Path) -> None:
    sheet = sheet_of(kept, tmp_path, TEXT)
    take(kept, sheet, dry_run=True)
    assert [backup.kind for backup in kept.backups.all() if backup.kind == "import"] == []
    take(kept, sheet)
    (backup,) = [one for one in kept.backups.all() if one.kind == "import"]
    assert kept.backups.look_into(backup).records == 1
    take(kept, sheet)
    assert len([one for one in kept.backups.all() if one.kind == "import"]) == 1


def test_without_a_backup_nothing_comes_in(kept: Journal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sheet = sheet_of(kept, tmp_path, TEXT)

    def refuse(_progress: object) -> None:
        raise FullError(tmp_path, "There is no room left.")

    monkeypatch.setattr(kept.backups, "before_import", refuse)
    with pytest.raises(FullError):
        take(kept, sheet)
    assert len(titles(kept)) == 1
    assert not kept.catalog.knows(EntryKind.AREA, "salary")
    assert kept.history.undo_label != "importing “table.csv”"


def test_what_fails_at_the_very_end_takes_everything_back(
    journal: Journal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise FullError(tmp_path, "There is no room left.")

    monkeypatch.setattr(journal._holding.store.entries, "replace", refuse)
    with pytest.raises(FullError):
        take(journal, sheet_of(journal, tmp_path, TEXT))
    assert titles(journal) == []
    assert journal.history.undo_label is None
