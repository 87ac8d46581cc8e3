"""Look for what others on the same machine could read."""

from __future__ import annotations

import stat
from pathlib import Path

FOLDER, FILE = 0o700, 0o600

OF_LIBRARIES = {"matplotlib", "fontconfig", "qtpipelinecache", "mesa_shader_cache"}
"""Folders in which nothing of the journal is."""


def open_to_others(folder: Path) -> dict[str, str]:
    """Return everything in a folder that others can use, with its mode."""
    found = {}
    for path in folder.rglob("*"):
        name, mode = path.relative_to(folder), stat.S_IMODE(path.lstat().st_mode)
        if mode & ~(FOLDER if path.is_dir() else FILE) and not OF_LIBRARIES & set(name.parts):
            found[str(name)] = oct(mode)
    return found
