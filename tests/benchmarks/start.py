"""How long the program takes to start, beside a process that shows a window with nothing in it."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.benchmarks.journal import Bench
from tests.benchmarks.measure import Row, Timed

ROOT = Path(__file__).parents[2]
FLOOR = "a bare window's process, until it is shown"

BARE = """
import os
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QMainWindow
class Window(QMainWindow):
    def event(self, happening):
        answered = super().event(happening)
        if happening.type() is QEvent.Type.Paint:
            os.write(1, b"shown")
            os._exit(0)
        return answered
app = QApplication([])
window = Window()
window.show()
app.exec()
"""

WATCHED = """
import os, sys
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
def say(shown, word):
    shown.repaint()
    os.write(1, word)
    os._exit(0)
QApplication.exec = watched
{look}
app.run_window(Path(sys.argv[1]), demo=False)
"""
"""The program, looked at five hundred times a second, and left without a trace once what is waited for is there."""

TYPED = WATCHED.format(
    look="""
def look():
    field = QApplication.focusWidget()
    if isinstance(field, QLineEdit):
        QTest.keyClicks(field, "R")
        if field.text() == "R":
            say(field, b"typed")
"""
)

LISTED = WATCHED.format(
    look="""
pressed = False
def look():
    global pressed
    field, window = QApplication.focusWidget(), QApplication.activeWindow()
    if field and not pressed:
        pressed = True
        QTest.keyClick(field, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    tables = [table for table in window.findChildren(QTableView) if table.isVisible()] if window else []
    if tables and tables[0].model().rowCount():
        say(tables[0].viewport(), b"listed")
"""
)


def start_rows(many: Bench) -> Iterator[Row]:
    """Yield the rows of starting on the large journal."""
    bare = _started(BARE, "shown")
    yield Row("start until the new review takes a key", FLOOR, 2, _started(TYPED, "typed", many.path), bare)
    yield Row("start until the newest page is listed", FLOOR, 4, _started(LISTED, "listed", many.path), bare)


def _started(script: str, said: str, *arguments: Path) -> Timed:
    """Return the time from a process's start until it says that it is ready."""

    def timed() -> float:
        with TemporaryDirectory() as home:
            settings = {"HOME": home, "XDG_CONFIG_HOME": home, "XDG_DATA_HOME": home, "XDG_STATE_HOME": home}
            start = time.perf_counter()
            with subprocess.Popen(
                [sys.executable, "-c", script, *map(str, arguments)],
                env=os.environ | settings | {"PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"},
                stdout=subprocess.PIPE,
            ) as process:
                answer = process.stdout.read(len(said)) if process.stdout else b""
                taken = time.perf_counter() - start
        if answer != said.encode():
            raise RuntimeError(f"The program did not say “{said}”.")
        return taken

    return timed
