"""What memory still holds of texts that are gone: what is freed keeps its content until something else is put there."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from threading import Barrier, BrokenBarrierError, Lock, Thread

FILL = -6
"""By which number the C library is told to fill what is freed: M_PERTURB of glibc's malloc.h."""

FILLING = 0x55

LARGEST = 512
"""Bytes of the largest objects that Python keeps pools for: https://docs.python.org/3/c-api/memory.html."""

STEP = 16
"""Bytes from the objects of one pool to those of the next."""

SWEPT = 1 << 20
"""Bytes that are filled of each size; it takes 60 ms."""

HEAPS, HEAP, BLOCK = 6, 24 << 20, 1 << 16
"""How many heaps of threads are filled, and with how many bytes, a block at a time: a backup needs 16 MB."""

SECOND = 1.0

HEAD = b"".__sizeof__()
"""Bytes of an object without content."""


@contextmanager
def wiping() -> Iterator[None]:
    """Fill what is freed until it is left, and then what Python keeps for small objects.

    Whole pages that were freed before go back to the system. It is done as far as glibc serves this process; Python
    and Qt copy texts as they like, so that a word may still be found, but not the journal.
    """
    library = _library()
    if library is not None:
        library.mallopt(FILL, FILLING)
    try:
        yield
    finally:
        _sweep()
        if library is not None:
            _sweep_heaps()
            library.mallopt(FILL, 0)
            library.malloc_trim(0)


def _sweep() -> None:
    """Put empty objects wherever Python keeps room for small ones, and let them go."""
    sizes = range(3 * STEP, LARGEST + 1, STEP)
    filled = [[bytes(size - HEAD) for _ in range(SWEPT // size)] for size in sizes]
    del filled


def _sweep_heaps() -> None:
    """Fill what is free in the heaps that ended threads have left behind, one after the other; new threads get them."""
    gate, turn = Barrier(HEAPS), Lock()

    def fill() -> None:
        with suppress(BrokenBarrierError):
            gate.wait(SECOND)
        with turn:
            filled = [bytes(BLOCK) for _ in range(HEAP // BLOCK)]
            del filled

    threads = [Thread(target=fill, name="sweep") for _ in range(HEAPS)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()


def _library() -> ctypes.CDLL | None:
    """Return the C library if it is one that can do this."""
    try:
        library = ctypes.CDLL(None)
    except (OSError, TypeError):
        return None
    return library if hasattr(library, "mallopt") and hasattr(library, "malloc_trim") else None
