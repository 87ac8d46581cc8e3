"""Follow a process from system call to system call, its threads too: Linux on x86-64 lets a parent do so."""

from __future__ import annotations

import ctypes
import os
import platform
import signal
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

CAN_TRACE = sys.platform == "linux" and platform.machine() == "x86_64"

TRACEME, SYSCALL, POKE_REGISTER, SET_OPTIONS, CALL_INFO = 0, 24, 6, 0x4200, 0x420E
MARKED_STOPS, THREADS_TOO, DIE_WITH_PARENT = 0x1, 0x8, 0x100000
ALL_THREADS = 0x40000000
CALL_STOP = signal.SIGTRAP | 0x80
LENGTH_REGISTER = 12 * 8
"""Where the third argument of a call lies among the registers: of a write, its length."""

ENTRY = 1
LONGEST_PATH = 4096
INFO_BYTES = 88

NAMES = {
    1: "write",
    2: "open",
    18: "pwrite",
    40: "sendfile",
    74: "fsync",
    75: "fsync",
    77: "ftruncate",
    82: "rename",
    83: "mkdir",
    86: "link",
    87: "unlink",
    257: "openat",
    263: "unlinkat",
    264: "renameat",
    265: "linkat",
    316: "renameat",
    326: "copy_range",
}
"""The calls that change files or hold the disk to what was changed."""


@dataclass(frozen=True, slots=True)
class Call:
    """Hold what a thread asks of the system, before it is done, or when `is_done`."""

    pid: int
    name: str
    arguments: tuple[int, ...]
    is_done: bool

    def file(self, place: int = 0) -> Path:
        """Return the file behind the descriptor in an argument."""
        return self.descriptor(place).readlink()

    def descriptor(self, place: int = 0) -> Path:
        """Return where the descriptor in an argument can be opened again, also when its file has no name any more."""
        return Path(f"/proc/{self.pid}/fd/{self.arguments[place]}")

    def path(self, place: int) -> Path:
        """Return the path that an argument points to; all that the program uses are whole."""
        return Path(os.fsdecode(self.content(place, LONGEST_PATH).split(b"\0", 1)[0]))

    def content(self, place: int, length: int) -> bytes:
        """Return the bytes that an argument points to."""
        with Path(f"/proc/{self.pid}/mem").open("rb", buffering=0) as memory:
            memory.seek(self.arguments[place])
            return memory.read(length)

    def halve(self) -> None:
        """Let a write that is about to be done write the first half only."""
        _ptrace(POKE_REGISTER, self.pid, LENGTH_REGISTER, self.arguments[2] // 2)


def be_traced() -> None:
    """Wait until the parent follows; to be called by the child, which leads a group of its own."""
    os.setpgid(0, 0)
    _ptrace(TRACEME)
    os.kill(os.getpid(), signal.SIGSTOP)


def calls(child: int) -> Iterator[Call]:
    """Yield every call of a child that waits to be traced; it and its threads stand still meanwhile."""
    os.waitpid(child, 0)
    _ptrace(SET_OPTIONS, child, 0, MARKED_STOPS | THREADS_TOO | DIE_WITH_PARENT)
    stopped, passed_on = child, 0
    while True:
        _ptrace(SYSCALL, stopped, 0, passed_on)
        stopped, status = _next_stop(child)
        if stopped == child and not os.WIFSTOPPED(status):
            return
        passed_on = 0
        found = os.WSTOPSIG(status) if os.WIFSTOPPED(status) else signal.SIGTRAP
        if found == CALL_STOP:
            if (call := _call(stopped)) is not None:
                yield call
        elif found not in {signal.SIGTRAP, signal.SIGSTOP}:
            passed_on = found


def _next_stop(child: int) -> tuple[int, int]:
    try:
        return os.waitpid(-child, ALL_THREADS)
    except ChildProcessError:
        return child, 0


_open: dict[int, tuple[str, tuple[int, ...]]] = {}
"""What each thread has begun: the end of a call tells its result only."""


def _call(pid: int) -> Call | None:
    info = ctypes.create_string_buffer(INFO_BYTES)
    _ptrace(CALL_INFO, pid, INFO_BYTES, ctypes.addressof(info))
    if info.raw[0] == ENTRY:
        number, *arguments = (int.from_bytes(info.raw[at : at + 8], "little") for at in range(24, 24 + 7 * 8, 8))
        _open[pid] = NAMES.get(number, ""), tuple(arguments)
        is_done = False
    else:
        is_done = True
    name, given = _open.get(pid, ("", ()))
    return Call(pid, name, given, is_done) if name else None


_libc = ctypes.CDLL(None, use_errno=True)
_libc.ptrace.restype = ctypes.c_long
_libc.ptrace.argtypes = [ctypes.c_long, ctypes.c_long, ctypes.c_void_p, ctypes.c_void_p]


def _ptrace(request: int, pid: int = 0, address: int = 0, data: int = 0) -> None:
    """Ask for something; a thread that was killed meanwhile doesn't answer, which is no matter."""
    _libc.ptrace(request, pid, address, data)
