"""How long the program takes to start and how much memory it has then, beside a process that shows an empty window."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.benchmarks.driven import environment
from tests.benchmarks.journal import Bench
from tests.benchmarks.measure import MEGABYTES, Row, Timed

FLOOR = "a bare window's process, until it is shown"

SAY = """
import os
def say(word):
    os.write(1, word)
    os.read(0, 1)
    os._exit(0)
"""
"""Say something and wait to be ended, so that the process can be looked at."""

BARE = (
    SAY
    + """
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QMainWindow
class Window(QMainWindow):
    def event(self, happening):
        answered = super().event(happening)
        if happening.type() is QEvent.Type.Paint:
            say(b"ready")
        return answered
app = QApplication([])
window = Window()
window.show()
app.exec()
"""
)

WATCHED = (
    SAY
    + """
import sys
from pathlib import Path
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QTableView
from negojournal import app
run = QApplication.exec
def watched(*_):
    timer = QTimer(interval=2)
    timer.timeout.connect(look)
    timer.start()
    return run()
def found(kind):
    window = QApplication.activeWindow()
    return next((one for one in window.findChildren(kind) if one.isVisible()), None) if window else None
pressed = False
def go_to_list():
    global pressed
    if (field := QApplication.focusWidget()) and not pressed:
        pressed = True
        QTest.keyClick(field, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
QApplication.exec = watched
"""
)
"""The program, looked at five hundred times a second; what is looked for follows."""

RUN = "app.run_window(Path(sys.argv[1]), demo=False)\n"

TYPED = (
    WATCHED
    + """
def look():
    field = QApplication.focusWidget()
    if isinstance(field, QLineEdit):
        QTest.keyClicks(field, "R")
        if field.text() == "R":
            field.repaint()
            say(b"ready")
"""
    + RUN
)

LISTED = (
    WATCHED
    + """
def look():
    go_to_list()
    table = found(QTableView)
    if table and table.model().rowCount():
        table.viewport().repaint()
        say(b"ready")
"""
    + RUN
)

READ = (
    WATCHED
    + """
def look():
    go_to_list()
    from negojournal.ui.journal.reading_pane import ReadingPane
    pane = found(ReadingPane)
    if pane and pane._reading:
        say(b"ready")
"""
    + RUN
)


STARTS = {"the new review takes a key": TYPED, "the newest page is listed": LISTED}


@dataclass(frozen=True, slots=True)
class Start:
    """Hold what a process took until it was ready: seconds, and bytes of resident memory."""

    seconds: float
    resident: float


def start_rows(many: Bench) -> Iterator[Row]:
    """Yield the rows of starting on the large journal."""
    bare = started(BARE)
    for (what, script), bound in zip(STARTS.items(), (2, 4), strict=True):
        yield Row(f"start until {what}", FLOOR, bound, started(script, many.path), bare)
    for when, script, bound in (("the newest page is listed", LISTED, 2.5), ("a record of it is read", READ, 3)):
        measured, floored = _resident(script, many.path), _resident(BARE)
        yield Row(f"memory when {when}", "a bare window's", bound, measured, floored, runs=5, unit=MEGABYTES)


def started(script: str, *arguments: Path) -> Timed:
    """Return the time from a process's start until it says that it is ready."""
    return lambda: _ready(script, *arguments).seconds


def _resident(script: str, *arguments: Path) -> Timed:
    return lambda: _ready(script, *arguments).resident


def _ready(script: str, *arguments: Path) -> Start:
    """Start a process, wait until it says that it is ready, and end it."""
    with TemporaryDirectory() as home:
        start = time.perf_counter()
        with subprocess.Popen(
            [sys.executable, "-c", script, *map(str, arguments)],
            env=environment(Path(home)),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        ) as process:
            answer = process.stdout.read(5) if process.stdout else b""
            taken = Start(time.perf_counter() - start, _memory_of(process.pid))
            process.kill()
    if answer != b"ready":
        raise RuntimeError("The program did not become ready.")
    return taken


def _memory_of(process: int) -> float:
    """Return the resident memory of a process in bytes, as the system tells it."""
    told = subprocess.run(["ps", "-o", "rss=", "-p", str(process)], stdout=subprocess.PIPE, check=True)
    return float(told.stdout) * 1024
