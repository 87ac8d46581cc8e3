"""Set, change and take off the passphrase: the journal stays in use, its backups follow, and no word can be read."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import keyring
import pytest
from keyring.backend import KeyringBackend

from negojournal.domain.filter import Filter
from negojournal.domain.passphrase import Passphrase
from negojournal.errors import (
    EncryptedError,
    FullError,
    InvalidError,
    JournalError,
    LockedError,
    NotFoundError,
    WrongPassphraseError,
)
from negojournal.paths import resource_folder
from negojournal.service import keychain
from negojournal.service.backup_folder import own_folder
from negojournal.service.file import is_encrypted
from negojournal.service.journal import Journal, open_journal
from negojournal.service.passphrase import NO_WAY_BACK, WARNING, has_agreed
from negojournal.service.second_folder import choose_second_folder
from tests.builders import build_full_record, build_record

OLD = Passphrase("the bridge is grün")
NEW = Passphrase("the bridge is blau")
MARK = "Marzipanfabrik"

pytestmark = pytest.mark.usefixtures("quick_keys")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "journal.db"


@contextmanager
def opened(path: Path, passphrase: Passphrase | None = None) -> Iterator[Journal]:
    path.parent.mkdir(exist_ok=True)
    with closing(open_journal(path, resource_folder(), None, passphrase)) as journal:
        yield journal


def backups_of(path: Path) -> list[Path]:
    return [file for file in path.parent.rglob("*.db") if file != path]


def readable(folder: Path) -> list[Path]:
    """Return the files in which the mark can be read, in whatever case or encoding."""
    return [file for file in folder.rglob("*") if file.is_file() and has_mark(file.read_bytes())]


def has_mark(content: bytes) -> bool:
    words = {word.encode(code) for word in (MARK, MARK.lower(), MARK.upper()) for code in ("utf-8", "utf-16-le")}
    return any(word in content for word in words)


def keep(journal: Journal, number: int) -> None:
    journal.records.save(build_full_record(number, title=f"{MARK} {number}", follows=None))


def count(path: Path, passphrase: Passphrase | None) -> int:
    with opened(path, passphrase) as journal:
        return journal.lists.tally(Filter(search=MARK)).negotiations


def test_the_journal_goes_on_and_its_backups_follow(path: Path) -> None:
    with opened(path) as journal:
        keep(journal, 1)
        journal.backups.make()
        assert not journal.passphrase.is_set
        assert journal.passphrase.set(OLD, NO_WAY_BACK).passphrase == OLD
        assert journal.passphrase.is_set
        assert journal.passphrase.present == OLD
        assert journal.is_encrypted
        keep(journal, 2)
        journal.backups.make()
        assert readable(path.parent) == []
        assert len(backups_of(path)) >= 2
        assert journal.passphrase.change(OLD, NEW).left == ()
        keep(journal, 3)
        assert journal.history.undo() is not None
        assert all(is_encrypted(file) for file in backups_of(path))
        for backup in journal.backups.all():
            assert journal.backups.look_into(backup).records in {1, 2}
        assert journal.history.redo() is not None
        assert journal.passphrase.remove(NEW).passphrase is None
        keep(journal, 4)
        assert not any(is_encrypted(file) for file in backups_of(path))
    assert count(path, None) == 4


def test_what_is_said_before_it_is_agreed_to_by_typing(path: Path) -> None:
    assert "no back door" in WARNING
    assert has_agreed(f"  {NO_WAY_BACK.upper()}. ")
    assert not has_agreed("yes")
    with opened(path) as journal:
        for agreed in ("", "yes", WARNING):
            with pytest.raises(InvalidError) as caught:
                journal.passphrase.set(OLD, agreed)
            assert [problem.field for problem in caught.value.problems] == ["agreed"]
            assert NO_WAY_BACK in str(caught.value)
        assert not journal.is_encrypted


def test_a_poor_passphrase_is_refused_beside_its_field(path: Path) -> None:
    with opened(path) as journal:
        with pytest.raises(InvalidError) as caught:
            journal.passphrase.set(Passphrase("short"), "")
        assert [problem.field for problem in caught.value.problems] == ["passphrase", "agreed"]
        journal.passphrase.set(OLD, NO_WAY_BACK)
        for poor in (Passphrase(""), OLD):
            with pytest.raises(InvalidError) as caught:
                journal.passphrase.change(OLD, poor)
            assert [problem.field for problem in caught.value.problems] == ["passphrase"]


@pytest.mark.parametrize(
    ("do", "kind"),
    [
        (lambda secrecy: secrecy.change(NEW, Passphrase("yet another one")), WrongPassphraseError),
        (lambda secrecy: secrecy.remove(NEW), WrongPassphraseError),
        (lambda secrecy: secrecy.set(NEW, NO_WAY_BACK), JournalError),
    ],
)
def test_only_who_knows_the_passphrase_changes_it(path: Path, do: Callable[..., object], kind: type[Exception]) -> None:
    with opened(path) as journal:
        journal.passphrase.set(OLD, NO_WAY_BACK)
        before = path.read_bytes()
        with pytest.raises(kind):
            do(journal.passphrase)
        assert path.read_bytes() == before
        keep(journal, 1)
    assert count(path, OLD) == 1


def test_without_a_passphrase_there_is_none_to_change(path: Path, journal: Journal) -> None:
    with opened(path) as plain:
        for one in (plain, journal):
            with pytest.raises(JournalError, match="no passphrase"):
                one.passphrase.change(OLD, NEW)
            with pytest.raises(JournalError, match="no passphrase"):
                one.passphrase.remove(OLD)
    with pytest.raises(JournalError, match="thrown away"):
        journal.passphrase.set(OLD, NO_WAY_BACK)
    journal.passphrase.settle()
    assert journal.passphrase.readable == ()


def test_while_another_program_has_it_open_it_stays_as_it_is(path: Path) -> None:
    with opened(path) as journal, opened(path) as other:
        keep(journal, 1)
        with pytest.raises(LockedError):
            journal.passphrase.set(OLD, NO_WAY_BACK)
        assert not journal.is_encrypted
        keep(journal, 2)
        keep(other, 3)
        assert len(readable(path.parent)) >= 1
    assert count(path, None) == 3


def test_another_program_that_looked_at_it_before_is_told(path: Path) -> None:
    """It has let go of the file, and opens it again."""
    with opened(path) as journal:
        journal.passphrase.set(OLD, NO_WAY_BACK)
        with pytest.raises(EncryptedError), opened(path):
            pass


def test_a_backup_in_the_second_folder_follows_now_or_when_it_is_there(path: Path, tmp_path: Path) -> None:
    (tmp_path / "stick").mkdir()
    with opened(path) as journal:
        keep(journal, 1)
        second = choose_second_folder(path, tmp_path / "stick")
        assert second is not None
        made = journal.backups.make()
        shutil.copy(made.path, second / made.path.name)
        second.rename(tmp_path / "away")
        assert journal.passphrase.set(OLD, NO_WAY_BACK).left == (second,)
        (tmp_path / "away").rename(second)
    assert readable(tmp_path / "stick")
    with opened(path, OLD) as journal:
        assert journal.passphrase.readable == ()
        assert not readable(tmp_path)
        assert journal.passphrase.change(OLD, NEW).left == ()
    assert all(is_encrypted(file) for file in second.glob("*.db"))


def test_a_plain_file_in_the_place_of_an_encrypted_journal_is_doubted(path: Path, tmp_path: Path) -> None:
    with opened(path) as journal:
        keep(journal, 1)
        assert not journal.passphrase.is_doubtful
    plain = path.read_bytes()
    with opened(path) as journal:
        journal.passphrase.set(OLD, NO_WAY_BACK)
        journal.backups.make()
    with opened(path, OLD) as journal:
        assert not journal.passphrase.is_doubtful
    path.rename(tmp_path / "stolen.db")
    path.write_bytes(plain)
    with opened(path) as journal:
        assert journal.passphrase.is_doubtful
    (tmp_path / "stolen.db").replace(path)
    with opened(path, OLD) as journal:
        journal.passphrase.remove(OLD)
    with opened(path) as journal:
        assert not journal.passphrase.is_doubtful


def test_what_cannot_be_encrypted_is_told_at_every_opening(path: Path) -> None:
    with opened(path) as journal:
        keep(journal, 1)
        damaged = journal.backups.make().path
        content = damaged.read_bytes()
        damaged.write_bytes(content[: len(content) // 2])
        assert damaged in journal.passphrase.set(OLD, NO_WAY_BACK).left
    with opened(path, OLD) as journal:
        assert journal.passphrase.readable == (damaged,)
    damaged.unlink()
    with opened(path, OLD) as journal:
        assert journal.passphrase.readable == ()


def test_what_never_became_a_backup_is_taken_away(path: Path, tmp_path: Path) -> None:
    (tmp_path / "stick").mkdir()
    with opened(path) as journal:
        keep(journal, 1)
        second = choose_second_folder(path, tmp_path / "stick")
        assert second is not None
        journal.backups.make()
        for folder in (own_folder(path), second):
            folder.joinpath(".journal-2026-01-01-101010-daily.db.abcd0123.part").write_text(MARK, "utf-8")
            folder.joinpath(".journal-2026-01-01-101010-daily.db.abcd0123.part-journal").write_text(MARK, "utf-8")
        journal.passphrase.set(OLD, NO_WAY_BACK)
    assert not readable(tmp_path)


def test_what_a_killed_restore_left_readable_is_gone_at_the_next_opening(path: Path) -> None:
    """A backup of the time before the passphrase is copied first and encrypted then."""
    with opened(path) as journal:
        keep(journal, 1)
        journal.backups.make()
        plain = backups_of(path)[0].read_bytes()
        journal.passphrase.set(OLD, NO_WAY_BACK)
    left = [
        path.with_name(".journal.db.abcd0123.part"),
        path.with_name(".journal-before-restore-2026-01-01-101010.db.abcd0123.part"),
        own_folder(path) / ".journal-2026-01-01-101010-manual.db.1.part",
    ]
    busy = own_folder(path) / ".journal-2026-01-01-111111-daily.db.2.part"
    for file in left:
        file.write_bytes(plain)
    busy.touch()
    with opened(path, OLD):
        assert not readable(path.parent)
        assert busy.exists()


def test_settings_of_backups_that_cannot_be_read_stop_nothing(path: Path, monkeypatch) -> None:
    from negojournal.paths import backup_settings_file

    backup_settings_file().parent.mkdir(parents=True)
    backup_settings_file().write_text("[", "utf-8")
    with opened(path) as journal:
        assert journal.passphrase.set(OLD, NO_WAY_BACK).left == ()


def test_what_is_remembered_follows_the_change(path: Path) -> None:
    class Kept(KeyringBackend):
        priority = 5
        secrets: dict[str, str] = {}  # noqa: RUF012 - of one test

        def set_password(self, service: str, username: str, password: str) -> None:
            self.secrets[username] = password

        def get_password(self, service: str, username: str) -> str | None:
            return self.secrets.get(username)

        def delete_password(self, service: str, username: str) -> None:
            del self.secrets[username]

    before = keyring.get_keyring()
    keyring.set_keyring(Kept())
    try:
        with opened(path) as journal:
            journal.passphrase.set(OLD, NO_WAY_BACK)
            assert keychain.recall(path) is None
            keychain.remember(path, OLD)
            journal.passphrase.change(OLD, NEW)
            assert keychain.recall(path) == NEW
            journal.passphrase.remove(NEW)
            assert keychain.recall(path) is None
    finally:
        keyring.set_keyring(before)


def test_a_full_disk_is_said_and_the_journal_goes_on(path: Path, monkeypatch) -> None:
    from negojournal.storage import conversion

    def fill_up(_source: object, part: Path, _passphrase: Passphrase | None) -> None:
        part.write_bytes(b"as much as there was room for")
        raise FullError(part, "There is no room left.")

    with opened(path) as journal:
        keep(journal, 1)
        with monkeypatch.context() as patch:
            patch.setattr(conversion, "_export", fill_up)
            with pytest.raises(FullError):
                journal.passphrase.set(OLD, NO_WAY_BACK)
        assert not list(path.parent.rglob("*.part"))
        keep(journal, 2)
        with pytest.raises(NotFoundError):
            journal.records.get(build_record(7).id)
    assert count(path, None) == 2


USE = """
import sys
from pathlib import Path
from negojournal.domain.draft import Draft
from negojournal.domain.filter import Filter
from negojournal.domain.moment import Moment
from negojournal.domain.passphrase import Passphrase
from negojournal.paths import resource_folder
from negojournal.service.journal import open_journal
from negojournal.service.passphrase import NO_WAY_BACK
from tests.builders import build_full_record
from tests.quick_key import derive_keys_quickly

