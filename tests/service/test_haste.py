"""Who goes first."""

from __future__ import annotations

import os
import sys
from threading import Thread, get_native_id

import pytest

from negojournal.service import haste


def priorities() -> list[int]:
    """Return the priority of a thread that has stepped back, and of this one."""
    seen: list[int] = []

    def work() -> None:
        haste.step_back()
        seen.append(os.getpriority(os.PRIO_PROCESS, get_native_id()))

    thread = Thread(target=work)
    thread.start()
    thread.join()
    return [*seen, os.getpriority(os.PRIO_PROCESS, get_native_id())]


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells threads apart")
def test_only_the_thread_itself_steps_back() -> None:
    background, own = priorities()
    assert (background, own) == (max(own, haste.NICENESS), own)
    assert own < haste.NICENESS


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such numbers")
def test_where_the_number_would_be_a_process_nothing_is_done(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(haste, "IS_PER_THREAD", False)
    background, own = priorities()
    assert background == own


def test_what_is_forbidden_is_done_without(monkeypatch: pytest.MonkeyPatch) -> None:
    """A backup is made all the same."""

    def forbid(*_: int) -> None:
        raise PermissionError

    monkeypatch.setattr(haste, "IS_PER_THREAD", True)
    monkeypatch.setattr(os, "setpriority", forbid, raising=False)
    haste.step_back()
