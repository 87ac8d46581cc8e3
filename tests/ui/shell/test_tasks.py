"""The one worker thread."""

import sys
import threading
import time
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication

from negojournal.errors import FullError
from negojournal.ui.shell.port import StoppedError
from negojournal.ui.shell.tasks import Worker


@pytest.fixture
def worker(qapp):
    one = Worker()
    yield one
    one.close()


def test_work_is_done_in_order_on_a_thread_and_answered_here(worker):
    here, seen = threading.current_thread(), []
    for number in range(3):
        worker.run(
            lambda n=number: (n, threading.current_thread()),
            lambda value: seen.append((value, threading.current_thread())),
        )
    assert worker.drain()
    assert [value[0] for value, _ in seen] == [0, 1, 2]
    assert all(value[1] is not here and answered is here for value, answered in seen)


def test_an_expected_error_goes_to_who_asked(worker):
    seen = []
    worker.run(lambda: _raise(FullError(Path("j"), "full")), seen.append, lambda error: seen.append(str(error)))
    worker.drain()
    assert seen == ["full"]


def test_an_expected_error_that_no_one_asked_about_is_told(worker):
    seen = []
    worker.failed.connect(seen.append)
    worker.run(lambda: _raise(FullError(Path("j"), "full")), seen.append)
    worker.drain()
    assert [str(error) for error in seen] == ["full"]


def test_an_unexpected_error_goes_to_the_crash_hook(worker, monkeypatch):
    seen = []
    monkeypatch.setattr(sys, "excepthook", lambda kind, *_: seen.append(kind))
    worker.run(lambda: 1 / 0, seen.append)
    worker.run(lambda: "and on", seen.append)
    worker.drain()
    assert seen == [ZeroDivisionError, "and on"]


def test_of_one_topic_only_the_newest_answers(worker):
    gate, seen, done = threading.Event(), [], []
    worker.run(gate.wait, lambda _: None)
    for number in range(3):
        worker.run_latest("list", lambda n=number: done.append(n) or n, seen.append)
    worker.run_latest("chart", lambda: "chart", seen.append)
    gate.set()
    worker.drain()
    assert seen == [2, "chart"]
    assert done == [2]


@pytest.mark.parametrize("end", [lambda: "old", lambda: _raise(FullError(Path("j"), "old"))], ids=["value", "error"])
def test_an_answer_that_is_overtaken_while_it_is_worked_out_is_not_told(worker, end):
    begun, gate, seen = threading.Event(), threading.Event(), []
    worker.failed.connect(seen.append)

    def work():
        begun.set()
        gate.wait()
        return end()

    worker.run_latest("list", work, seen.append)
    begun.wait()
    worker.run_latest("list", lambda: "new", seen.append)
    gate.set()
    worker.drain()
    assert seen == ["new"]


def test_waiting_costs_no_work_and_has_an_end(worker):
    gate, seen = threading.Event(), []
    worker.run(gate.wait, seen.append)
    begun, busy = time.monotonic(), time.thread_time()
    in_time = worker.drain(300)
    waited, spent = time.monotonic() - begun, time.thread_time() - busy
    gate.set()
    assert worker.drain()
    assert seen == [True]
    assert not in_time
    assert waited >= 0.2
    assert spent < 0.1


def test_long_work_tells_its_progress(worker, qtbot):
    told, seen = [], []
    worker.long_started.connect(lambda title, _stop: told.append(title))
    worker.long_progressed.connect(lambda done, total: told.append((done, total)))
    worker.long_ended.connect(lambda: told.append("end"))
    worker.run_long("Importing", lambda progress: progress(1, 2) or "done", seen.append)
    worker.drain()
    qtbot.waitUntil(lambda: told[-1:] == ["end"])
    assert told == ["Importing", (1, 2), "end"]
    assert seen == ["done"]


def test_stopped_work_answers_nothing(worker):
    seen = []
    worker.long_started.connect(lambda _title, stop: stop())

    def work(progress):
        try:
            while True:
                progress(1, 2)
        except StoppedError:
            seen.append("stopped")
            raise

    worker.run_long("Importing", work, seen.append)
    worker.drain()
    assert seen == ["stopped"]


def test_closing_finishes_what_was_asked_for_and_does_one_last_thing(qapp):
    worker, seen = Worker(), []
    worker.run(lambda: seen.append("asked"), lambda _: None)
    worker.close(lambda: seen.append("last"))
    assert seen == ["asked", "last"]
    assert worker.is_idle()


def _raise(error):
    raise error


def test_what_can_t_wait_is_done_beside_long_work_and_before_what_comes_later(worker):
    gate, seen = threading.Event(), []
    worker.run_long("Long", lambda _progress: gate.wait(5), lambda _: seen.append("long"))
    worker.run_beside(lambda: time.sleep(0.05), lambda _: seen.append("first"))
    worker.run_beside(lambda: _raise(FullError(Path("j"), "full")), seen.append, lambda error: seen.append(str(error)))
    while len(seen) < 2:
        QCoreApplication.processEvents()
    assert seen == ["first", "full"]
    slow = threading.Event()
    worker.run_beside(lambda: slow.wait(5), lambda _: seen.append("beside"))
    worker.run(slow.is_set, seen.append)
    gate.set()
    time.sleep(0.05)
    slow.set()
    worker.drain()
    assert seen[2:] in (["long", "beside", True], ["beside", "long", True])


def test_what_was_done_beside_is_finished_at_the_end(qapp):
    worker, done = Worker(), []
    worker.run_beside(lambda: time.sleep(0.05), done.append)
    worker.run_beside(lambda: done.append("kept"), done.append)
    worker.close(lambda: done.append("closed"))
    assert done == ["kept", "closed"]
