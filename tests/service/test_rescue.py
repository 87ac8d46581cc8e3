"""Rescue: what can be done about a journal that doesn't open."""

from __future__ import annotations

import random
from contextlib import closing
from pathlib import Path

import pytest
import time_machine

from negojournal import paths
from negojournal.domain.catalog import Entry, EntryKind
from negojournal.domain.filter import Filter
from negojournal.domain.note import Note, Subject
from negojournal.domain.passphrase import Passphrase
from negojournal.domain.retention import BackupKind
from negojournal.errors import (
    CorruptError,
    FormatError,
    FullError,
    NewerError,
    NotFoundError,
    NotJournalError,
    StorageError,
    UnreachableError,
    WrongPassphraseError,
)
from negojournal.service.backup_folder import own_folder
from negojournal.service.journal import open_journal
from negojournal.service.readable import Readable
from negojournal.service.rescue import Rescue, look_for_rescue
from negojournal.storage.header import PAGE
from tests.builders import build_milestone, build_rated, build_record
from tests.storage.broken import SECRET, fingerprints
from tests.storage.test_salvage import newer

RESOURCES = paths.resource_folder()
OWN_AREA = Entry(EntryKind.AREA, "rent", "Rents")


BOTH = pytest.mark.parametrize("passphrase", [None, SECRET], ids=["plain", "encrypted"], indirect=True)


@pytest.fixture
def passphrase(request: pytest.FixtureRequest):
    return getattr(request, "param", None)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "here" / "journal.db"


@pytest.fixture(autouse=True)
def journal(path: Path, passphrase, quick_keys) -> None:
    """Keep a journal of seven negotiations, of which four were there when it was backed up."""
    path.parent.mkdir()
    with closing(open_journal(path, RESOURCES, None, passphrase)) as journal:
        journal._store.entries.replace(EntryKind.AREA, (OWN_AREA,))
        journal._holding.refresh_catalog()
        for number in range(4):
            journal.records.save(build_rated(number, area="rent"))
        journal.trends.save_milestone(build_milestone())
        with time_machine.travel("2026-11-22T18:40:00+00:00", tick=False):
            journal.backups.make()
        for number in range(4, 7):
            journal.records.save(build_rated(number, area="rent"))


def look(path: Path, passphrase) -> Rescue:
    before = fingerprints(path.parent)
    rescue = look_for_rescue(path, passphrase, RESOURCES)
    assert fingerprints(path.parent) == before
    return rescue


def fingerprint(path: Path) -> dict[str, str]:
    return {name: one for name, one in fingerprints(path.parent).items() if name.startswith("journal.db")}


def damaged(path: Path) -> None:
    """Lose the beginning, but for the salt that a passphrase needs."""
    content = path.read_bytes()
    path.write_bytes(content[:16] + random.Random(1).randbytes(PAGE - 16) + content[PAGE:])


