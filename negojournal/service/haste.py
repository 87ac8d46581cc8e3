"""Let what nobody waits for have no more of the processors than is left."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from threading import get_native_id

IS_PER_THREAD = sys.platform == "linux"
"""Elsewhere the same call means a process, by a number that may be anyone's."""

NICENESS = 15
"""From 0, a window's, to 19: beside one at 0 a thread gets a thirtieth of a processor, and all of one that is idle."""


def step_back() -> None:
    """Put the other threads before this one, where the system can tell threads apart and lets them."""
    if IS_PER_THREAD:
        own = get_native_id()
        # What a sandbox forbids would only have been quieter; the work itself must not hang on it.
        with suppress(OSError):
            os.setpriority(os.PRIO_PROCESS, own, max(NICENESS, os.getpriority(os.PRIO_PROCESS, own)))
