"""What a folder would lose if the power went: all that was written and not yet held to the disk."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from random import Random

from tests.torture.call import Call

Node = tuple[int, int]


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

    def see(self, call: Call) -> None:
        """Take a call into account: what it changes before it is done, what it holds to the disk after."""
        if call.is_done:
            if call.name == "fsync":
                self._hold(call.file())
            return
        if call.name in {"write", "pwrite", "sendfile", "copy_range", "ftruncate"}:
            self._note_write(call)
        elif call.name in {"open", "openat"}:
            self._note_making(call.path(int(call.name == "openat")), lambda path: path.unlink(missing_ok=True))
        elif call.name == "mkdir":
            self._note_making(call.path(0), lambda path: shutil.rmtree(path, ignore_errors=True))
        elif call.name in {"unlink", "unlinkat"}:
            self._note_unlinking(call.path(int(call.name == "unlinkat")))
        elif call.name in {"rename", "renameat"}:
            first, second = (0, 1) if call.name == "rename" else (1, 3)
            self._note_renaming(call.path(first), call.path(second))

    def unheld(self) -> tuple[str, ...]:
        """Return the names of what a power cut would take back."""
        names = {_node(file): file.name for file in self._files()}
        written = (names.get(one.node, "") for one in self._written)
        return tuple(sorted({*written, *(one.path.name for one in self._moved)} - {""}))

    def lose_power(self, random: Random) -> None:
        """Take back what isn't held, as chance will have it."""
        for moved in reversed(self._moved[random.randint(0, len(self._moved)) :]):
            moved.turn_back()
        share = random.choice([0.5, 1.0])
        lost = [one for one in self._written if random.random() <= share]
        for one in reversed(lost):
            self._turn_back(one, to_its_size=len(lost) == len(self._written))

    def _note_write(self, call: Call) -> None:
        place = {"copy_range": 2}.get(call.name, 0)
        file = call.file(place)
        if not self._is_ours(file):
            return
        with call.descriptor(place).open("rb") as stream:
            state = os.fstat(stream.fileno())
            offset, length = _extent(call, place, state.st_size)
            stream.seek(offset)
            before = stream.read(length)
        if call.name != "ftruncate":
            before = before.ljust(length, b"\0")
        self._written.append(Written((state.st_dev, state.st_ino), offset, before, state.st_size))

    def _note_making(self, path: Path, unmake: Callable[[Path], object]) -> None:
        if self._is_ours(path) and not path.exists():
            self._moved.append(Moved(path, lambda: unmake(path)))

    def _note_unlinking(self, path: Path) -> None:
        if self._is_ours(path) and path.exists():
            kept = self._kept(path)
            self._moved.append(Moved(path, lambda: kept.replace(path)))

    def _note_renaming(self, old: Path, new: Path) -> None:
        if not self._is_ours(new) or not old.exists():
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
        for file in self._files():
            if _node(file) == one.node:
                with file.open("r+b") as stream:
                    stream.seek(one.offset)
                    stream.write(one.before)
                    if to_its_size:
                        stream.truncate(one.size)
                return

    def _files(self) -> Iterator[Path]:
        for folder in (self._folder, self._aside):
            yield from (file for file in folder.rglob("*") if file.is_file())

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


def _node(file: Path) -> Node:
    state = file.stat()
    return state.st_dev, state.st_ino
