"""Recognise a folder that a sync service keeps: a journal that is copied while it is written is soon two halves."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path

NAMES: tuple[tuple[str, str], ...] = (
    ("Dropbox", r"dropbox( \(.+\))?|dropbox-.+"),
    ("OneDrive", r"onedrive( ?- ?.+)?"),
    ("iCloud Drive", r"icloud ?drive|com~apple~clouddocs|mobile documents"),
    ("Google Drive", r"google ?drive(-.+)?|googledrive-.+"),
    ("Nextcloud", r"nextcloud\d*(-.+)?"),
    ("ownCloud", r"owncloud\d*(-.+)?"),
    ("Syncthing", r"syncthing"),
    ("Box", r"box sync|box-box"),
    ("pCloud", r"pclouddrive|pcloud drive"),
    ("MEGA", r"megasync( .+)?"),
    ("Proton Drive", r"proton ?drive(-.+)?"),
    ("Seafile", r"seafile"),
    ("Synology Drive", r"synologydrive|clouddrive"),
)
"""A service and how its folder is called, whatever the case."""

MARKS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("Dropbox", (".dropbox", ".dropbox.cache")),
    ("Syncthing", (".stfolder",)),
    ("Nextcloud", (".nextcloudsync.log", ".sync_*.db", "._sync_*.db")),
    ("ownCloud", (".owncloudsync.log",)),
    ("OneDrive", (".849C9593-D756-4E56-8D6E-42412F2A707B",)),
    ("Resilio Sync", (".sync",)),
    ("Seafile", ("seafile-data",)),
)
"""A service and what it leaves in a folder that it keeps."""


def sync_service(file: Path) -> str | None:
    """Return the name of the service that keeps the folder of a file; None where none is known to."""
    folders = file.resolve().parents
    return next(chain(_named(folders), _marked(folders)), None)


def _named(folders: Iterable[Path]) -> Iterator[str]:
    for folder in folders:
        yield from (service for service, name in NAMES if re.fullmatch(name, folder.name, re.IGNORECASE))


def _marked(folders: Iterable[Path]) -> Iterator[str]:
    for folder in folders:
        for service, marks in MARKS:
            if any(_is_there(folder, mark) for mark in marks):
                yield service


def _is_there(folder: Path, mark: str) -> bool:
    try:
        return any(True for _ in folder.glob(mark))
    except OSError:
        return False
