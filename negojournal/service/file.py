"""Read and write files so that a reader never sees half of one."""

from __future__ import annotations

import errno
import io
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO, TextIO, TypeVar

from negojournal.errors import FormatError, FullError, ReadOnlyError, StorageError, UnreachableError
from negojournal.exchange.text import LARGEST_TEXT
from negojournal.storage.beside import log_of, new_part
from negojournal.storage.disk import settle_folder
from negojournal.storage.header import is_encrypted as is_encrypted  # noqa: PLC0414 - the edges ask the service
from negojournal.storage.refusal import kind_of

C = TypeVar("C")
T = TypeVar("T")


@contextmanager
def written(path: Path) -> Iterator[TextIO]:
    """Give a stream whose text takes the place of a file once all is written; only the owner can read it.

    Raises StorageError's children; whatever is raised, the file that was there before stays as it was.
    """
    with written_bytes(path) as stream:
        text = io.TextIOWrapper(stream, "utf-8", newline="")
        try:
            yield text
        finally:
            text.detach()


@contextmanager
def written_bytes(path: Path) -> Iterator[BinaryIO]:
    """Give a stream as `written` does, for what isn't text."""
    beside = new_part(path)
    try:
        descriptor = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with open(descriptor, "wb") as stream:  # noqa: PTH123 - opened with its mode above
            yield stream
            stream.flush()
            os.fsync(descriptor)
        beside.replace(path)
        settle_folder(path.parent)
    except OSError as error:
        raise failure_of(path, error) from error
    finally:
        with suppress(OSError):
            beside.unlink(missing_ok=True)


def content_of(path: Path, largest: int = LARGEST_TEXT) -> bytes:
    """Return what a file holds, and no more than one byte beyond what can be read of its kind."""
    try:
        with path.open("rb") as stream:
            return stream.read(largest + 1)
    except OSError as error:
        raise failure_of(path, error) from error


def size_of(journal: Path) -> int:
    """Return how many bytes a journal takes, with what is written and not yet brought into its file."""
    return sum(file.stat().st_size for file in (journal, log_of(journal)) if file.exists())


def read_from(source: str, read: Callable[[C], T], content: C) -> T:
    """Return what the content of a file holds; a FormatError says from where it is."""
    try:
        return read(content)
    except FormatError as error:
        raise FormatError(f"{source}: {error}") from error


def made_folder(folder: Path) -> None:
    """Create a folder, and those above it, for the owner only; one that is there stays as it is."""
    try:
        missing = [one for one in (folder, *folder.parents) if not one.exists()]
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        for one in missing:
            settle_folder(one.parent)
    except OSError as error:
        raise failure_of(folder, error) from error


def failure_of(path: Path, error: OSError) -> StorageError:
    """Return the error whose sentence says what stands in the way."""
    kind = kind_of(error)
    if kind is FullError:
        return FullError(path, f"There is no room left to write {path}.")
    if kind is ReadOnlyError:
        return ReadOnlyError(path, f"{path} can’t be opened: permission is missing.")
    if error.errno == errno.ENOENT:
        what = f"{path} isn’t there" if path.parent.is_dir() else f"The folder {path.parent} isn’t there"
        return UnreachableError(path, f"{what}; name one that is.")
    return UnreachableError(path, f"{path} can’t be used: {error.strerror}.")
