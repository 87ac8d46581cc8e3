"""Opening a journal, and what importing the service loads."""

from __future__ import annotations

import stat
import subprocess
import sys
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from negojournal import paths
from negojournal.domain.filter import Filter
from negojournal.domain.moment import now
from negojournal.errors import FormatError, NotFoundError, NotJournalError, UnreachableError
from negojournal.paths import resource_folder
from negojournal.service import journal as journal_module
from negojournal.service.journal import open_journal
from negojournal.service.look import shipped_theme
from tests.builders import build_record


def test_the_data_folder_is_made_for_the_owner_only() -> None:
    path = paths.journal_file()
    with closing(open_journal(path, resource_folder(), paths.data_folder())) as journal:
        assert journal.path == path
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_journal_in_memory_has_no_path() -> None:
    with closing(open_journal(None, resource_folder())) as journal:
        assert journal.path is None


def test_another_folder_is_not_made(tmp_path: Path) -> None:
    with pytest.raises(UnreachableError):
        open_journal(tmp_path / "nowhere" / "a.db", resource_folder())
    assert list(tmp_path.iterdir()) == []


def test_something_else_is_left_alone(tmp_path: Path) -> None:
    file = tmp_path / "letter.txt"
    file.write_text("Dear Ana, " * 500, encoding="utf-8")
    with pytest.raises(NotJournalError):
        open_journal(file, resource_folder())
    assert file.read_text(encoding="utf-8") == "Dear Ana, " * 500


def test_a_questionnaire_of_ones_own_is_there(tmp_path: Path) -> None:
    folder = tmp_path / "questionnaires"
    folder.mkdir()
    text = (resource_folder() / "questionnaires" / "quick.toml").read_text(encoding="utf-8")
    (folder / "own.toml").write_text(text.replace('key = "quick"', 'key = "own"', 1), encoding="utf-8")
    with closing(open_journal(None, resource_folder(), tmp_path)) as journal:
        assert journal.catalog.questionnaire("own") is not None
    (folder / "own.toml").write_text(text.replace('key = "process"', 'key = "self"', 1), encoding="utf-8")
    with pytest.raises(FormatError, match=r"own\.toml"):
        open_journal(None, resource_folder(), tmp_path)


def test_what_was_deleted_stays_for_thirty_days(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "journal.db"
    with closing(open_journal(path, resource_folder())) as journal:
        journal.records.log(build_record(0))
        journal.records.delete([build_record(0).id])
    for days, left in ((29, 1), (31, 0)):
        later = now() + timedelta(days=days)
        monkeypatch.setattr(journal_module, "now", lambda later=later: later)
        with closing(open_journal(path, resource_folder())) as journal:
            assert journal.lists.tally(Filter(binned=True)).negotiations == left
    with closing(open_journal(path, resource_folder())) as journal:
        assert journal.history.undo_label is None
        with pytest.raises(NotFoundError):
            journal.records.get(build_record(0).id)


def test_a_journal_that_cant_be_made_ready_is_closed_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from negojournal.storage.store import Store

    closed: list[Store] = []
    close = Store.close

    def noting(store: Store) -> None:
        closed.append(store)
        close(store)

    monkeypatch.setattr(Store, "close", noting)

    def fail(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(journal_module, "Journal", fail)
    with pytest.raises(KeyboardInterrupt):
        open_journal(tmp_path / "journal.db", resource_folder())
    assert len(closed) == 1


def test_the_look_that_ships_can_be_had() -> None:
    assert shipped_theme(resource_folder()).light.accent.startswith("#")


@pytest.mark.slow
def test_importing_the_service_loads_no_database_and_nothing_that_draws() -> None:
    script = """
import importlib, pkgutil, sys
import negojournal.service as service
for one in pkgutil.walk_packages(service.__path__, "negojournal.service."):
    importlib.import_module(one.name)
heavy = {"sqlalchemy", "sqlcipher3", "alembic", "scipy", "numpy", "matplotlib", "PySide6"}
print(sorted(heavy & sys.modules.keys()))
"""
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
