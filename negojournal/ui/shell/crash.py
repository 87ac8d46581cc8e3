"""What happens when the fault is ours: it is logged without a word of the journal, and told once."""

from __future__ import annotations

import re
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QMessageLogContext, QObject, QtMsgType, Signal, qInstallMessageHandler, qVersion

from negojournal.fault import on_unraisable, report

PLATFORM = "qt.qpa"
"""What Qt says of the screen and the keyboard, it says without what is shown on them."""

_SPEAKER = re.compile(r"\w+(::~?\w+)*")


class CrashHook(QObject):
    """Take what no one caught, on any thread. `crashed` carries the report; it comes once."""

    crashed = Signal(str)

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self._is_told = False
        self._before = sys.excepthook, threading.excepthook, sys.unraisablehook
        self._handler_before: Callable[[QtMsgType, QMessageLogContext, str], object] | None = None

    def install(self) -> None:
        """Be the hook of this process."""
        sys.excepthook = self.on_raised
        threading.excepthook = self._on_thread
        sys.unraisablehook = on_unraisable
        self._handler_before = qInstallMessageHandler(on_message)

    def uninstall(self) -> None:
        """Put back the hooks that were there before."""
        sys.excepthook, threading.excepthook, sys.unraisablehook = self._before
        qInstallMessageHandler(self._handler_before)

    def on_raised(self, kind: type[BaseException], error: BaseException | None, trace: TracebackType | None) -> None:
        """Log, print and tell; may be called on any thread."""
        from negojournal.ui.shell.log import log_error  # noqa: PLC0415 - seldom wanted

        text = report(kind, error, trace, f"Qt {qVersion()}")
        log_error(self._folder, text)
        if sys.stderr is not None:
            sys.stderr.write(f"{text}\n")
        if not self._is_told:
            self._is_told = True
            self.crashed.emit(text)

    def _on_thread(self, raised: threading.ExceptHookArgs) -> None:
        if raised.exc_type is not SystemExit:
            self.on_raised(raised.exc_type, raised.exc_value, raised.exc_traceback)


def on_message(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
    """Print what Qt has to say, but of a text that it may quote no more than who speaks."""
    if sys.stderr is not None:
        category = context.category or "default"
        is_known = category.startswith(PLATFORM) or kind is QtMsgType.QtFatalMsg
        speaker = _SPEAKER.match(message) if message.startswith("Q") else None
        said = message if is_known else speaker[0] if speaker else ""
        sys.stderr.write(f"{category} {kind.name.removeprefix('Qt').removesuffix('Msg').lower()}: {said}\n")
