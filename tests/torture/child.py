"""A child process that does something, says what it has done, and is ended in the middle of it."""

from __future__ import annotations

import os
import signal
import sys
import time
import traceback
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from random import Random

from tests.torture.call import Call, be_traced, calls
from tests.torture.disk import Disk

READY, TOLD, FAILED = b"r", b".", b"x"


@dataclass(frozen=True, slots=True)
class Teller:
    """Tell the parent, from within the child, what it may rely on from now on."""

    descriptor: int

    def ready(self) -> None:
        """Say that everything is in place and the work begins."""
        os.write(self.descriptor, READY)

    def __call__(self) -> None:
        """Say that one more step is kept."""
        os.write(self.descriptor, TOLD)


Act = Callable[[Teller], None]


@dataclass(frozen=True, slots=True)
class Ended:
    """Hold how many steps were acknowledged, how long or over how many calls it went, and what went wrong by itself."""

    told: int
    extent: float
    faults: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Cut:
    """Say at which call a child ends, whether within it, and whether the power goes with it."""

    number: int
    torn: bool = False
    power: Random | None = None


def end_by_clock(act: Act, seconds: float) -> Ended:
    """Let a child act, and kill it so many seconds after it is ready."""
    child, reading = _begun(act, traced=False)
    told = os.read(reading, 1)
    start = time.perf_counter()
    while (left := start + seconds - time.perf_counter()) > 0 and not _is_over(child):
        time.sleep(min(left, 0.002))
    extent = time.perf_counter() - start
    with suppress(ProcessLookupError):
        os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    return _ended(told, reading, extent)


def end_at_call(act: Act, cut: Cut | None, folder: Path, aside: Path) -> Ended:
    """Let a child act, and kill it where the cut says; report what was acknowledged before it was held to the disk."""
    child, reading = _begun(act, traced=True)
    disk, end = Disk(folder, aside), _End(child, cut)
    faults: list[str] = []
    for call in calls(child):
        if _is_telling(call, reading):
            if not call.is_done and (left := disk.unheld()):
                faults.append(f"acknowledged before it was on the disk: {', '.join(left)}")
        elif disk.concerns(call) and not end.has_come(call):
            disk.see(call)
    if cut is not None and cut.power is not None:
        disk.lose_power(cut.power)
    return _ended(b"", reading, end.seen, faults)


@dataclass
class _End:
    """Kill a child where a cut says, and count the calls up to there."""

    child: int
    cut: Cut | None
    seen: int = 0
    is_torn: bool = False

    def has_come(self, call: Call) -> bool:
        """Take the next call, before and after it is done, and tell whether it was not let through."""
        self.seen += not call.is_done
        if self.cut is None or (self.seen <= self.cut.number and not self.is_torn):
            return False
        if self.cut.torn and call.name == "pwrite" and not self.is_torn:
            call.halve()
            self.is_torn = True
            return False
        os.kill(self.child, signal.SIGKILL)
        return True


def _is_telling(call: Call, reading: int) -> bool:
    """Tell whether a call says, into the pipe that is read here, that a step is kept."""
    pipe = Path(f"/proc/self/fd/{reading}").readlink()
    return call.name == "write" and call.file() == pipe and call.content(1, 1) == TOLD


def _begun(act: Act, *, traced: bool) -> tuple[int, int]:
    reading, writing = os.pipe()
    child = os.fork()
    if child:
        os.close(writing)
        return child, reading
    try:
        if traced:
            be_traced()
        act(Teller(writing))
    except BaseException:  # noqa: BLE001 - the child is no place to go on from
        traceback.print_exc()
        sys.stderr.flush()
        os.write(writing, FAILED)
    os._exit(0)


def _is_over(child: int) -> bool:
    """Tell whether a child has ended by itself; it can be waited for afterwards all the same."""
    return os.waitid(os.P_PID, child, os.WEXITED | os.WNOHANG | os.WNOWAIT) is not None


def _ended(told: bytes, reading: int, extent: float, faults: Sequence[str] = ()) -> Ended:
    """Read what the child had still to tell; its own failure is a fault, for only a kill may end it."""
    with open(reading, "rb") as stream:
        told += stream.read()
    failed = ("the child failed by itself",) if FAILED in told else ()
    return Ended(told.count(TOLD), extent, (*faults, *failed))
