"""The pages of a file as they are on the disk, with those that wait beside it, and without their encryption."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from negojournal.domain.passphrase import Passphrase
from negojournal.storage.beside import log_of
from negojournal.storage.failure import refusal_of, unreadable_of
from negojournal.storage.header import PAGE
from negojournal.storage.wreck.log import kept_pages
from negojournal.storage.wreck.seal import RESERVED, Seal, seal_of

LARGEST = 2**28
"""Bytes that are read of a file; a journal of 5,000 full records has a tenth of it."""

PAGES_TRIED = 64
"""How many pages tell whether a passphrase is the right one."""


@dataclass(frozen=True, slots=True)
class Image:
    """Hold pages by their number, counted from 1; of each, `usable` bytes are content.

    Of the `doubtful` it is known that something in them was changed.
    """

    pages: Mapping[int, bytes]
    usable: int
    doubtful: frozenset[int] = frozenset()


def image_of(path: Path, passphrase: Passphrase | None = None) -> Image:
    """Return what a file and the log beside it hold; neither is written to, nor locked.

    Never ask for a file that this process has open: closing a second descriptor drops the locks of the first.
    Raises WrongPassphraseError when no page was written with this passphrase, and the error of a file that can't be
    read.
    """
    content = _content(path)
    pages = {start // PAGE + 1: content[start : start + PAGE] for start in range(0, len(content), PAGE)}
    log = log_of(path)
    if log.exists():
        pages.update(kept_pages(_content(log), PAGE))
    if passphrase is None:
        return Image({number: page.ljust(PAGE, b"\0") for number, page in pages.items()}, PAGE)
    return _unsealed(path, pages, passphrase)


def is_key_of(path: Path, passphrase: Passphrase) -> bool:
    """Tell whether one of the first pages was written with a passphrase: it's the right one, whatever is damaged."""
    content = _content(path, PAGES_TRIED * PAGE)
    seal = seal_of(content, passphrase)
    pages = (content[start : start + PAGE] for start in range(0, len(content), PAGE))
    return any(_is_whole(seal, number, page) for number, page in enumerate(pages, 1))


def _unsealed(path: Path, pages: Mapping[int, bytes], passphrase: Passphrase) -> Image:
    seal = seal_of(pages.get(1, b""), passphrase)
    doubtful = frozenset(number for number, page in pages.items() if not _is_whole(seal, number, page))
    if len(doubtful) == len(pages):
        raise unreadable_of(path, with_passphrase=True)
    opened = {number: seal.opened(number, page) for number, page in pages.items() if len(page) == PAGE}
    return Image(opened, PAGE - RESERVED, doubtful)


def _is_whole(seal: Seal, number: int, page: bytes) -> bool:
    return len(page) == PAGE and seal.is_whole(number, page)


def _content(path: Path, most: int = LARGEST) -> bytes:
    """Return what a file holds, or so many bytes of it."""
    try:
        with path.open("rb") as stream:
            return stream.read(most)
    except OSError as error:
        raise refusal_of(error, path) from error
