"""A person types a title into the window and never saves it."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from itertools import count
from pathlib import Path
from random import Random
from threading import Timer

from tests.torture.child import Teller
from tests.torture.saving import first_journal
from tests.torture.sound import opened
from tests.torture.trial import Kind

LETTERS = "What we said about the rent of the hall, and what we did not say"
BETWEEN = 70
"""Milliseconds from one key to the next."""

PROMISED = 1.0
"""Seconds after which what was typed is kept."""

SECONDS = len(LETTERS) * BETWEEN / 1000 + 2
"""How long the typing goes on, and some rest."""


class Typing:
    """Acknowledge each letter one second after it was typed: by then it must be kept."""

    def __init__(self, folder: Path, _random: Random) -> None:
        self._path = folder / "journal.db"
        self._path.write_bytes(first_journal(None))

    def act(self, tell: Teller) -> None:
        """Open the window and type as soon as the journal is open, until killed."""
        from PySide6.QtWidgets import QApplication

        from negojournal import app

        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        open_journal, run, is_open = app._open_journal, QApplication.exec, list[bool]()

        def opening(*given: object) -> object:
            journal = open_journal(*given)
            is_open.append(True)
            return journal

        def running(*_: object) -> int:
            with _typing(tell, is_open):
                return run()

        app._open_journal, QApplication.exec = opening, running
        app.run_window(self._path, demo=False)

    def losses(self, told: int) -> Iterator[str]:
        """Find the letters in the draft that the next start offers."""
        with closing(opened(self._path)) as journal:
            drafts = [draft.record.title for draft in journal.drafts.all()]
        kept = drafts[0] if drafts else ""
        if not LETTERS.startswith(kept):
            yield f"“{kept}” was never typed"
        if len(kept) < told:
            yield f"{told} letters were typed more than a second before, and {len(kept)} are kept"


TYPING = Kind("typing", 20, Typing, SECONDS)


@contextmanager
def _typing(tell: Teller, is_open: list[bool]) -> Iterator[None]:
    """Have somebody type from when the journal is open."""
    from PySide6.QtCore import QTimer
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication

    numbers = count()
    keys = QTimer(interval=BETWEEN)

    def type_next() -> None:
        if not is_open:
            return
        if (number := next(numbers)) == 0:
            tell.ready()
        if number < len(LETTERS):
            QTest.keyClick(QApplication.focusWidget(), LETTERS[number])
            _later(tell)

    keys.timeout.connect(type_next)
    keys.start()
    yield


def _later(tell: Callable[[], object]) -> None:
    promise = Timer(PROMISED, tell)
    promise.daemon = True
    promise.start()
