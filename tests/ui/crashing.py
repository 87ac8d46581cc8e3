"""Fail in every way there is, over a journal with a marked record: python -m tests.ui.crashing JOURNAL [show]."""

from __future__ import annotations

import logging
import sys
import threading
import time
import warnings
from pathlib import Path

from tests.ui.solitude import run

MARK = "Zanzibar-Rent-4711"


class Failing:
    """Fail the way real code does: the value at fault is in the words of the error, and in those before it."""

    def __init__(self, value: str) -> None:
        self._value = value

    def fail(self, *_: object) -> None:
        try:
            {}[self._value]
        except KeyError as error:
            message = f"no {self._value}"
            raise ValueError(message) from error

    def __del__(self) -> None:
        self.fail()


def fail_everywhere(path: Path) -> None:
    """Open the window, fail on every thread, and let libraries and Qt complain; print what the user is shown."""
    from PySide6.QtCore import QTimer, qCritical, qWarning
    from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton

    from negojournal.domain.filter import Filter
    from negojournal.ui.shell import doorway
    from negojournal.ui.shell.program import Program

    def script() -> None:
        program = None
        while program is None or program._journal is None:
            # QTest.qWait would keep all other threads from running.
            QApplication.processEvents()
            time.sleep(0.005)
            tops = [one.findChild(Program) for one in QApplication.topLevelWidgets()]
            program = next((one for one in tops if one is not None), None)
        (line,) = program._journal.lists.page(Filter()).lines
        failing = Failing(line.title)
        QTimer.singleShot(0, failing.fail)
        program.parts.worker.run(failing.fail, print)
        thread = threading.Thread(target=failing.fail)
        thread.start()
        thread.join()
        program.parts.worker.drain()
        QApplication.processEvents()
        qWarning(f"QTextBrowser: No document for {line.title}")
        qCritical(line.title)
        logging.getLogger("library").error("can't read %s", line.title)
        warnings.warn(line.title, stacklevel=1)
        box = program.parts.window.findChild(QMessageBox)
        next(button for button in box.findChildren(QPushButton) if "Copy" in button.text()).click()
        sys.stdout.write(f"{box.text()}\n{box.informativeText()}\n{QApplication.clipboard().text()}\n")
        program.parts.window.close()

    class Scripted(doorway.QApplication):
        def exec(self) -> int:
            script()
            return 0

    doorway.QApplication = Scripted
    run("--journal", path)


def fail_to_show(path: Path) -> None:
    """Fail at the command line, in the middle of a record."""
    from negojournal.service import record

    record.record_markdown = lambda found, *_, **__: Failing(found.title).fail()
    sys.exit(run("--journal", path, "show", "0"))


def main(path: str, command: str = "") -> None:
    (fail_to_show if command else fail_everywhere)(Path(path))


if __name__ == "__main__":
    main(*sys.argv[1:])
