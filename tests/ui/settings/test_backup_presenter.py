"""What the settings of backups do, over a real journal, without a window."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from negojournal import paths
from negojournal.domain.passphrase import Passphrase
from negojournal.domain.retention import BackupKind
from negojournal.errors import LockedError
from negojournal.service.backup_folder import Backup, own_folder
from negojournal.service.journal import Journal, open_journal
from negojournal.service.restoring import Restored
from negojournal.ui.settings.backup.presenter import MAKING, RESTORING, BackupPresenter, Overview
from tests.builders import build_record
from tests.ui.fakes import SyncTasks


@dataclass
class FakeView:
    overview: Overview | None = None
    contents: list[Backup] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
    second_problems: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    in_memory: bool = False

    def show_memory(self) -> None:
        self.in_memory = True

    def show_overview(self, overview: Overview) -> None:
        self.overview = overview

    def show_content(self, backup: Backup) -> None:
        self.contents.append(backup)

    def show_problem(self, sentence: str) -> None:
        self.problems.append(sentence)

    def show_second_problem(self, sentence: str) -> None:
        self.second_problems.append(sentence)

    def ask_passphrase(self, sentence: str) -> None:
        self.asked.append(sentence)


@dataclass
class Desk:
    journal: Journal
    view: FakeView = field(default_factory=FakeView)
    tasks: SyncTasks = field(default_factory=SyncTasks)
    replaced: list[Restored] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.presenter = BackupPresenter(self.view, self.tasks, self.replaced.append)

    def backups(self) -> tuple[Backup, ...]:
        assert self.view.overview is not None
        return self.view.overview.backups


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "journal.db"


@pytest.fixture
def desk(path: Path) -> Iterator[Desk]:
    journal = open_journal(path, paths.resource_folder())
    for number in range(3):
        journal.records.save(build_record(number))
    made = Desk(journal)
    made.presenter.show_journal(journal)
    yield made
    journal.close()


def test_before_the_journal_is_there_nothing_happens() -> None:
    view, tasks = FakeView(), SyncTasks(held=True)
    presenter = BackupPresenter(view, tasks, lambda _restored: None)
    presenter.refresh()
    presenter.make()
    presenter.restore(Path("x"))
    presenter.choose_second(None)
    assert not tasks.waiting


def test_a_journal_in_memory_has_none() -> None:
    journal = open_journal(None, paths.resource_folder())
    desk = Desk(journal)
    desk.presenter.show_journal(journal)
    desk.presenter.refresh()
    assert desk.view.in_memory
    assert desk.view.overview is None
    journal.close()


def test_without_backups_there_is_an_empty_list(desk: Desk) -> None:
    desk.presenter.refresh()
    assert desk.view.overview == Overview(())
    assert not desk.view.contents


def test_one_is_made_listed_and_looked_into(desk: Desk) -> None:
    desk.presenter.make()
    desk.presenter.make()
    assert desk.tasks.titles == [MAKING, MAKING]
    assert [one.kind for one in desk.backups()] == [BackupKind.MANUAL] * 2
    assert [one.records for one in desk.view.contents] == [3, 3, 3]
    assert desk.view.problems == ["", ""]


def test_the_list_is_there_before_anything_is_looked_into(desk: Desk) -> None:
    desk.journal.backups.make()
    desk.journal.backups.make()
    desk.tasks.held = True
    desk.presenter.refresh()
    desk.tasks.answer_all()
    assert len(desk.backups()) == 2
    assert not desk.view.contents
    desk.tasks.answer_all()
    assert len(desk.view.contents) == 1
    desk.tasks.answer_all()
    desk.tasks.answer_all()
    assert len(desk.view.contents) == 2


def test_why_none_was_made_is_told(desk: Desk, path: Path) -> None:
    own_folder(path).write_text("in the way")
    desk.presenter.make()
    assert "backups" in desk.view.problems[-1]
    assert desk.view.overview is None


def test_one_is_restored(desk: Desk) -> None:
    desk.presenter.make()
    desk.journal.records.save(build_record(9))
    desk.presenter.restore(desk.backups()[0].path)
    assert desk.tasks.titles[-1] == RESTORING
    (restored,) = desk.replaced
    assert restored.records == 3
    assert restored.aside is not None


def test_why_one_was_not_restored_is_told(desk: Desk, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_given: object) -> None:
        raise LockedError(path, "Held by another program.")

    monkeypatch.setattr(desk.journal.backups, "restore", refuse)
    desk.presenter.restore(path)
    assert desk.view.problems == ["", "Held by another program."]
    assert not desk.replaced


@pytest.mark.usefixtures("quick_keys")
def test_what_opens_an_encrypted_backup_is_asked_for(desk: Desk, tmp_path: Path) -> None:
    secret = Passphrase("correct horse battery")
    other = open_journal(tmp_path / "other.db", paths.resource_folder(), None, secret)
    other.records.save(build_record(1))
    other.close()
    desk.presenter.restore(tmp_path / "other.db")
    desk.presenter.restore(tmp_path / "other.db", Passphrase("another one"))
    assert len(desk.view.asked) == 2
    desk.presenter.restore(tmp_path / "other.db", secret)
    assert desk.replaced[0].passphrase == secret


def test_a_second_folder_is_chosen_and_given_up(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "disk").mkdir()
    desk.presenter.choose_second(tmp_path / "disk")
    assert desk.view.overview is not None
    assert desk.view.overview.second is not None
    assert desk.view.overview.second.parent == tmp_path / "disk"
    desk.presenter.make()
    assert [one.is_second for one in desk.backups()] == [False, True]
    desk.presenter.choose_second(None)
    assert desk.view.overview.second is None


def test_why_a_second_folder_cannot_be_used_is_told(desk: Desk, tmp_path: Path) -> None:
    desk.presenter.choose_second(tmp_path / "gone")
    assert "gone" in desk.view.second_problems[-1]


def test_a_choice_that_cannot_be_read_is_told(desk: Desk) -> None:
    file = paths.backup_settings_file()
    file.parent.mkdir(parents=True)
    file.write_text("{")
    desk.presenter.refresh()
    assert desk.view.overview is not None
    assert "choose it again" in desk.view.overview.problem