def cut(path: Path) -> None:
    content = path.read_bytes()
    path.write_bytes(content[: len(content) * 9 // 10])


def other(path: Path) -> None:
    path.write_text("Dear diary, " * 1000, encoding="utf-8")


BREAKS = {"damaged": (damaged, 7), "cut": (cut, None), "not a journal": (other, 0)}


@BOTH
@pytest.mark.parametrize("kind", BREAKS)
def test_the_newest_backup_and_what_can_be_read_are_found(path: Path, passphrase, kind: str) -> None:
    do, readable = BREAKS[kind]
    do(path)
    if not (kind == "cut" and passphrase is None):
        with pytest.raises((CorruptError, NotJournalError, StorageError)):
            open_journal(path, RESOURCES, None, passphrase)
    rescue = look(path, passphrase)
    assert rescue.backup is not None
    assert (rescue.backup.kind, rescue.backup.records) == (BackupKind.MANUAL, 4)
    if readable is not None:
        assert len(rescue.readable.records) == readable
    assert rescue.readable.is_empty == (kind == "not a journal")


def test_a_newer_journal_has_both_offers(path: Path) -> None:
    newer(path)
    with pytest.raises(NewerError):
        open_journal(path, RESOURCES)
    rescue = look(path, None)
    assert rescue.backup is not None
    assert len(rescue.readable.records) == 7


def test_a_backup_that_is_broken_too_is_passed_over(path: Path, passphrase) -> None:
    damaged(path)
    (backup,) = own_folder(path).iterdir()
    damaged(backup)
    assert look(path, passphrase).backup is None


@pytest.mark.parametrize("ending", ["json", "csv", "md"])
def test_what_can_be_read_is_exported(path: Path, passphrase, tmp_path: Path, ending: str) -> None:
    damaged(path)
    before = fingerprint(path)
    target = tmp_path / f"saved.{ending}"
    found = look(path, passphrase).write(target)
    assert len(found.records) == 7
    assert "Talk 6" in target.read_text("utf-8")
    assert fingerprint(path) == before


def test_the_export_reads_back(path: Path, passphrase, tmp_path: Path) -> None:
    damaged(path)
    look(path, passphrase).write(tmp_path / "saved.json")
    with closing(open_journal(None, RESOURCES)) as other_journal:
        counts, _ = other_journal.exchange.import_(tmp_path / "saved.json")
        again, _ = other_journal.exchange.import_(tmp_path / "saved.json")
    assert (counts.added, counts.milestones, counts.entries) == (7, 1, 1)
    assert (again.added, again.unchanged) == (0, 7)


@BOTH
def test_a_new_journal_is_made_that_the_same_passphrase_opens(path: Path, passphrase, tmp_path: Path) -> None:
    with closing(open_journal(path, RESOURCES, None, passphrase)) as journal:
        journal.records.delete((build_record(2).id,))
    damaged(path)
    target = tmp_path / "saved.db"
    look(path, passphrase).write(target)
    with closing(open_journal(target, RESOURCES, None, passphrase)) as journal:
        assert journal.is_encrypted == (passphrase is not None)
        assert journal.lists.tally(Filter()).negotiations == 6
        assert journal.lists.tally(Filter()).rated == 6
        assert journal._store.records.is_binned(build_record(2).id)
        assert journal.trends.milestones() == (build_milestone(),)


def test_a_choice_whose_name_is_lost_is_kept_by_its_key(path: Path, passphrase, tmp_path: Path) -> None:
    with closing(open_journal(path, RESOURCES, None, passphrase)) as journal:
        journal._store.entries.replace(EntryKind.AREA, ())
    found = look(path, passphrase).write(tmp_path / "saved.json")
    assert [(entry.key, entry.label) for entry in found.entries] == [("rent", "rent")]
    assert {record.area for record in found.records} == {"rent"}


def test_drafts_come_along(path: Path, passphrase, tmp_path: Path) -> None:
    with closing(open_journal(path, RESOURCES, None, passphrase)) as journal:
        journal._store.drafts.put("new", "{}")
    look(path, passphrase).write(tmp_path / "saved.db")
    with closing(open_journal(tmp_path / "saved.db", RESOURCES, None, passphrase)) as journal:
        assert journal._store.drafts.all() == {"new": "{}"}


def test_what_breaks_a_rule_is_told(path: Path, passphrase) -> None:
    with closing(open_journal(path, RESOURCES, None, passphrase)) as journal:
        journal._store.records.save(build_rated(8, power=77))
    readable = look(path, passphrase).readable
    assert [record.power for record in readable.partly] == [None]
    assert readable.words() == "8 negotiations, 1 of them maybe not whole, 1 milestone"


def test_only_what_makes_sense_is_written(path: Path, passphrase, tmp_path: Path) -> None:
    rescue = look(path, passphrase)
    with pytest.raises(FormatError, match="should end with"):
        rescue.write(tmp_path / "saved.txt")
    (tmp_path / "there.db").touch()
    with pytest.raises(UnreachableError, match="there already"):
        rescue.write(tmp_path / "there.db")
    with pytest.raises(UnreachableError, match="broken journal itself"):
        rescue.write(path)
    path.write_bytes(b"")
    with pytest.raises(NotFoundError, match="Nothing of a journal"):
        look(path, passphrase).write(tmp_path / "saved.db")


def test_half_a_journal_is_never_left(path: Path, passphrase, tmp_path: Path, monkeypatch) -> None:
    def full(*_args: object) -> None:
        raise FullError(path, "There is no room.")

    rescue = look(path, passphrase)
    monkeypatch.setattr(Rescue, "_fill", full)
    with pytest.raises(FullError):
        rescue.write(tmp_path / "saved.db")
    assert not list(tmp_path.glob("saved*"))


def test_a_questionnaire_that_is_broken_stands_in_no_ones_way(path: Path, passphrase, tmp_path: Path) -> None:
    folder = tmp_path / "own" / "questionnaires"
    folder.mkdir(parents=True)
    (folder / "mine.toml").write_text("not = [", encoding="utf-8")
    rescue = look_for_rescue(path, passphrase, RESOURCES, tmp_path / "own")
    assert len(rescue.readable.records) == 7


def test_how_much_can_be_read_is_said() -> None:
    note = Note(Subject.COUNTERPART, "Marta", "Fair")
    readable = Readable(records=(build_record(),), notes=(note,), lost=2)
    assert readable.words() == "1 negotiation, 0 milestones, 1 note; lost: 2 negotiations"


def test_a_choice_that_is_none_is_left_out(path: Path) -> None:
    with closing(open_journal(path, RESOURCES)) as journal:
        journal._store.entries.replace(EntryKind.AREA, (OWN_AREA, Entry(EntryKind.AREA, "x", "")))
    assert look(path, None).readable.entries == (OWN_AREA,)


@pytest.mark.parametrize("passphrase", [SECRET], indirect=True)
def test_without_its_salt_an_encrypted_journal_still_has_its_backup(path: Path, passphrase) -> None:
    path.write_bytes(bytes(16) + path.read_bytes()[16:])
    with pytest.raises(WrongPassphraseError):
        open_journal(path, RESOURCES, None, passphrase)
    rescue = look(path, passphrase)
    assert rescue.backup is not None
    assert rescue.readable.is_empty
    with pytest.raises(WrongPassphraseError):
        look_for_rescue(path, Passphrase("another one"), RESOURCES)


@BOTH
def test_an_emptied_journal_is_not_taken_for_a_new_one(path: Path, passphrase) -> None:
    path.write_bytes(b"")
    for given in (None, passphrase):
        with pytest.raises(CorruptError, match="is empty, though there are backups of it"):
            open_journal(path, RESOURCES, None, given)
    assert path.stat().st_size == 0
    assert look(path, None).is_locked == (passphrase is not None)
    rescue = look(path, passphrase)
    assert rescue.backup is not None
    assert not rescue.is_locked


def test_a_link_that_leads_nowhere_is_told_as_such(tmp_path: Path) -> None:
    for name, target in (("one", "other"), ("other", "one"), ("dangling", "gone")):
        (tmp_path / name).symlink_to(tmp_path / target)
    for name in ("one", "dangling"):
        with pytest.raises(UnreachableError, match="can’t be opened"):
            open_journal(tmp_path / name, RESOURCES)


@BOTH
def test_where_a_journal_is_gone_no_new_one_takes_its_place(path: Path, passphrase) -> None:
    path.unlink()
    for given in (None, passphrase):
        with pytest.raises(CorruptError, match="isn’t there, though there are backups of it"):
            open_journal(path, RESOURCES, None, given)
    assert not path.exists()
    assert look(path, None).is_locked == (passphrase is not None)
    rescue = look(path, passphrase)
    assert rescue.backup is not None
    assert not rescue.is_locked


def test_what_was_kept_aside_at_a_restore_is_no_backup(path: Path) -> None:
    aside = path.with_name("journal-before-restore-2026-11-23-120000.db")
    aside.write_bytes(path.read_bytes())
    assert look(path, None).backup.path.parent == own_folder(path)
