from __future__ import annotations

from pathlib import Path

import pytest

from negojournal.service import sync_folder
from negojournal.service.sync_folder import sync_service


@pytest.mark.parametrize(
    ("folder", "service"),
    [
        ("Dropbox", "Dropbox"),
        ("Dropbox (Acme)", "Dropbox"),
        ("OneDrive - Acme", "OneDrive"),
        ("Library/Mobile Documents/com~apple~CloudDocs", "iCloud Drive"),
        ("Library/CloudStorage/GoogleDrive-me@example.org", "Google Drive"),
        ("Nextcloud", "Nextcloud"),
        ("Syncthing/notes", "Syncthing"),
        ("pCloudDrive", "pCloud"),
        ("Boxes", None),
        ("Documents", None),
    ],
)
def test_a_folder_is_recognised_by_how_it_is_called(tmp_path: Path, folder: str, service: str | None):
    (tmp_path / folder).mkdir(parents=True)
    assert sync_service(tmp_path / folder / "journal.db") == service
    assert sync_service(tmp_path / folder / "deeper" / "journal.db") == service


@pytest.mark.parametrize(
    ("mark", "service"),
    [(".stfolder", "Syncthing"), (".sync_0a1b2c.db", "Nextcloud"), (".dropbox.cache", "Dropbox"), ("sync.db", None)],
)
def test_a_folder_is_recognised_by_what_is_in_it(tmp_path: Path, mark: str, service: str | None):
    (tmp_path / "Documents").mkdir()
    (tmp_path / mark).touch()
    assert sync_service(tmp_path / "Documents" / "journal.db") == service


def test_what_cannot_be_looked_at_is_no_sync_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    def refuse(_folder: Path, _mark: str) -> None:
        raise PermissionError

    monkeypatch.setattr(sync_folder.Path, "glob", refuse)
    assert sync_service(tmp_path / "journal.db") is None
