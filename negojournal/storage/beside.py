"""What stands beside a file for a while, and how it is called; needs nothing that takes time to load."""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterator
from glob import escape
from pathlib import Path

LOG = "-wal"
"""How the name ends of what is written and waits to be brought into a journal's file."""

SIDE_FILES = (LOG, "-shm", "-journal")
"""What SQLite may put beside a file, by how the names end."""

PART = ".part"
"""How the name ends of a file that is to take another's place once it is finished."""


def log_of(path: Path) -> Path:
    """Return the log that SQLite may have put beside a file, or beside what a link leads to."""
    return Path(f"{os.path.realpath(path)}{LOG}")


def side_files(path: Path) -> tuple[Path, ...]:
    """Return what SQLite may have put beside a file; what belongs to it goes where it goes."""
    return tuple(path.with_name(f"{path.name}{end}") for end in SIDE_FILES)


def part_of(path: Path) -> Path:
    """Return the one file that is to take another's place, found again after an interruption."""
    return path.with_name(f"{path.name}{PART}")


def new_part(path: Path) -> Path:
    """Return a name for a file that is to take another's place, which no one else uses."""
    return path.with_name(f".{path.name}.{secrets.token_hex(4)}{PART}")


def parts_in(folder: Path, start: str) -> Iterator[Path]:
    """Yield what `new_part` named for files whose names begin so, with what stands beside it."""
    return folder.glob(f".{escape(start)}*{PART}*")
