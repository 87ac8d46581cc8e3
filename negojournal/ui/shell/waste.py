"""When Python looks for waste: a look stops every thread, the window's too, for as long as there is much to look at."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def settling() -> Iterator[None]:
    """Look for no waste while much is made that stays, such as modules and records, and not at it later either."""
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()


def look_at_all() -> None:
    """Free what nothing refers to any more, what had settled too."""
    gc.unfreeze()
    gc.collect()
