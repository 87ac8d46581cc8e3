"""Sort what the system refuses by its number; needs nothing that takes time to load."""

from __future__ import annotations

import errno
from collections.abc import Mapping

from negojournal.errors import FullError, ReadOnlyError, StorageError, UnreachableError

BY_NUMBER: Mapping[int, type[StorageError]] = {
    errno.EACCES: ReadOnlyError,
    errno.EPERM: ReadOnlyError,
    errno.EROFS: ReadOnlyError,
    errno.ENOSPC: FullError,
    errno.EDQUOT: FullError,
    errno.EFBIG: FullError,
}
"""Anything else means that a file or folder can't be reached."""


def kind_of(error: OSError) -> type[StorageError]:
    """Return which kind of error a refusal is."""
    return BY_NUMBER.get(error.errno or 0, UnreachableError)
