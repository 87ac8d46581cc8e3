"""Yesterday is always there: backups are made before the first write of a day, before imports and migrations."""

from __future__ import annotations

import json
import os
import shutil
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
import time_machine

from negojournal import paths
from negojournal.domain.filter import Filter
from negojournal.domain.passphrase import Passphrase
from negojournal.domain.retention import BackupKind, Stamp, backup_name
from negojournal.errors import (
    CorruptError,
    EncryptedError,
    FormatError,
    FullError,
    LockedError,
    NotFoundError,
    NotJournalError,
    UnreachableError,
    WrongPassphraseError,
)
from negojournal.paths import resource_folder
from negojournal.service import archive, backup
from negojournal.service.archive import reachable_second
from negojournal.service.backup_folder import Backup, BackupState, inspected, listed, own_folder, stem_of
from negojournal.service.file import is_encrypted
from negojournal.service.journal import Journal, open_journal
from negojournal.service.restoring import restore
from negojournal.service.second_folder import choose_second_folder, second_folder
from negojournal.storage.backup import opened as storage_opened
from negojournal.storage.header import is_plain
from negojournal.storage.rekey import rekey
from negojournal.storage.schema import HEAD
from tests.builders import build_milestone, build_record

SECRET = Passphrase("correct horse battery")
OTHER = Passphrase("another staple")
pytestmark = pytest.mark.usefixtures("quick_keys")
either = pytest.mark.parametrize("passphrase", [None, SECRET], ids=["plain", "encrypted"])
NOON = datetime.fromisoformat("2026-11-23T12:00:00+00:00")
DATA = Path(__file__).parent.parent / "data"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    folder = tmp_path / "here"
    folder.mkdir()
    return folder / "journal.db"


@contextmanager
def opened(path: Path, passphrase: Passphrase | None = None) -> Iterator[Journal]:
    with closing(open_journal(path, resource_folder(), None, passphrase)) as journal:
        yield journal


def save(journal: Journal, number: int) -> None:
    journal.records.save(build_record(number))


def fill(path: Path, count: int = 2, passphrase: Passphrase | None = None) -> None:
    with opened(path, passphrase) as journal:
        for number in range(count):
            save(journal, number)


def count(path: Path, passphrase: Passphrase | None = None) -> int:
    with opened(path, passphrase) as journal:
        return journal.lists.tally(Filter()).negotiations


def counts(journal: Path, passphrase: Passphrase | None = None) -> list[tuple[str, int | None]]:
    return [(one.kind.value, inspected(one, passphrase).records) for one in listed(journal)]


