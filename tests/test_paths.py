"""Where the program's files are, however it was installed."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from negojournal import paths


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder in which the package seems to lie."""
    folder = tmp_path / "lib" / "negojournal"
    folder.mkdir(parents=True)
    monkeypatch.setattr(paths, "__file__", str(folder / "paths.py"))
    return folder


def resource_folder() -> Path:
    return paths.resource_folder.__wrapped__()


def with_theme(folder: Path) -> Path:
    (folder / "theme").mkdir(parents=True)
    return folder


def test_resources_lie_beside_the_package_in_a_checkout(package: Path) -> None:
    folder = with_theme(package.parent / "resources")
    assert resource_folder() == folder


def test_resources_lie_inside_the_package_of_a_wheel(package: Path) -> None:
    with_theme(package.parent / "resources")
    folder = with_theme(package / "resources")
    assert resource_folder() == folder


def test_resources_lie_where_a_frozen_build_unpacks_them(
    package: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path / "unpacked"), raising=False)
    folder = with_theme(tmp_path / "unpacked" / "resources")
    assert resource_folder() == folder


def test_without_resources_the_user_reads_one_sentence(package: Path) -> None:
    (package / "resources").mkdir()
    with pytest.raises(FileNotFoundError, match="resources folder is missing; please install it again"):
        resource_folder()


def test_no_folder_is_made_by_asking_for_it() -> None:
    asked = (paths.data_folder(), paths.log_folder(), paths.settings_file().parent)
    assert [folder for folder in asked if folder.exists()] == []
    assert paths.journal_file() == paths.data_folder() / "journal.db"


def test_the_journal_may_be_named_from_home(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEGOJOURNAL_FILE", "~/talks.db")
    assert paths.journal_file() == home / "talks.db"
