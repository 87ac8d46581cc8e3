"""Wait until the disk has what was written; needs nothing that takes time to load."""

from __future__ import annotations

import os
from pathlib import Path


def settle_file(path: Path) -> None:
    """Wait until a file's content is on the disk."""
    descriptor = os.open(path, os.O_RDWR)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def settle_folder(folder: Path) -> bool:
    """Wait until a folder's names are on the disk; False where a system can't say."""
    try:
        descriptor = os.open(folder, os.O_RDONLY)
    except OSError:
        return False
    try:
        os.fsync(descriptor)
    except OSError:
        return False
    finally:
        os.close(descriptor)
    return True
