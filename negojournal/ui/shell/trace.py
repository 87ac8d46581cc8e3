"""What a window leaves outside itself."""

from __future__ import annotations

import gc
from functools import lru_cache

from PySide6.QtGui import QClipboard, QGuiApplication, QPixmapCache
from PySide6.QtWidgets import QToolTip

from negojournal.ui.shell.waste import look_at_all

REMEMBERING = ("negojournal.", "matplotlib.")
"""Whose functions remember what they were asked, and with it texts of the journal that were drawn or measured."""

BoundedCache = type(lru_cache(maxsize=1)(len))


def clear_traces() -> None:
    """Clear the clipboard and the selection where they are ours, and what was drawn or said in passing."""
    clipboard = QGuiApplication.clipboard()
    for mode, is_ours in (
        (QClipboard.Mode.Clipboard, clipboard.ownsClipboard()),
        (QClipboard.Mode.Selection, clipboard.ownsSelection()),
        (QClipboard.Mode.FindBuffer, clipboard.ownsFindBuffer()),
    ):
        if is_ours:
            clipboard.clear(mode)
    QToolTip.hideText()
    QPixmapCache.clear()


def forget_texts() -> None:
    """Free what nothing refers to any more, and what was remembered of texts: caches with a bound are keyed by data.

    Every cache refers to its type. Asking for all objects instead would take hold of tuples that another thread is only
    just filling, and Python refuses to go on with those there.
    """
    look_at_all()
    for one in gc.get_referrers(BoundedCache):
        if type(one) is BoundedCache and one.__module__.startswith(REMEMBERING) and one.cache_parameters()["maxsize"]:
            one.cache_clear()
