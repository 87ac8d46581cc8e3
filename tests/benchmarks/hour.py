"""For how long the window doesn't react at most, in an hour of work on the large journal that is played quickly.

`python -m tests.benchmarks.hour JOURNAL RECORDS` plays it once and prints the longest gap of each step in seconds.
"""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QPushButton, QTableView

from tests.benchmarks.driven import (
    PAUSE,
    Beat,
    Script,
    answer,
    control,
    focused,
    press,
    pressed_on,
    rested,
    run_driven,
    settled,
    shell,
    started,
    typed,
)

if TYPE_CHECKING:
    from tests.benchmarks.journal import Bench
    from tests.benchmarks.measure import Row, Timed

RECORDS = 10_000
SEED = 3
"""Another one than that of the journal that is open, which has none of these records then."""

NOTE = "They came down on the price once we let them keep the old term of notice. "
WORDS = "price term"
PAGES = 12
"""How often the list is scrolled to its end, which brings the next hundred lines."""


def hour_rows(many: Bench) -> Iterator[Row]:
    """Yield the row of the window that doesn't react."""
    from tests.benchmarks.measure import Row

    ready, records = many.path.with_name("hour.db"), many.path.with_name("hour.json")
    many.journal.backups.make(ready)
    _write_records(records)
    yield Row("longest time the window does not react", "", 0.1, _played(ready, records), runs=5)


def _write_records(path: Path) -> None:
    from negojournal.paths import resource_folder
    from negojournal.service.journal import open_journal
    from negojournal.service.sample import write_sample
    from tests.benchmarks.journal import TODAY

    with closing(open_journal(None, resource_folder())) as journal:
        write_sample(journal, RECORDS, SEED, TODAY)
        journal.exchange.export(path)


def _played(ready: Path, records: Path) -> Timed:
    """Return what plays the hour on a copy of a journal, says where it lasted longest, and returns how long."""

    def timed() -> float:
        with TemporaryDirectory(dir=ready.parent) as folder:
            journal = Path(folder) / "journal.db"
            shutil.copyfile(ready, journal)
            gaps = started("tests.benchmarks.hour", journal, records)
        longest = max(gaps, key=gaps.__getitem__)
        sys.stderr.write(f"  {gaps[longest] * 1_000:.0f} ms: {longest}\n")
        return float(gaps[longest])

    return timed


class Hour:
    """Play an hour: each method is a stretch of it."""

    def __init__(self, records: Path) -> None:
        self._records, self._beat = records, Beat()

    def script(self) -> Script:
        """Play it all, and answer with the longest gap of each step."""
        yield settled()
        yield from self._log("Rent of the hall")
        yield from self._find()
        yield from self._scroll()
        yield from self._plan()
        yield from self._look_at_trends()
        yield from self._import()
        answer(self._beat.longest)

    def _begin(self, step: str) -> None:
        self._beat.step = step

    def _log(self, title: str) -> Script:
        """Write a review and save it, whatever else is under way."""
        self._begin("open the form")
        control(Qt.Key.Key_N)
        yield rested(PAUSE)
        self._begin("type a title")
        yield from typed(title)
        press(Qt.Key.Key_Return)
        self._begin("rate")
        yield from typed("5464")
        self._begin("go to the notes")
        while not isinstance(focused(), QPlainTextEdit):
            press(Qt.Key.Key_Tab)
            yield rested()
            if (heading := focused()).property("kind") == "fold" and heading.text() == "Review":
                press(Qt.Key.Key_Right)
                yield rested()
        self._begin("type a note")
        yield from typed(NOTE)
        self._begin("save")
        control(Qt.Key.Key_Return)
        yield settled()

    def _find(self) -> Script:
        """Search as one types, and take it back."""
        self._begin("open the journal")
        control(Qt.Key.Key_2)
        yield settled()
        self._begin("search")
        control(Qt.Key.Key_F)
        yield from typed(WORDS)
        yield settled()
        self._begin("take the search back")
        press(Qt.Key.Key_Escape)
        yield settled()

    def _scroll(self) -> Script:
        """Go far down the list, read what is there, and sort by something else."""
        press(Qt.Key.Key_Down)
        yield settled()
        self._begin("scroll")
        for _ in range(8):
            press(Qt.Key.Key_PageDown)
            yield rested()
        self._begin("scroll to the end")
        for _ in range(PAGES):
            control(Qt.Key.Key_End)
            yield settled()
        self._begin("read one after the other")
        for _ in range(8):
            press(Qt.Key.Key_Up)
            yield settled()
        self._begin("sort")
        header = shell().findChild(QTableView).horizontalHeader()
        pressed_on(header.viewport(), header.sectionViewportPosition(1) + 20, header.height() // 2)
        yield settled()

    def _plan(self) -> Script:
        """Begin a plan, and come back to it."""
        for again in ("", " again"):
            self._begin(f"open a plan{again}")
            press(Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier)
            yield settled()
            self._begin("leave the plan")
            control(Qt.Key.Key_2)
            yield settled()

    def _look_at_trends(self) -> Script:
        """See the trends, those of a year, each outcome on its own, and the page of insights."""
        self._begin("open the trends")
        control(Qt.Key.Key_3)
        yield settled()
        self._begin("filter the trends")
        next(one for one in shell().findChildren(QPushButton) if one.menu() and one.isVisible()).setFocus()
        press(Qt.Key.Key_Space)
        for key in (Qt.Key.Key_Down, Qt.Key.Key_Right, *[Qt.Key.Key_Down] * 5, Qt.Key.Key_Return):
            yield QApplication.activePopupWidget
            press(key)
        yield settled()
        self._begin("show another chart")
        for _ in range(3):
            press(Qt.Key.Key_Right)
            yield settled()
        self._begin("take the filter back")
        press(Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier)
        yield settled()
        self._begin("open the insights")
        control(Qt.Key.Key_4)
        yield settled()

    def _import(self) -> Script:
        """Take in many records, write another review meanwhile, and undo all of it."""
        from negojournal.ui.shell.transfer import Transfer

        self._begin("open today")
        control(Qt.Key.Key_1)
        yield settled()
        self._begin("import")
        shell().findChild(Transfer).import_from(self._records)
        yield rested(0.3)
        yield from self._log("Price of the paint")
        self._begin("open today after the import")
        control(Qt.Key.Key_1)
        yield settled()
        for _ in range(2):
            self._begin("undo")
            control(Qt.Key.Key_Z)
            yield settled()


if __name__ == "__main__":
    run_driven(Path(sys.argv[1]), lambda: Hour(Path(sys.argv[2])).script())
