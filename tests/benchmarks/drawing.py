"""How long the page of trends takes to be on screen, beside the same figures with nothing in their axes.

`python -m tests.benchmarks.drawing JOURNAL` prints pairs of seconds, each after another review was written.
"""

from __future__ import annotations

import gc
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget

from tests.benchmarks.driven import Script, answer, control, press, run_driven, settled, shell, started, typed

if TYPE_CHECKING:
    from tests.benchmarks.journal import Bench
    from tests.benchmarks.measure import Row

RUNS = 9

ANSWERED = 0.05
"""Seconds after which nothing more is to come, but before charts are drawn anew because a message left the window."""


def drawing_rows(many: Bench) -> Iterator[Row]:
    """Yield the row of the page of trends, which has changed since it was seen last."""
    from tests.benchmarks.measure import Row

    with TemporaryDirectory(dir=many.path.parent) as folder:
        journal = Path(folder) / "journal.db"
        many.journal.backups.make(journal)
        pairs = iter(started("tests.benchmarks.drawing", journal))
    floors = [0.0]

    def measured() -> float:
        taken, floor = next(pairs)
        floors.append(floor)
        return float(taken)

    yield Row("the page of trends on screen", "its figures with empty axes", 2, measured, lambda: floors[-1], RUNS)


class Paintings(QObject):
    """Remember when a chart was painted last."""

    def __init__(self) -> None:
        super().__init__()
        self.last = 0.0
        QApplication.instance().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look at what is painted."""
        if event.type() is QEvent.Type.Paint and type(watched).__name__ == "ChartView":
            self.last = time.perf_counter()
        return False


def _script() -> Script:
    yield settled()
    control(Qt.Key.Key_3)
    yield settled(1.5)
    paintings, pairs = Paintings(), []
    for _ in range(RUNS + 1):
        yield from _log()
        start = time.perf_counter()
        control(Qt.Key.Key_3)
        yield settled(ANSWERED)
        taken = paintings.last - start
        yield settled()
        pairs.append((taken, _floor()))
        gc.collect()  # the waste of the floor's figures isn't looked at in the next round
    answer(pairs)


def _log() -> Script:
    """Write another review, so that what the trends show is no longer true."""
    control(Qt.Key.Key_N)
    yield settled()
    yield from typed("Rent of the hall")
    press(Qt.Key.Key_Return)
    yield from typed("5464")
    control(Qt.Key.Key_Return)
    yield settled()


def _floor() -> float:
    """Return how long the figures on screen take when there is nothing in their axes."""
    views = [one for one in shell().findChildren(QWidget) if type(one).__name__ == "ChartView" and one.isVisible()]
    start = time.perf_counter()
    for view in views:
        _draw_empty(view.width(), view.height(), view.devicePixelRatioF())
    return time.perf_counter() - start


def _draw_empty(width: int, height: int, ratio: float) -> bytes:
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    canvas = FigureCanvasAgg(Figure(figsize=(width / 72, height / 72), dpi=72 * ratio))
    axes = canvas.figure.add_subplot()
    axes.set_ylim(0.75, 7.25)
    canvas.draw()
    return bytes(canvas.buffer_rgba())


if __name__ == "__main__":
    run_driven(Path(sys.argv[1]), _script)