def break_page(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[5000:9000] = os.urandom(4000)
    path.write_bytes(content)


def only(path: Path) -> Backup:
    (one,) = listed(path)
    return one


@either
def test_the_first_write_of_a_day_finds_a_backup_of_the_day_before(path: Path, passphrase: Passphrase | None):
    with time_machine.travel(NOON, tick=False):
        fill(path, 2, passphrase)
        assert listed(path) == ()
    with time_machine.travel(NOON + timedelta(days=1), tick=False), opened(path, passphrase) as journal:
        save(journal, 7)
        save(journal, 8)
        journal.backups.finish()
        assert counts(path, passphrase) == [("daily", 2)]
        assert is_encrypted(only(path).path) is (passphrase is not None)


def test_what_only_reads_makes_no_backup(path: Path):
    fill(path)
    with opened(path) as journal:
        journal.lists.tally(Filter())
    assert listed(path) == ()


def test_a_window_left_open_makes_one_a_day(path: Path):
    fill(path)
    with time_machine.travel(NOON, tick=False) as clock, opened(path) as journal:
        for number in range(3):
            save(journal, 10 + number)
            save(journal, 20 + number)
            clock.shift(timedelta(days=1))
    assert counts(path) == [("daily", 6), ("daily", 4), ("daily", 2)]


def test_a_second_program_makes_no_second_one_of_the_day(path: Path):
    fill(path)
    for number in range(3, 6):
        with opened(path) as journal:
            save(journal, number)
    assert counts(path) == [("daily", 2)]


def test_the_draft_of_the_day_counts_as_its_first_write(path: Path):
    fill(path)
    with opened(path) as journal:
        journal._store.drafts.put("new", "{}")
    assert counts(path) == [("daily", 2)]


def test_what_leaves_the_bin_for_good_is_in_the_backup_before(path: Path):
    with time_machine.travel(NOON, tick=False):
        fill(path)
        with opened(path) as journal:
            journal.records.delete((build_record(0).id,))
    for old in listed(path):
        old.path.unlink()
    with time_machine.travel(NOON + timedelta(days=31), tick=False), opened(path) as journal:
        journal.backups.finish()
    purged = only(path)
    with opened(path) as journal, pytest.raises(NotFoundError):
        journal._store.records.get(build_record(0).id)
    with storage_opened(purged.path, None) as source:
        assert source.connection.execute("SELECT count(*) FROM negotiation").fetchone() == (2,)


def test_an_empty_journal_is_not_backed_up(path: Path):
    with opened(path):
        pass
    with opened(path) as journal:
        save(journal, 1)
    assert not own_folder(path).exists()


def test_the_save_does_not_wait_for_the_copy(path: Path, monkeypatch: pytest.MonkeyPatch):
    from negojournal.storage.backup import Source

    go, copy_to = threading.Event(), Source.copy_to

    def slow(*given: object) -> None:
        assert go.wait(20)
        copy_to(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(Source, "copy_to", slow)
    fill(path)
    with opened(path) as journal:
        begun = time.monotonic()
        save(journal, 5)
        assert time.monotonic() - begun < 4
        assert journal.lists.tally(Filter()).negotiations == 3
        assert listed(path) == ()
        go.set()
    assert counts(path) == [("daily", 2)]


def test_folder_and_files_are_the_owners_only(path: Path):
    fill(path)
    with opened(path) as journal:
        journal.backups.make()
    assert own_folder(path).stat().st_mode & 0o777 == 0o700
    assert {one.stat().st_mode & 0o777 for one in own_folder(path).iterdir()} == {0o600}


def test_old_ones_are_taken_away_once_the_new_one_is_there(path: Path):
    fill(path)
    folder = own_folder(path)
    folder.mkdir()
    for ago in range(1, 30):
        stamp = Stamp(datetime.fromisoformat("2026-11-23T12:00:00") - timedelta(days=ago), BackupKind.DAILY)
        (folder / backup_name("journal", stamp)).write_bytes(b"x")
    (folder / "other.txt").write_text("mine")
    with time_machine.travel(NOON, tick=False), opened(path) as journal:
        save(journal, 5)
        journal.backups.finish()
        assert len(listed(path)) == 10
        assert listed(path)[0].made_at.date() == date(2026, 11, 23)
        assert (folder / "other.txt").exists()


def test_what_the_user_keeps_beside_the_journal_stays(path: Path):
    fill(path)
    with opened(path) as journal:
        made = journal.backups.make()
        own = [path.with_name(made.path.name.replace("manual", f"{kind}")) for kind in ("daily", "manual")]
        own += [path.with_name(f"journal-2020-01-{day:02}-101010-daily.db") for day in range(1, 31)]
        for one in own:
            one.write_bytes(b"x")
        journal.backups.make()
    assert all(one.exists() for one in own)


def test_a_journal_in_memory_needs_none(journal: Journal):
    journal.backups.before_import()
    journal.backups.finish()
    assert journal.backups.all() == ()


def test_what_never_became_a_backup_is_taken_away_after_an_hour(path: Path):
    fill(path)
    folder = own_folder(path)
    folder.mkdir()
    parts = [folder / f".journal-2026-11-01-101010-daily.db.{end}" for end in ("a.part", "b.part-journal", "c.part")]
    beside = path.with_name(".journal.db.abcd.part")
    for one in (*parts, beside):
        one.write_bytes(b"x")
    for old in (*parts[:2], beside):
        os.utime(old, (1e9, 1e9))
    with opened(path) as journal:
        journal.backups.make()
    assert [one.exists() for one in (*parts, beside)] == [False, False, True, False]


class TestTrouble:
    def test_a_failed_daily_backup_stops_no_save_and_is_told(self, path: Path):
        fill(path)
        own_folder(path).write_text("in the way")
        told: list[str] = []
        with opened(path) as journal:
            journal.backups.hear(told.append)
            save(journal, 5)
            save(journal, 6)
            journal.backups.finish()
            assert journal.lists.tally(Filter()).negotiations == 4
        (sentence,) = told
        assert sentence.startswith("Today’s backup could not be made: ")

    def test_a_failed_daily_backup_is_made_once_the_obstacle_is_gone(self, path: Path, monkeypatch: pytest.MonkeyPatch):
        fill(path)
        own_folder(path).write_text("in the way")
        told: list[str] = []
        with opened(path) as journal:
            journal.backups.hear(told.append)
            save(journal, 5)
            journal.backups.finish()
            own_folder(path).unlink()
            save(journal, 6)
            assert listed(path) == ()
            monkeypatch.setattr(backup, "AGAIN", 0.0)
            own_folder(path).write_text("in the way again")
            with time_machine.travel(datetime.now().astimezone() + timedelta(days=1)):
                for number in (7, 8):
                    save(journal, number)
                    journal.backups.finish()
                assert len(told) == 2
                own_folder(path).unlink()
                save(journal, 9)
                journal.backups.finish()
                assert counts(path) == [("daily", 6)]

    def test_what_happened_before_anyone_listened_is_told(self, path: Path):
        fill(path)
        own_folder(path).write_text("in the way")
        told: list[str] = []
        with opened(path) as journal:
            save(journal, 5)
            journal.backups.finish()
            journal.backups.hear(told.append)
        assert len(told) == 1

    def test_a_journal_that_cannot_be_held_is_saved_to_all_the_same(self, path: Path, monkeypatch: pytest.MonkeyPatch):
        def refuse(path: Path, _passphrase: object) -> None:
            raise LockedError(path, "no")

        fill(path)
        told: list[str] = []
        with opened(path) as journal:
            monkeypatch.setattr("negojournal.storage.store.pinned", refuse)
            journal.backups.hear(told.append)
            save(journal, 5)
            assert journal.lists.tally(Filter()).negotiations == 3
        assert told == ["Today’s backup could not be made: no"]

    def test_a_damaged_journal_leaves_the_good_backups_alone(self, path: Path):
        fill(path)
        with opened(path) as journal:
            good = journal.backups.make()
        with opened(path) as journal, journal._store._database.writing() as connection:
            connection.exec_driver_sql("PRAGMA writable_schema = ON")
            connection.exec_driver_sql("UPDATE sqlite_master SET sql = replace(sql, '(outcome,', '(status,')")
        for one in listed(path):
            if one.kind is BackupKind.DAILY:
                one.path.unlink()
        told: list[str] = []
        with opened(path) as journal:
            journal.backups.hear(told.append)
            save(journal, 5)
            with pytest.raises(CorruptError):
                journal.backups.make()
        assert len(told) == 1
        assert "damaged" in told[0]
        assert listed(path) == (good,)

    def test_a_state_that_cannot_be_read_is_let_go(self, path: Path, monkeypatch: pytest.MonkeyPatch):
        from negojournal.storage.backup import Source

        closed: list[Source] = []

        def refuse(self: Source) -> bool:
            raise CorruptError(path, "no")

        fill(path)
        with opened(path) as journal:
            monkeypatch.setattr(Source, "is_empty", refuse)
            monkeypatch.setattr(Source, "close", lambda source: closed.append(source))  # noqa: PLW0108 - a method
            save(journal, 5)
        assert len(closed) == 1
        closed[0].connection.close()


class TestMake:
    def test_now(self, path: Path):
        fill(path)
        with opened(path) as journal:
            made = journal.backups.make()
            assert made == only(path)
            assert made.kind is BackupKind.MANUAL
            assert made.size == made.path.stat().st_size > 0
            seen = journal.backups.look_into(made)
            assert (seen.records, seen.state) == (2, BackupState.WHOLE)
            assert journal.backups.look_into(made) is seen

    def test_copied_after_midnight_it_is_still_of_the_day_before(self, path: Path, monkeypatch: pytest.MonkeyPatch):
        midnight, made_folder = threading.Event(), archive.made_folder

        def slow(folder: Path) -> None:
            assert midnight.wait(20)
            made_folder(folder)

        monkeypatch.setattr(archive, "made_folder", slow)
        fill(path)
        late = datetime.fromisoformat("2026-11-23T23:59:59").astimezone()
        with time_machine.travel(late, tick=False) as clock, opened(path) as journal:
            save(journal, 5)
            clock.shift(timedelta(seconds=2))
            midnight.set()
            save(journal, 6)
        assert [one.made_at.day for one in listed(path)] == [24, 23]

    def test_several_within_a_second_take_no_place_from_each_other(self, path: Path):
        fill(path)
        with time_machine.travel(NOON, tick=False), opened(path) as journal:
            assert len({journal.backups.make().path for _ in range(3)}) == 3
            assert len(journal.backups.all()) == 3

    @either
    def test_under_a_name_of_ones_own(self, path: Path, tmp_path: Path, passphrase: Passphrase | None):
        fill(path, 2, passphrase)
        with opened(path, passphrase) as journal:
            made = journal.backups.make(tmp_path / "mine.db")
        assert inspected(made, passphrase).records == 2
        assert listed(path) == ()

    def test_no_file_is_written_over(self, path: Path, tmp_path: Path):
        fill(path)
        taken = tmp_path / "mine.db"
        taken.write_text("mine")
        with opened(path) as journal:
            for target in (taken, path):
                with pytest.raises(UnreachableError, match="is there already"):
                    journal.backups.make(target)
        assert taken.read_text() == "mine"

    def test_after_the_clock_was_set_back_is_there(self, path: Path):
        fill(path)
        with time_machine.travel("2030-01-01T12:00", tick=False), opened(path) as journal:
            for _ in range(10):
                journal.backups.make()
        with opened(path) as journal:
            assert journal.backups.look_into(journal.backups.make()).records == 2

    def test_of_nothing_there_is_none(self, path: Path, journal: Journal):
        with opened(path) as empty, pytest.raises(NotFoundError, match="empty"):
            empty.backups.make()
        with pytest.raises(NotFoundError, match="in memory"):
            journal.backups.make()
        assert journal.backups.all() == ()
        assert journal.backups.sync_service() is None

    def test_stopped_half_way_the_old_ones_stay(self, path: Path):
        def stop(_done: int, _total: int) -> None:
            raise InterruptedByTestError

        fill(path)
        with opened(path) as journal:
            made = journal.backups.make()
            with pytest.raises(InterruptedByTestError):
                journal.backups.make(progress=stop)
            assert [one.name for one in own_folder(path).iterdir()] == [made.path.name]


class InterruptedByTestError(Exception):
    pass


class TestStates:
    def test_each_is_told(self, path: Path):
        fill(path, 40)
        with opened(path) as journal:
            made = journal.backups.make()
        old, name = made.path.read_bytes(), made.path.name
        folder = own_folder(path)
        fill(folder / "secret.db", 1, SECRET)
        (folder / "secret.db").rename(made.path)
        assert inspected(made, None).state is BackupState.LOCKED
        assert inspected(made, OTHER).state is BackupState.LOCKED
        made.path.write_bytes(old)
        assert inspected(made, None).records == 40
        made.path.write_bytes(old.replace(HEAD.encode(), b"9999"))
        assert inspected(made, None).state is BackupState.NEWER
        made.path.write_bytes(old[:100] + bytes(1000) + old[1100:])
        assert inspected(made, None).state is BackupState.DAMAGED
        made.path.write_text("no journal")
        with opened(path) as journal:
            assert journal.backups.look_into(made).state is BackupState.UNREADABLE
        (folder / name).unlink()
        assert inspected(made, None).state is BackupState.UNREADABLE

    def test_one_that_is_not_encrypted_needs_no_passphrase(self, path: Path):
        fill(path)
        with opened(path) as journal:
            made = journal.backups.make()
        assert inspected(made, SECRET).state is BackupState.WHOLE

    def test_a_journal_without_the_usual_ending_has_backups_of_its_own(self, tmp_path: Path):
        assert stem_of(tmp_path / "journal.db") == "journal"
        assert stem_of(tmp_path / "journal") == "journal."
        assert stem_of(tmp_path / "journal.sqlite") == "journal.sqlite"
        assert own_folder(tmp_path / "journal.sqlite") == tmp_path / "journal.sqlite-backups"

    def test_a_file_that_goes_while_it_is_listed_is_left_out(self, path: Path):
        fill(path)
        with opened(path) as journal:
            made = journal.backups.make()
        made.path.unlink()
        made.path.symlink_to(path.with_name("gone"))
        assert listed(path) == ()


class TestBefore:
    def test_an_import_is_preceded_by_a_backup(self, path: Path, tmp_path: Path):
        fill(tmp_path / "other.db", 9)
        with opened(tmp_path / "other.db") as other:
            other.exchange.export(tmp_path / "all.json")
        fill(path)
        with opened(path) as journal:
            journal.exchange.import_(tmp_path / "all.json", dry_run=True)
            assert counts(path) == []
            journal.exchange.import_(tmp_path / "all.json")
            assert ("import", 2) in counts(path)
            assert journal.lists.tally(Filter()).negotiations == 9
            journal.exchange.import_(tmp_path / "all.json")
        assert [kind for kind, _ in counts(path)].count("import") == 1

    def test_of_many_lots_only_the_first_is(self, path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
        monkeypatch.setattr("negojournal.service.intake.LOT", 2)
        fill(tmp_path / "other.db", 9)
        with opened(tmp_path / "other.db") as other:
            other.exchange.export(tmp_path / "all.json")
        fill(path)
        with opened(path) as journal:
            journal.exchange.import_(tmp_path / "all.json")
        assert [one for one in counts(path) if one[0] == "import"] == [("import", 2)]

    def test_so_is_one_without_a_negotiation(self, path: Path, tmp_path: Path):
        with opened(tmp_path / "other.db") as other:
            other.trends.save_milestone(build_milestone())
            other.exchange.export(tmp_path / "all.json")
        fill(path)
        with opened(path) as journal:
            journal.exchange.import_(tmp_path / "all.json")
        assert ("import", 2) in counts(path)

    def test_without_its_backup_nothing_is_imported(self, path: Path, tmp_path: Path):
        fill(tmp_path / "other.db", 9)
        with opened(tmp_path / "other.db") as other:
            other.exchange.export(tmp_path / "all.json")
        fill(path)
        own_folder(path).write_text("in the way")
        with opened(path) as journal:
            with pytest.raises(UnreachableError, match="Nothing was imported"):
                journal.exchange.import_(tmp_path / "all.json")
            assert journal.lists.tally(Filter()).negotiations == 2

    def test_into_an_empty_journal_no_backup_is_needed(self, path: Path, tmp_path: Path):
        fill(tmp_path / "other.db", 3)
        with opened(tmp_path / "other.db") as other:
            other.exchange.export(tmp_path / "all.json")
        own_folder(path).write_text("in the way")
        with opened(path) as journal:
            journal.exchange.import_(tmp_path / "all.json")
            assert journal.lists.tally(Filter()).negotiations == 3

    def test_a_migration_is_preceded_by_a_backup_of_the_old_schema(self, path: Path):
        shutil.copy(DATA / "schema-0001.db", path)
        with opened(path) as journal:
            total = journal.lists.tally(Filter()).negotiations
        assert counts(path) == [("migration", total)]
        before = only(path).path
        assert before.read_bytes().count(b"0001") >= (DATA / "schema-0001.db").read_bytes().count(b"0001") > 0
        assert count(before) == total

    def test_the_backup_before_the_migration_of_an_encrypted_journal_is_encrypted(self, path: Path):
        shutil.copy(DATA / "schema-0001.db", path)
        rekey(path, (None, SECRET))
        with opened(path, SECRET) as journal:
            total = journal.lists.tally(Filter()).negotiations
        assert counts(path, SECRET) == [("migration", total)]
        assert is_encrypted(only(path).path)

    def test_without_its_backup_no_schema_is_brought_up_to_date(self, path: Path):
        shutil.copy(DATA / "schema-0001.db", path)
        own_folder(path).write_text("in the way")
        before = path.read_bytes()
        with pytest.raises(UnreachableError, match="was left as it is"), opened(path):
            pass
        own_folder(path).unlink()
        assert not listed(path)
        with opened(path):
            pass
        assert [kind for kind, _ in counts(path)] == ["migration"]
        assert before.count(b"0001")


class TestSecondFolder:
    @pytest.fixture
    def disk(self, tmp_path: Path) -> Path:
        folder = tmp_path / "disk"
        folder.mkdir()
        return folder

    @either
    def test_gets_each_backup_too(self, path: Path, disk: Path, passphrase: Passphrase | None):
        fill(path, 2, passphrase)
        with opened(path, passphrase) as journal:
            assert journal.backups.second_folder() is None
            second = journal.backups.choose_second_folder(disk)
            assert journal.backups.second_folder() == second
            save(journal, 5)
            journal.backups.make()
        assert second is not None
        assert second.parent == disk
        found = [(one.kind.value, one.is_second) for one in listed(path)]
        assert sorted(found) == [("daily", False), ("daily", True), ("manual", False), ("manual", True)]
        assert all(is_encrypted(one.path) is (passphrase is not None) for one in listed(path))
        assert all(inspected(one, passphrase).state is BackupState.WHOLE for one in listed(path))

    def test_chosen_late_gets_todays_as_well(self, path: Path, disk: Path):
        fill(path)
        for number in (5, 6, 7):
            with opened(path) as journal:
                save(journal, number)
            if number == 5:
                choose_second_folder(path, disk)
        found = sorted((one.kind.value, one.is_second) for one in listed(path))
        assert found == [("daily", False), ("daily", True)]

    def test_gone_is_told_once_a_day_and_not_made_anew(self, path: Path, disk: Path):
        fill(path)
        second = choose_second_folder(path, disk)
        assert second is not None
        shutil.rmtree(disk)
        told: list[str] = []
        for number in (5, 6):
            with opened(path) as journal:
                journal.backups.hear(told.append)
                save(journal, number)
        assert counts(path) == [("daily", 2)]
        (sentence,) = told
        assert "second folder" in sentence
        assert str(second) in sentence
        assert not disk.exists()
        with opened(path) as journal:
            journal.backups.hear(told.append)
            journal.backups.make()
        assert len(told) == 2

    def test_that_cannot_be_written_is_told(self, path: Path, disk: Path):
        fill(path)
        second = choose_second_folder(path, disk)
        assert second is not None
        second.rmdir()
        second.write_text("in the way")
        told: list[str] = []
        with opened(path) as journal:
            journal.backups.hear(told.append)
            journal.backups.make()
        assert len(told) == 1

    def test_is_not_shared_between_journals(self, path: Path, tmp_path: Path, disk: Path):
        assert choose_second_folder(path, disk) != choose_second_folder(tmp_path / "journal.db", disk)
        assert second_folder(path) != second_folder(tmp_path / "journal.db")

    def test_is_remembered_outside_of_the_journal_for_the_owner_only(self, path: Path, disk: Path):
        made = choose_second_folder(path, disk)
        file = paths.backup_settings_file()
        assert json.loads(file.read_text()) == {str(path): str(made)}
        assert file.stat().st_mode & 0o777 == 0o600
        assert choose_second_folder(path, None) is None
        assert json.loads(file.read_text()) == {}
        assert second_folder(path) is None
        assert reachable_second(path) is None

    def test_must_be_there(self, path: Path, tmp_path: Path):
        with pytest.raises(UnreachableError, match="There is no folder"):
            choose_second_folder(path, tmp_path / "gone")

    @pytest.mark.parametrize("content", [b"[]", b"{", b"\xff\xfe"])
    def test_that_cannot_be_known_is_told_and_can_be_chosen_again(self, path: Path, disk: Path, content: bytes):
        file = paths.backup_settings_file()
        file.parent.mkdir(parents=True)
        file.write_bytes(content)
        with pytest.raises(FormatError, match="choose it again"):
            second_folder(path)
        fill(path)
        told: list[str] = []
        with opened(path) as journal:
            journal.backups.hear(told.append)
            save(journal, 5)
        assert counts(path) == [("daily", 2)]
        assert len(told) == 1
        assert choose_second_folder(path, disk) == second_folder(path)

    def test_is_known_for_a_journal_whose_name_is_no_text(self, tmp_path: Path, disk: Path):
        path = tmp_path / os.fsdecode(b"caf\xe9.db")
        assert choose_second_folder(path, disk) == second_folder(path)

    def test_whose_settings_cannot_be_opened_is_told(self, path: Path):
        paths.backup_settings_file().mkdir(parents=True)
        with pytest.raises(UnreachableError):
            second_folder(path)


KINDS: dict[BackupKind, Callable[[Journal], object]] = {
    BackupKind.DAILY: lambda journal: (save(journal, 50), journal.backups.finish()),
    BackupKind.IMPORT: lambda journal: journal.backups.before_import(),
    BackupKind.MANUAL: lambda journal: journal.backups.make(),
    BackupKind.RESTORE: lambda journal: journal.backups.restore(journal.backups.make().path),
}


class TestRestore:
    @either
    @pytest.mark.parametrize("kind", KINDS)
    def test_drill(self, path: Path, kind: BackupKind, passphrase: Passphrase | None):
        """Each kind of backup is made, the journal goes on and is broken, and the backup brings it back."""
        fill(path, 4, passphrase)
        with opened(path, passphrase) as journal:
            KINDS[kind](journal)
        with opened(path, passphrase) as journal:
            save(journal, 9)
        wanted = next(one for one in listed(path) if one.kind is kind)
        break_page(path)
        done = restore(path, wanted.path, passphrase)
        assert count(path, passphrase) == 4
        assert done.aside is not None
        assert done.passphrase == passphrase
        assert is_encrypted(path) is (passphrase is not None)

    def test_drill_of_a_migration(self, path: Path):
        shutil.copy(DATA / "schema-0001.db", path)
        with opened(path) as journal:
            total = journal.lists.tally(Filter()).negotiations
            save(journal, 99)
        break_page(path)
        wanted = next(one for one in listed(path) if one.kind is BackupKind.MIGRATION)
        restore(path, wanted.path)
        assert count(path) == total

    @either
    def test_in_an_open_journal_keeps_the_present_one_aside(self, path: Path, passphrase: Passphrase | None):
        fill(path, 2, passphrase)
        with opened(path, passphrase) as journal:
            made = journal.backups.make()
            save(journal, 5)
            done = journal.backups.restore(made.path)
            assert done.aside is not None
            assert done.passphrase == passphrase
            assert journal.lists.tally(Filter()).negotiations == 2
        assert done.aside.name.startswith("journal-before-restore-")
        assert count(done.aside, passphrase) == 3
        assert done.aside in [one.path for one in listed(path) if one.kind is BackupKind.RESTORE]

    def test_can_be_taken_back_by_restoring_what_was_kept_aside(self, path: Path):
        fill(path)
        with opened(path) as journal:
            made = journal.backups.make()
            save(journal, 5)
        done = restore(path, made.path)
        assert done.aside is not None
        again = restore(path, done.aside)
        assert count(path) == 3
        assert again.aside != done.aside

    def test_where_the_journal_is_gone(self, path: Path):
        fill(path)
        with opened(path) as journal:
            made = journal.backups.make()
        path.unlink()
        assert restore(path, made.path).aside is None
        assert count(path) == 2

    def test_of_a_link_exchanges_what_it_leads_to(self, path: Path, tmp_path: Path):
        fill(path)
        with opened(path) as journal:
            made = journal.backups.make()
            save(journal, 5)
        link = tmp_path / "link.db"
        link.symlink_to(path)
        assert [one.path for one in listed(link)] == [one.path for one in listed(path)]
        restore(link, made.path)
        assert link.is_symlink()
        assert count(path) == 2

    @pytest.mark.parametrize("damage", ["cut", "page", "text", "empty"])
    def test_of_a_broken_backup_leaves_all_as_it_was(self, path: Path, damage: str):
        fill(path, 30)
        with opened(path) as journal:
            made = journal.backups.make()
            save(journal, 99)
        content = made.path.read_bytes()
        made.path.write_bytes(
            {
                "cut": content[: len(content) // 2],
                "page": content[:5000] + os.urandom(9000) + content[14000:],
                "text": b"words",
                "empty": b"",
            }[damage]
        )
        names = {one.name for one in path.parent.iterdir()}
        with pytest.raises((CorruptError, NotFoundError, NotJournalError)):
            restore(path, made.path)
        assert {one.name for one in path.parent.iterdir()} == names
        assert count(path) == 31

    def test_of_the_journal_itself_is_refused(self, path: Path):
        fill(path)
        with opened(path) as journal, pytest.raises(UnreachableError, match="journal itself"):
            journal.backups.restore(path)
        assert count(path) == 2

    def test_while_another_program_has_the_journal_open_is_refused(self, path: Path, monkeypatch: pytest.MonkeyPatch):
        monkeypatch.setattr("negojournal.storage.connection.BUSY_SECONDS", 0.05)
        fill(path)
        with opened(path) as journal, opened(path) as other:
            made = journal.backups.make()
            save(other, 5)
            with pytest.raises(LockedError):
                journal.backups.restore(made.path)
            save(journal, 6)
            save(other, 7)
            assert journal.lists.tally(Filter()).negotiations == 5
        assert not any("part" in one.name or "restore" in one.name for one in path.parent.iterdir())

    def test_without_room_the_journal_is_named(self, path: Path, monkeypatch: pytest.MonkeyPatch):
        from negojournal.storage.backup import Source

        def refuse(_self: Source, target: Path, *_given: object) -> None:
            raise FullError(target, f"There is no room left to write {target}.")

        fill(path)
        with opened(path) as journal:
            made = journal.backups.make()
            monkeypatch.setattr(Source, "copy_to", refuse)
            with pytest.raises(FullError) as caught:
                journal.backups.restore(made.path)
        assert (caught.value.path, str(caught.value)) == (path, f"There is no room left to write {path}.")

    def test_stopped_half_way_leaves_all_as_it_was(self, path: Path):
        def stop(_done: int, _total: int) -> None:
            raise InterruptedByTestError

        fill(path)
        with opened(path) as journal:
            made = journal.backups.make()
            save(journal, 5)
            with pytest.raises(InterruptedByTestError):
                journal.backups.restore(made.path, progress=stop)
            assert journal.lists.tally(Filter()).negotiations == 3


class TestRestoreWithPassphrase:
    def test_a_plain_backup_of_an_encrypted_journal_is_encrypted_on_the_way(self, path: Path, tmp_path: Path):
        fill(path, 2, SECRET)
        fill(tmp_path / "plain.db", 5)
        with opened(path, SECRET) as journal:
            assert journal.backups.restore(tmp_path / "plain.db").passphrase == SECRET
        assert is_encrypted(path)
        assert count(path, SECRET) == 5

    def test_nothing_of_a_plain_backup_can_be_read_on_the_way(self, path: Path, tmp_path: Path, monkeypatch):
        """Whoever ends the program then leaves no such file behind."""
        readable: set[Path] = set()

        def look(*_about: object) -> None:
            readable.update(one for one in path.parent.iterdir() if is_plain(one) and one.stem != "plain")

        monkeypatch.setattr("negojournal.storage.backup.settle_file", look)
        fill(path, 2, SECRET)
        fill(tmp_path / "plain.db", 5)
        with opened(path, SECRET) as journal:
            journal.backups.restore(tmp_path / "plain.db", progress=look)
        look()
        assert readable == set()

    def test_an_older_passphrase_opens_the_backup_and_the_present_one_the_journal(self, path: Path, tmp_path: Path):
        fill(path, 2, SECRET)
        fill(tmp_path / "older.db", 5, OTHER)
        with opened(path, SECRET) as journal:
            with pytest.raises(WrongPassphraseError):
                journal.backups.restore(tmp_path / "older.db")
            assert journal.backups.restore(tmp_path / "older.db", OTHER).passphrase == SECRET
        assert count(path, SECRET) == 5

    def test_an_encrypted_backup_of_a_plain_journal_stays_encrypted(self, path: Path, tmp_path: Path):
        fill(path, 2)
        fill(tmp_path / "secret.db", 5, OTHER)
        with opened(path) as journal:
            with pytest.raises(EncryptedError):
                journal.backups.restore(tmp_path / "secret.db")
            assert journal.backups.restore(tmp_path / "secret.db", OTHER).passphrase == OTHER
        assert count(path, OTHER) == 5

    def test_a_broken_encrypted_journal_is_encrypted_after_a_plain_backup_too(self, path: Path, tmp_path: Path):
        fill(path, 2, SECRET)
        fill(tmp_path / "plain.db", 5)
        break_page(path)
        assert restore(path, tmp_path / "plain.db", SECRET).passphrase == SECRET
        assert count(path, SECRET) == 5


def test_where_a_backup_would_have_too_long_a_name_the_work_goes_on_and_that_is_told(path: Path):
    path = path.with_name(f"{'n' * 230}.db")
    fill(path)
    told: list[str] = []
    with time_machine.travel(NOON + timedelta(days=400)), opened(path) as journal:
        journal.backups.hear(told.append)
        save(journal, 7)
        journal.backups.finish()
    assert count(path) == 3
    assert "File name too long" in told[0]
    with pytest.raises(UnreachableError):
        restore(path, DATA / "schema-0002.db")
