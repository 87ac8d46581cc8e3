"""Signals of the system reach the event loop."""

import os
import signal

import pytest

from negojournal.ui.shell.signals import on_signals


@pytest.mark.skipif(os.name != "posix", reason="these signals are of POSIX systems")
@pytest.mark.parametrize("name", ["SIGINT", "SIGTERM", "SIGHUP"])
def test_a_signal_is_heard_and_handlers_are_put_back(name, qtbot):
    number, heard = getattr(signal, name), []
    before = signal.getsignal(number)
    with on_signals(lambda: heard.append(name)):
        os.kill(os.getpid(), number)
        qtbot.waitUntil(lambda: heard == [name])
    assert signal.getsignal(number) is before
