"""What a window leaves outside itself."""

from __future__ import annotations

from PySide6.QtGui import QClipboard, QGuiApplication, QPixmapCache
from PySide6.QtWidgets import QToolTip


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
