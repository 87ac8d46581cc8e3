"""Live a life of the window in a process that may open no connection: python -m tests.ui.solitude JOURNAL [fault].

The system ends the process at once when anything in it, Python or not, asks for a socket of another family than the
machine's own; what Python does with sockets is noted as well, and printed at the end with what was done.
"""

from __future__ import annotations

import ctypes
import json
import platform
import socket
import struct
import sys
import time
from collections.abc import Callable
from pathlib import Path

UNIX = int(socket.AF_UNIX)
NETLINK = 16
"""The family in which the system's own libraries ask it about its devices; nothing leaves by it."""

NO_NEW_PRIVILEGES, SECCOMP, FILTER = 38, 22, 2
SYSCALLS = {"x86_64": 41, "aarch64": 198}
"""The number of `socket`."""

LOAD, EQUAL, RETURN = 0x20, 0x15, 0x06
ALLOW, KILL = 0x7FFF0000, 0x80000000
NUMBER, FIRST_ARGUMENT = 0, 16
"""Where a call's number and its first argument stand."""


def can_forbid() -> bool:
    """Tell whether this system can be told what a process may ask for."""
    return sys.platform == "linux" and platform.machine() in SYSCALLS


def forbid_connections() -> None:
    """Have the system end this process when it asks for a socket that leads out of the machine."""
    steps = [
        (LOAD, 0, 0, NUMBER),
        (EQUAL, 0, 4, SYSCALLS[platform.machine()]),
        (LOAD, 0, 0, FIRST_ARGUMENT),
        (EQUAL, 2, 0, UNIX),
        (EQUAL, 1, 0, NETLINK),
        (RETURN, 0, 0, KILL),
        (RETURN, 0, 0, ALLOW),
    ]
    code = ctypes.create_string_buffer(b"".join(struct.pack("HBBI", *step) for step in steps))
    program = ctypes.create_string_buffer(struct.pack("HL", len(steps), ctypes.addressof(code)))
    libc = ctypes.CDLL(None, use_errno=True)
    for call in ((NO_NEW_PRIVILEGES, 1, 0, 0, 0), (SECCOMP, FILTER, program, 0, 0)):
        if libc.prctl(*call):
            raise OSError(ctypes.get_errno(), "prctl")


def noted() -> list[str]:
    """Return a list that takes every use of a socket by Python but those of the machine's own family."""
    events: list[str] = []

    def hook(event: str, arguments: tuple[object, ...]) -> None:
        if event.startswith("socket.") and not _is_local(event, arguments):
            events.append(f"{event} {arguments[1:]}")

    sys.addaudithook(hook)
    return events


def _is_local(event: str, arguments: tuple[object, ...]) -> bool:
    if event == "socket.__new__":
        return arguments[1] == UNIX
    return event in {"socket.connect", "socket.bind"} and isinstance(arguments[1], str | bytes)


def live(path: Path) -> dict[str, object]:
    """Start, save, search, look at charts, write reports and exports, import; return what came of it."""
    from negojournal.ui.shell import doorway

    done: dict[str, object] = {}

    class Scripted(doorway.QApplication):
        def exec(self) -> int:
            done.update(_script(path))
            return 0

    doorway.QApplication = Scripted
    done["window"] = run("--journal", path)
    for argv in _commands(path):
        done[argv[0]] = run("--journal", path, *argv)
    return done


def run(*argv: object) -> object:
    """Run the program as it is started, and return its exit status."""
    from negojournal.__main__ import main as start

    sys.argv = ["negojournal", *map(str, argv)]
    try:
        start()
    except SystemExit as left:
        return left.code


def _commands(path: Path) -> list[list[str]]:
    folder = path.parent
    return [
        ["list", "--search", "Budget"],
        ["trends", "--out", str(folder / "trends.png")],
        ["report", str(folder / "report.pdf")],
        ["export", str(folder / "again.json")],
        ["import", str(folder / "again.json")],
        ["calendar", str(folder / "all.ics")],
    ]


def _script(path: Path) -> dict[str, object]:
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QKeySequence
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication

    from negojournal.domain.filter import Filter
    from negojournal.ui.shell.program import Program
    from negojournal.ui.shell.window import Window
    from negojournal.ui.widgets.chart_view import ChartView

    def wait(until: Callable[[], object]) -> object:
        for _ in range(2000):
            if found := until():
                return found
            # QTest.qWait would keep all other threads from running.
            QApplication.processEvents()
            time.sleep(0.005)
        raise TimeoutError(until)

    def keys(sequence: str) -> None:
        QTest.keySequence(QApplication.focusWidget() or window, QKeySequence(sequence))
        QApplication.processEvents()

    window = wait(lambda: next((one for one in QApplication.topLevelWidgets() if isinstance(one, Window)), None))
    program = wait(lambda: window.findChild(Program))
    journal = wait(lambda: program._journal)
    worker = program.parts.worker
    QTest.keyClicks(QApplication.focusWidget(), "Budget for the hall")
    for sequence in ("Return", "5", "6", "6", "5", "Ctrl+Return"):
        keys(sequence)
    worker.drain()
    keys("Ctrl+F")
    QTest.keyClicks(QApplication.focusWidget(), "hall")
    worker.drain()
    drawn = []
    for page in ("trends", "insights", "today", "people", "strategy", "settings"):
        program.parts.navigation.go(page)
        worker.drain()
        views = [view for view in window.findChildren(ChartView) if view.isVisible()]
        drawn += [wait(lambda view=view: view._picture) for view in views]
    program.parts.navigation.report()
    worker.drain()
    out: dict[str, object] = {}
    worker.run(lambda: journal.exchange.export(path.with_suffix(".json")), lambda counts: out.update(out=counts))
    worker.drain()
    worker.run(lambda: journal.exchange.import_(path.with_suffix(".json")), lambda counts: out.update(into=counts))
    worker.drain()
    found = journal.lists.page(Filter(search="hall")).lines
    window.close()
    return {"found": len(found), "drawn": len(drawn), "written": sorted(out), "by": str(Qt.Key.Key_F.name)}


def fail_by_python(_path: Path) -> dict[str, object]:
    """Do what the test is there to find."""
    return {"name": socket.getaddrinfo("localhost", 9)}


def fail_below_python(_path: Path) -> dict[str, object]:
    """Do the same where Python doesn't see it."""
    return {"number": ctypes.CDLL(None).socket(int(socket.AF_INET), int(socket.SOCK_DGRAM), 0)}


DEEDS = {"live": live, "python": fail_by_python, "below": fail_below_python}


def main(path: str, deed: str = "live") -> None:
    """Do it, and print what was done and which sockets Python touched."""
    events = noted()
    if can_forbid():
        forbid_connections()
    done = DEEDS[deed](Path(path))
    sys.stdout.write(f"{json.dumps({'done': done, 'sockets': events}, default=str)}\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
