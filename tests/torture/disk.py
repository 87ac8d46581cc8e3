"""What a folder would lose if the power went: all that was written and not yet held to the disk."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from itertools import count
from pathlib import Path
from random import Random

from tests.torture.call import Call

Node = tuple[int, int]

UNFINISHED = re.compile(r"\.part|-daily\.db")
"""The names of what is written beside the work, and of today's backup, which no save waits for."""

WRITES = {"write": 0, "pwrite": 0, "ftruncate": 0, "sendfile": 0, "copy_range": 2}
"""The calls that change a file, and which argument is its descriptor."""

NAMED = {
    "open": 0,
    "openat": 1,
    "mkdir": 0,
    "unlink": 0,
    "unlinkat": 1,
    "rename": 1,
    "renameat": 3,
    "link": 1,
    "linkat": 3,
}
"""The calls that change a folder, and which argument is the name that is there or gone afterwards."""

MAKES: Mapping[str, Callable[[Path], object]] = {
    "open": Path.unlink,
    "openat": Path.unlink,
    "link": Path.unlink,
    "linkat": Path.unlink,
    "mkdir": shutil.rmtree,
}
"""What takes back a name that a call has made."""


@dataclass(frozen=True, slots=True)
class Written:
    """Hold what stood in a file where it was written to, nothing counting as zeros, and how long the file was."""

    node: Node
    offset: int
    before: bytes
    size: int


@dataclass(frozen=True, slots=True)
class Moved:
    """Hold the way back from a change of names in a folder."""

    path: Path
    turn_back: Callable[[], object]


class Disk:
    """Follow the calls of a process, and forget what it hasn't held to the disk as a power cut does.

    What was written to files may be lost write by write, in any choice; changes of names only from the last one back,
    as file systems that keep a journal of their own do it.
    """

    def __init__(self, folder: Path, aside: Path) -> None:
        self._folder = folder
        self._aside = aside
        self._numbers = count()
        self._written: list[Written] = []
        self._moved: list[Moved] = []

    def concerns(self, call: Call) -> bool:
        """Tell whether a call that is about to be done changes the folder, or holds it to the disk."""
        if call.name == "fsync":
            return call.file() == self._folder or self._is_ours(call.file())
        if call.name in WRITES:
            return self._is_ours(call.file(WRITES[call.name]))
        path = call.path(NAMED[call.name])
        return self._is_ours(path) and (call.name not in MAKES or not path.exists())

    def see(self, call: Call) -> None:
        """Take into account what a call that concerns the folder will change, or has held to the disk."""
        if call.is_done:
            if call.name == "fsync":
                self._hold(call.file())
        elif call.name in WRITES:
            self._note_write(call, WRITES[call.name])
        elif call.name in MAKES:
            path = call.path(NAMED[call.name])
            self._moved.append(Moved(path, partial(MAKES[call.name], path)))
        elif call.name in {"rename", "renameat"}:
            self._note_renaming(*map(call.path, (0, 1) if call.name == "rename" else (1, 3)))
        elif call.name in {"unlink", "unlinkat"}:
            self._note_unlinking(call.path(NAMED[call.name]))

    def unheld(self) -> tuple[str, ...]:
        """Return the names of what a power cut would take away, but for what isn't finished yet.

        A folder goes with the files in it. What a power cut would bring back, such as an old journal of SQLite's, does
        no harm or is found as a loss.
        """
        names = {_node(file): file.name for file in _files(self._folder)}
        written = {names.get(one.node, "") for one in self._written}
        found = written | {file.name for one in self._moved for file in _files(one.path) if file.stat().st_size}
        return tuple(sorted(name for name in found if name and not UNFINISHED.search(name)))

    def lose_power(self, random: Random) -> None:
        """Take back what isn't held, as chance will have it."""
        for moved in reversed(self._moved[random.randint(0, len(self._moved)) :]):
            with suppress(FileNotFoundError):
                moved.turn_back()
        share = random.choice([0.5, 1.0])
        lost = [one for one in self._written if random.random() <= share]
        for one in reversed(lost):
            self._turn_back(one, to_its_size=len(lost) == len(self._written))

    def _note_write(self, call: Call, place: int) -> None:
        with call.descriptor(place).open("rb") as stream:
            state = os.fstat(stream.fileno())
            offset, length = _extent(call, place, state.st_size)
            stream.seek(offset)
            before = stream.read(length)
        if call.name != "ftruncate":
            before = before.ljust(length, b"\0")
        self._written.append(Written((state.st_dev, state.st_ino), offset, before, state.st_size))

    def _note_unlinking(self, path: Path) -> None:
        if path.exists():
            kept = self._kept(path)
            self._moved.append(Moved(path, lambda: kept.replace(path)))

    def _note_renaming(self, old: Path, new: Path) -> None:
        if not old.exists():
            return
        kept = self._kept(new) if new.exists() else None

        def turn_back() -> None:
            new.replace(old)
            if kept is not None:
                kept.replace(new)

        self._moved.append(Moved(new, turn_back))

    def _kept(self, path: Path) -> Path:
        kept = self._aside / str(next(self._numbers))
        os.link(path, kept)
        return kept

    def _hold(self, file: Path) -> None:
        if file.is_dir():
            self._moved = [one for one in self._moved if one.path.parent != file]
        elif file.exists():
            self._written = [one for one in self._written if one.node != _node(file)]

    def _turn_back(self, one: Written, *, to_its_size: bool) -> None:
        for file in (*_files(self._folder), *_files(self._aside)):
            if _node(file) == one.node:
                with file.open("r+b") as stream:
                    stream.seek(one.offset)
                    stream.write(one.before)
                    if to_its_size:
                        stream.truncate(one.size)
                return

    def _is_ours(self, file: Path) -> bool:
        return file.is_relative_to(self._folder) and not file.name.endswith("-shm")


def _extent(call: Call, place: int, size: int) -> tuple[int, int]:
    """Return where a call writes, and how much that is there already it may change."""
    if call.name == "pwrite":
        return call.arguments[3], call.arguments[2]
    if call.name == "ftruncate":
        return call.arguments[1], max(size - call.arguments[1], 0)
    told = Path(f"/proc/{call.pid}/fdinfo/{call.arguments[place]}").read_text(encoding="ascii")
    at = int(told.split("pos:", 1)[1].split(None, 1)[0])
    return at, call.arguments[2] if call.name == "write" else max(size - at, 0)


def _files(path: Path) -> Iterator[Path]:
    """Yield the files in a folder and those below it, or a file itself."""
    return (file for file in (path, *path.rglob("*")) if file.is_file())


def _node(file: Path) -> Node:
    state = file.stat()
    return state.st_dev, state.st_ino
