"""`backup`, `backups`, `restore` and `check`."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from negojournal.cli.backup import size_text
from negojournal.domain.passphrase import Passphrase
from negojournal.paths import resource_folder
from negojournal.service.backup_folder import own_folder
from negojournal.service.journal import open_journal
from negojournal.service.second_folder import choose_second_folder
from tests.builders import build_record
from tests.cli.conftest import Command, assert_problem

SECRET = "correct horse battery"


def fill(path: Path, number: int, passphrase: str | None = None) -> None:
    journal = open_journal(path, resource_folder(), None, Passphrase(passphrase) if passphrase else None)
    for one in range(number):
        journal.records.save(build_record(one))
    journal.close()


def break_file(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[5000:9000] = os.urandom(4000)
    path.write_bytes(content)


def test_a_backup_is_made_listed_and_restored(command: Command, path: Path) -> None:
    fill(path, 3)
    said = command("backup")
    assert (said.status, said.err) == (0, "")
    assert "-manual.db: 3 negotiations, " in said.out
    assert command("log", "Later").status == 0
    listed = json.loads(command("backups", "--json").out)
    assert {one["kind"] for one in listed} == {"daily", "manual"}
    assert [(one["negotiations"], one["state"], one["second"]) for one in listed] == [(3, "whole", False)] * 2
    table = command("backups").out.splitlines()
    assert table[0].split() == ["made", "for", "where", "negotiations", "size"]
    assert len(table) == 3
    said = command("restore", Path(listed[1]["path"]).name)
    assert (said.status, said.err) == (0, "")
    assert said.out.startswith("Restored: 3 negotiations\nThe journal as it was before is kept as ")
    assert len(json.loads(command("list", "--json").out)) == 3
    (aside,) = (one for one in json.loads(command("backups", "--json").out) if one["kind"] == "restore")
    assert command("restore", aside["path"]).out.startswith("Restored: 4 negotiations")


def test_a_backup_goes_to_a_file_of_ones_own(command: Command, path: Path, tmp_path: Path) -> None:
    fill(path, 2)
    said = command("backup", tmp_path / "mine.db")
    assert said.out.startswith(f"{tmp_path / 'mine.db'}: 2 negotiations")
    assert_problem(command("backup", tmp_path / "mine.db"), "is there already")
    assert_problem(command("backup", tmp_path / "gone" / "mine.db"), "gone")
    assert command("backups").out == "No backups yet; one is made before the first change of a day.\n"


def test_an_empty_journal_has_nothing_to_back_up(command: Command) -> None:
    assert_problem(command("backup"), "nothing to back up")


def test_a_broken_journal_is_listed_checked_and_restored(command: Command, path: Path) -> None:
    fill(path, 40)
    command("backup")
    break_file(path)
    assert len(json.loads(command("backups", "--json").out)) == 1
    checked = command("check")
    assert checked.status == 1
    assert "contradicts itself" in checked.err or "damaged" in checked.err
    name = json.loads(command("backups", "--json").out)[0]["path"]
    assert command("restore", name).status == 0
    checked = command("check")
    assert (checked.status, checked.err) == (0, "")


def test_a_journal_that_is_gone_is_restored(command: Command, path: Path) -> None:
    fill(path, 2)
    command("backup")
    path.unlink()
    name = json.loads(command("backups", "--json").out)[0]["path"]
    assert command("restore", name).out == "Restored: 2 negotiations\n"


def test_what_cannot_be_restored_is_told(command: Command, path: Path, tmp_path: Path) -> None:
    fill(path, 2)
    (tmp_path / "words.db").write_text("words")
    assert_problem(command("restore", tmp_path / "words.db"), "words.db")
    assert_problem(command("restore", "gone.db"), "no backup of that name")
    assert_problem(command("restore", path), "journal itself")
    assert len(json.loads(command("list", "--json").out)) == 2


def test_check_says_what_there_is(command: Command, path: Path) -> None:
    fill(path, 2)
    said = command("check")
    assert (said.status, said.out, said.err) == (0, "2 negotiations\nNo backup yet\nSound\n", "")
    command("backup")
    assert "Newest backup: " in command("check").out
    (broken,) = own_folder(path).iterdir()
    broken.write_text("words")
    said = command("check")
    assert said.status == 1
    assert said.err == f"The backup {broken} can’t be used: it is not readable.\n"
    assert_problem_of_gone = command("--journal", path.with_name("gone.db"), "check")
    assert assert_problem_of_gone.status == 1
    assert not path.with_name("gone.db").exists()


def test_check_gives_hints(command: Command, path: Path, tmp_path: Path) -> None:
    fill(path, 2)
    (tmp_path / ".stfolder").mkdir()
    (tmp_path / "disk").mkdir()
    second = choose_second_folder(path, tmp_path / "disk")
    assert second is not None
    second.rmdir()
    said = command("check")
    assert said.status == 0
    assert "Syncthing keeps the journal’s folder" in said.out
    assert "out of reach" in said.out


def test_a_second_folder_that_is_gone_is_told_and_the_review_kept(command: Command, path: Path, tmp_path: Path) -> None:
    fill(path, 2)
    (tmp_path / "disk").mkdir()
    second = choose_second_folder(path, tmp_path / "disk")
    assert second is not None
    second.rmdir()
    said = command("log", "Kept")
    assert said.status == 0
    assert said.err.count("\n") == 1
    assert str(second) in said.err
    assert command("log", "Kept too").err == ""


def test_the_sample_has_no_backups(bare: Command, tmp_path: Path) -> None:
    for words in (("backups",), ("restore", tmp_path), ("check",)):
        assert bare("--demo", *words).status == 2
    assert bare("--demo", "backup").status == 1


@pytest.mark.usefixtures("quick_keys")
class TestPassphrase:
    @pytest.fixture
    def key(self, tmp_path: Path) -> Path:
        file = tmp_path / "passphrase"
        file.write_text(SECRET)
        return file

    def test_opens_journal_and_backups(self, command: Command, path: Path, key: Path) -> None:
        fill(path, 3, SECRET)
        made = command("--passphrase-file", key, "backup")
        assert made.status == 0
        name = json.loads(command("--passphrase-file", key, "backups", "--json").out)[0]["path"]
        assert command("--passphrase-file", key, "check").status == 0
        assert command("--passphrase-file", key, "restore", name).out.startswith("Restored: 3 negotiations")
        assert_problem(command("restore", name), "--passphrase-file")

    def test_opens_the_backup_where_the_journal_is_gone(self, command: Command, path: Path, key: Path) -> None:
        fill(path, 3, SECRET)
        command("--passphrase-file", key, "backup", path.with_name("mine.db"))
        path.unlink()
        assert command("--passphrase-file", key, "restore", path.with_name("mine.db")).status == 0
        assert command("--passphrase-file", key, "check").status == 0

    def test_is_refused_where_nothing_is_encrypted(self, command: Command, path: Path, key: Path) -> None:
        fill(path, 3)
        command("backup", path.with_name("mine.db"))
        said = command("--passphrase-file", key, "restore", path.with_name("mine.db"))
        assert_problem(said, "is encrypted")
        assert command("check").status == 0


@pytest.mark.parametrize(("size", "words"), [(1, "1 kB"), (999_999, "1000 kB"), (2_340_000, "2.3 MB")])
def test_a_size_in_words(size: int, words: str) -> None:
    assert size_text(size) == words
