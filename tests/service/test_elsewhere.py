"""What another program does to the file while it is open here."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2 as driver

from negojournal.domain.catalog import EntryKind
from negojournal.domain.change import Change
from negojournal.domain.note import Note, Subject
from negojournal.errors import ConflictError, UnreachableError
from negojournal.paths import resource_folder
from negojournal.service.journal import Journal, open_journal
from tests.builders import build_record


def opened(path: Path) -> closing[Journal]:
    return closing(open_journal(path, resource_folder()))


def test_only_what_others_wrote_is_a_change_elsewhere(tmp_path: Path) -> None:
    with opened(tmp_path / "journal.db") as here, opened(tmp_path / "journal.db") as there:
        here.records.log(build_record(0))
        assert here.elsewhere.look() is None
        assert there.elsewhere.look() == Change(everything=True, elsewhere=True)
        assert there.elsewhere.look() is None


def test_what_was_written_between_opening_and_the_first_look_is_seen(tmp_path: Path) -> None:
    with opened(tmp_path / "journal.db") as here:
        with opened(tmp_path / "journal.db") as there:
            there.notes.keep(Note(Subject.STRATEGY, "2026-01-05", "Ask first"), "writing")
        assert here.elsewhere.look() is not None


def test_what_was_written_while_the_file_was_let_go_is_seen(tmp_path: Path) -> None:
    with opened(tmp_path / "journal.db") as here:
        here.elsewhere.look()
        failure = driver.OperationalError("disk I/O error")
        with pytest.raises(UnreachableError), here._store._database.reading():
            raise failure
        with opened(tmp_path / "journal.db") as there:
            there.records.log(build_record(0))
        assert here.elsewhere.look() is not None
        assert here.elsewhere.look() is None


def test_words_that_were_added_elsewhere_are_known(tmp_path: Path) -> None:
    with opened(tmp_path / "journal.db") as here, opened(tmp_path / "journal.db") as there:
        entry = there.settings.new_entry(EntryKind.AREA, "Gardening")
        there.settings.replace_entries(EntryKind.AREA, (*there.settings.entries(EntryKind.AREA), entry))
        assert not here.catalog.knows(EntryKind.AREA, entry.key)
        here.elsewhere.look()
        assert here.catalog.knows(EntryKind.AREA, entry.key)


def test_words_that_were_added_elsewhere_are_not_written_over(tmp_path: Path) -> None:
    with opened(tmp_path / "journal.db") as here, opened(tmp_path / "journal.db") as there:
        for journal, label in ((there, "Gardening"), (here, "Sailing")):
            entry = journal.settings.new_entry(EntryKind.AREA, label)
            entries = (*journal.settings.entries(EntryKind.AREA), entry)
            if journal is there:
                journal.settings.replace_entries(EntryKind.AREA, entries)
        with pytest.raises(ConflictError, match="changed elsewhere"):
            here.settings.replace_entries(EntryKind.AREA, entries)
        here.settings.replace_entries(EntryKind.AREA, (*here.settings.entries(EntryKind.AREA), entry))
        labels = [one.label for one in here.settings.entries(EntryKind.AREA)]
        assert labels[-2:] == ["Gardening", "Sailing"]


@pytest.mark.parametrize(
    ("mine", "base", "theirs", "kept"),
    [
        ("Mine", "Before", "Before", "Mine"),
        ("Before", "Before", "Theirs", "Theirs"),
        ("Same", "Before", "Same", "Same"),
        ("Mine", "Before", "Theirs", "Theirs\n\nMine"),
        ("", "Before", "Theirs", "Theirs"),
        ("Mine", "Before", "", "Mine"),
        ("Mine", None, "Theirs", "Mine"),
    ],
)
def test_of_a_note_that_was_changed_elsewhere_both_texts_are_kept(
    tmp_path: Path, mine: str, base: str | None, theirs: str, kept: str
) -> None:
    with opened(tmp_path / "journal.db") as here, opened(tmp_path / "journal.db") as there:
        there.people.save_note("Ana", theirs)
        there.notes.revise(theirs)
        here.people.save_note("Ana", mine, base)
        here.notes.revise(mine, base=base)
        assert there.people.panel("Ana").note == kept
        assert there.notes.strategy()[0].text == kept


def test_a_file_that_is_gone_is_told(tmp_path: Path) -> None:
    with opened(tmp_path / "journal.db") as here:
        (tmp_path / "journal.db").rename(tmp_path / "away.db")
        with pytest.raises(UnreachableError):
            here.elsewhere.look()


def test_nobody_else_writes_into_memory(journal: Journal) -> None:
    journal.records.log(build_record(0))
    assert journal.elsewhere.look() is None
