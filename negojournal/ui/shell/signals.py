"""Hear the signals by which a terminal or the system asks a program to end."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QSocketNotifier

ENDING = ("SIGINT", "SIGTERM", "SIGHUP")


@contextmanager
def on_signals(run: Callable[[], object]) -> Iterator[None]:
    """Call `run` in the event loop for as long as the context lasts.

    Python handles a signal only between its own instructions, and in the event loop there are none; a pipe wakes it.
    """
    if os.name != "posix":
        yield
        return
    reading, writing = os.pipe()
    os.set_blocking(reading, False)
    os.set_blocking(writing, False)
    notifier = QSocketNotifier(reading, QSocketNotifier.Type.Read)
    notifier.activated.connect(lambda: (os.read(reading, 64), run()))
    waker = signal.set_wakeup_fd(writing, warn_on_full_buffer=False)
    numbers = [getattr(signal, name) for name in ENDING]
    before = {number: signal.signal(number, lambda *_: None) for number in numbers}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
        signal.set_wakeup_fd(waker)
        notifier.setEnabled(False)
        os.close(reading)
        os.close(writing)
