"""One thread for all work that isn't the window's own, and one for what can't wait until that has the time."""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from queue import Queue, SimpleQueue
from typing import Any, TypeVar

from PySide6.QtCore import QCoreApplication, QEventLoop, QObject, Qt, QTimer, Signal, Slot

from negojournal.domain.progress import Progress
from negojournal.errors import JournalError
from negojournal.ui.shell.port import Failed, Run, StoppedError
from negojournal.ui.shell.waste import settling

T = TypeVar("T")

SECONDS_BETWEEN = 0.05
"""How often progress is shown; more would keep the window busy with it."""


@dataclass(frozen=True, slots=True)
class Job:
    """Hold work, who gets its value, who gets its error, and the topic of which only the newest answers."""

    work: Callable[[], Any]
    then: Callable[[Any], None]
    failed: Failed | None
    topic: str = ""
    number: int = 0


class Worker(QObject):
    """Do work one after the other on a thread of its own, and answer in the thread that it was made in.

    Signals: `long_started(title, stop)`, `long_progressed(done, total)`, `long_ended()`, `failed(JournalError)` for
    errors that no one else answers, `erred(JournalError)` for all of them.
    """

    long_started = Signal(str, object)
    long_progressed = Signal(int, int)
    long_ended = Signal()
    failed = Signal(object)
    erred = Signal(object)
    _answered = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs: SimpleQueue[Job | None] = SimpleQueue()
        self._newest: dict[str, int] = {}
        self._pending = 0
        self._urgent: Queue[Job | None] = Queue()
        self._second: threading.Thread | None = None
        self._answered.connect(self._on_answered, Qt.ConnectionType.QueuedConnection)
        self._thread = threading.Thread(target=self._work, name="journal", daemon=True)
        self._thread.start()

    def run(self, work: Callable[[], T], then: Callable[[T], None], failed: Failed | None = None) -> None:
        """Do the work, then hand its value over."""
        self._put(Job(work, then, failed))

    def run_beside(self, work: Callable[[], T], then: Callable[[T], None], failed: Failed | None = None) -> None:
        """Do short work at once, however long other work takes; what is asked for later is done after it."""
        if self._second is None:
            self._second = threading.Thread(target=self._work_beside, name="journal-beside", daemon=True)
            self._second.start()
        self._pending += 1
        self._urgent.put(Job(work, then, failed))

    def run_latest(
        self, topic: str, work: Callable[[], T], then: Callable[[T], None], failed: Failed | None = None
    ) -> None:
        """Do the work unless newer work on the same topic was asked for; of one topic only the newest answers."""
        self._newest[topic] = self._newest.get(topic, 0) + 1
        self._put(Job(work, then, failed, topic, self._newest[topic]))

    def run_long(
        self, title: str, work: Callable[[Progress], T], then: Callable[[T], None], failed: Failed | None = None
    ) -> None:
        """Do work that shows its progress under this title and can be stopped by the user."""
        stopped = threading.Event()
        told = 0.0

        def progress(done: int, total: int) -> None:
            nonlocal told
            if stopped.is_set():
                raise StoppedError
            if time.monotonic() - told > SECONDS_BETWEEN:
                told = time.monotonic()
                self.long_progressed.emit(done, total)

        def long_work() -> T:
            self.long_started.emit(title, stopped.set)
            try:
                with settling():
                    return work(progress)
            finally:
                self.long_ended.emit()

        self.run(long_work, then, failed)

    def is_idle(self) -> bool:
        """Tell whether everything asked for is answered."""
        return self._pending == 0

    def drain(self, milliseconds: int = 10_000) -> bool:
        """Wait until everything asked for is answered, with the window alive; tell whether it was in time."""
        alarm = QTimer(singleShot=True)
        alarm.start(milliseconds)
        while not self.is_idle() and alarm.isActive():
            QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        return self.is_idle()

    def close(self, last: Run | None = None) -> None:
        """Finish what was asked for, do one last thing on the thread, and end it; nothing is answered any more."""
        if self._second is not None:
            self._urgent.put(None)
            self._second.join()
            self._second = None
        if last is not None:
            self._jobs.put(Job(last, _ignore, None))
        self._jobs.put(None)
        self._thread.join()
        self._pending = 0

    def _put(self, job: Job) -> None:
        self._pending += 1
        self._jobs.put(job)

    def _is_stale(self, job: Job) -> bool:
        return bool(job.topic) and self._newest[job.topic] != job.number

    def _work(self) -> None:
        while (job := self._jobs.get()) is not None:
            self._urgent.join()
            self._answered.emit(_skipped if self._is_stale(job) else self._outcome(job))

    def _work_beside(self) -> None:
        is_over = False
        while not is_over:
            job = self._urgent.get()
            if job is not None:
                self._answered.emit(self._outcome(job))
            self._urgent.task_done()
            is_over = job is None

    def _outcome(self, job: Job) -> Run:
        try:
            answer = partial(job.then, job.work())
        except StoppedError:
            return _skipped
        except JournalError as error:
            self.erred.emit(error)
            answer = partial(job.failed or self.failed.emit, error)
        except Exception as error:  # noqa: BLE001 - the task runner: what isn't expected goes to the crash hook
            return partial(sys.excepthook, type(error), error, error.__traceback__)
        return lambda: None if self._is_stale(job) else answer()

    @Slot(object)
    def _on_answered(self, answer: Run) -> None:
        if self._thread.is_alive():
            self._pending -= 1
            answer()


def _skipped() -> None:
    """Answer nothing: newer work on the same topic will, or the user stopped it."""


def _ignore(_value: object) -> None:
    """Need no value."""
