"""How work that takes long tells how far it is."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

T = TypeVar("T")

Progress = Callable[[int, int], None]
"""Told how much is done and of how much; whatever it raises stops the work, and nothing is changed."""

BEAT = 500
"""How many are passed on from one report of progress to the next."""


def told(items: Iterable[T], total: int, progress: Progress | None) -> Iterator[T]:
    """Pass items on and tell how far it is, every so many of them and at the end."""
    for done, item in enumerate(items):
        if progress and done % BEAT == 0:
            progress(done, total)
        yield item
    if progress:
        progress(total, total)