derive_keys_quickly()
path, key, mark = Path(sys.argv[1]), Passphrase(sys.argv[2]), sys.argv[3]

def keep(number):
    record = build_full_record(number, title=f"{mark} {number}", tags=(mark,), counterparts=(mark,), follows=None)
    journal.records.save(record)
    return record

journal = open_journal(path, resource_folder())
for number in range(40):
    keep(number)
journal.backups.make()
if key.text:
    journal.passphrase.set(key, NO_WAY_BACK)
for number in range(40, 80):
    keep(number)
draft = keep(80)
journal.drafts.keep(Draft(draft, mark, is_new=False, saved_at=Moment("2026-02-01T10:00:00+00:00")))
journal.backups.make()
journal.records.delete([keep(81).id])
journal.history.undo()
assert journal.lists.tally(Filter(search=mark)).negotiations == 82
journal.lists.page(Filter(), limit=90)
print("in use", flush=True)
sys.stdin.readline()
"""


@contextmanager
def in_use(folder: Path, path: Path, passphrase: str) -> Iterator[int]:
    """Give the number of a process that uses a journal, at home in a folder; it is killed."""
    path.parent.mkdir()
    (folder / "temporary").mkdir()
    folders = {f"XDG_{kind}_HOME": str(folder / kind.lower()) for kind in ("DATA", "CONFIG", "STATE", "CACHE")}
    environment = {**os.environ, **folders, "HOME": str(folder), "TMPDIR": str(folder / "temporary")}
    command = [sys.executable, "-c", USE, str(path), passphrase, MARK]
    with subprocess.Popen(
        command, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as program:
        assert program.stdout
        assert program.stdout.readline() == "in use\n"
        assert path.with_name("journal.db-wal").stat().st_size
        assert len(backups_of(path)) >= 2
        yield program.pid
        program.kill()
    assert path.with_name("journal.db-wal").stat().st_size


@pytest.mark.slow
def test_no_word_can_be_read_in_any_file_in_use_or_after_a_kill(path: Path, tmp_path: Path) -> None:
    """The journal, its log, its backups, the temporary folder, the logs, and files without a name."""
    with in_use(tmp_path, path, OLD.text) as process:
        assert readable(tmp_path) == []
        assert not any(has_mark(content) for content in nameless(process))
    assert readable(tmp_path) == []
    assert count(path, OLD) == 82
    assert readable(tmp_path) == []


@pytest.mark.slow
def test_the_word_is_found_where_nothing_is_encrypted(path: Path, tmp_path: Path) -> None:
    """What finds no word above would find it."""
    with in_use(tmp_path, path, ""):
        pass
    assert {path, path.with_name("journal.db-wal"), *backups_of(path)} <= {*readable(tmp_path)}


def nameless(process: int) -> Iterator[bytes]:
    """Yield what is in the open files of a process that have lost their name."""
    folder = Path(f"/proc/{process}/fd")
    for descriptor in folder.iterdir() if folder.is_dir() else ():
        if str(descriptor.readlink()).endswith("(deleted)"):
            yield descriptor.read_bytes()
