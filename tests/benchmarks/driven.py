"""The whole program in this process, pressed by keys that are really delivered, one to a turn of the event loop."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from PySide6.QtCore import QObject, QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from negojournal import app

Condition = Callable[[], object]
"""Is called once a turn until it says yes."""

Script = Iterator[Condition]
"""Does something and yields what it waits for, over and over."""

ROOT = Path(__file__).parents[2]
FONTS = Path(__file__).parent / ".cache" / "matplotlib"
"""Where matplotlib keeps its list of fonts, which it makes once on each computer, in one to two seconds."""

MILLISECONDS = 5
PAUSE = 0.15
"""Seconds that a picture's size has to rest before it is drawn, and a little more."""

BETWEEN_KEYS = 0.02
"""Seconds."""

PATIENCE = 60.0
"""Seconds that a script may wait for one thing."""


class Beat(QObject):
    """Measure for how long at most no turn of the event loop came, and in which step of a script that was."""

    def __init__(self) -> None:
        super().__init__()
        self.longest: dict[str, float] = {}
        self.step = "start"
        self._last = time.perf_counter()
        self._timer = QTimer(self, interval=MILLISECONDS, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._on_turn)
        self._timer.start()

    def _on_turn(self) -> None:
        now = time.perf_counter()
        gap = now - self._last - MILLISECONDS / 1_000
        self._last = now
        self.longest[self.step] = max(gap, self.longest.get(self.step, 0.0))


class Driver(QObject):
    """Lead a script through its steps, each in a turn of its own."""

    def __init__(self, script: Script) -> None:
        super().__init__()
        self._script = script
        self._condition: Condition = _at_once
        self._since = time.monotonic()
        self._timer = QTimer(self, interval=MILLISECONDS, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._on_turn)
        self._timer.start()

    def _on_turn(self) -> None:
        if self._condition():
            self._condition, self._since = next(self._script, self._timer.stop), time.monotonic()
        elif time.monotonic() - self._since > PATIENCE:
            sys.stderr.write(f"Waited in vain for {self._condition}.\n")
            os._exit(1)


def started(module: str, *arguments: Path) -> Any:
    """Run a module of this folder as a process of its own, with a home of its own, and return what it answers."""
    with TemporaryDirectory() as home:
        command = [sys.executable, "-m", module, *map(str, arguments)]
        done = subprocess.run(command, env=environment(Path(home)), stdout=subprocess.PIPE, check=True)
    return json.loads(done.stdout)


def environment(home: Path) -> dict[str, str]:
    """Return the environment of a process that has this home, and no screen; fonts were looked for before, by another.

    A window without a screen warns in vain that it can't be sized.
    """
    folders = dict.fromkeys(("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"), str(home))
    own = {
        "PYTHONPATH": str(ROOT),
        "QT_QPA_PLATFORM": "offscreen",
        "QT_LOGGING_RULES": "default.warning=false",
        "MPLCONFIGDIR": str(FONTS),
    }
    return os.environ | folders | own


def run_driven(journal: Path, begin: Callable[[], Script]) -> None:
    """Run the program on a journal, led by a script that begins with the event loop."""
    run = QApplication.exec
    drivers: list[Driver] = []

    def led(*_: object) -> int:
        drivers.append(Driver(begin()))
        return run()

    QApplication.exec = led  # type: ignore[method-assign]
    app.run_window(journal, demo=False)


def answer(values: object) -> None:
    """Hand values over to who started this process, and end it without a trace."""
    sys.stdout.write(json.dumps(values))
    sys.stdout.flush()
    os._exit(0)


def press(key: Qt.Key, *modifiers: Qt.KeyboardModifier) -> None:
    """Press a key where the keyboard is."""
    held = Qt.KeyboardModifier.NoModifier
    for modifier in modifiers:
        held |= modifier
    QTest.keyClick(focused(), key, held)


def control(key: Qt.Key) -> None:
    """Press a key with Ctrl."""
    press(key, Qt.KeyboardModifier.ControlModifier)


def typed(text: str) -> Script:
    """Type a text, faster than anyone can."""
    for letter in text:
        QTest.keyClicks(focused(), letter)
        yield rested(BETWEEN_KEYS)


def focused() -> QWidget:
    """Return what has the keyboard."""
    return QApplication.activePopupWidget() or QApplication.focusWidget() or shell()


def shell() -> QWidget:
    """Return the window."""
    return next(one for one in QApplication.topLevelWidgets() if one.inherits("QMainWindow"))


def pressed_on(part: QWidget, x: int, y: int) -> None:
    """Click at a place of a part of the window."""
    QTest.mouseClick(part, Qt.MouseButton.LeftButton, pos=QPoint(x, y))


def settled(pause: float = PAUSE) -> Condition:
    """Return what says yes once all that was asked for is answered, and sizes have rested until pictures are drawn."""
    busy = time.monotonic()

    def is_settled() -> bool:
        from negojournal.ui.shell.tasks import Worker

        nonlocal busy
        worker = shell().findChild(Worker)
        if worker is None or not worker.is_idle():
            busy = time.monotonic()
        return time.monotonic() - busy > pause

    return is_settled


def rested(seconds: float = 0) -> Condition:
    """Return what says yes after a while."""
    end = time.monotonic() + seconds
    return lambda: time.monotonic() >= end


def _at_once() -> bool:
    return True
