"""What happens when the fault is ours: it is logged without a word of the journal, and told once."""

from __future__ import annotations

import sys
import threading
import traceback
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, Signal, qVersion

from negojournal import __version__

Raised = tuple[type[BaseException], BaseException | None, TracebackType | None]


class CrashHook(QObject):
    """Take what no one caught, on any thread. `crashed` carries the report; it comes once."""

    crashed = Signal(str)

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self._is_told = False
        self._before = sys.excepthook, threading.excepthook

    def install(self) -> None:
        """Be the hook of this process."""
        sys.excepthook = self.on_raised
        threading.excepthook = self._on_thread

    def uninstall(self) -> None:
        """Put back the hooks that were there before."""
        sys.excepthook, threading.excepthook = self._before

    def on_raised(self, kind: type[BaseException], error: BaseException | None, trace: TracebackType | None) -> None:
        """Log, print and tell; may be called on any thread."""
        from negojournal.ui.shell.log import log_error  # noqa: PLC0415 - seldom wanted

        text = report(kind, error, trace)
        log_error(self._folder, text)
        if sys.stderr is not None:
            sys.stderr.write(f"{text}\n")
        if not self._is_told:
            self._is_told = True
            self.crashed.emit(text)

    def _on_thread(self, raised: threading.ExceptHookArgs) -> None:
        if raised.exc_type is not SystemExit:
            self.on_raised(raised.exc_type, raised.exc_value, raised.exc_traceback)


def report(kind: type[BaseException], error: BaseException | None, trace: TracebackType | None) -> str:
    """Return versions and where it happened.

    The words of an exception often quote the value at fault, so only its kind is named.
    """
    import platform  # noqa: PLC0415 - seldom wanted

    versions = f"negojournal {__version__}, Python {platform.python_version()}, Qt {qVersion()}, {platform.system()}"
    lines = [versions, "", *_chain(kind, error, trace)]
    return "\n".join(lines)


def _chain(kind: type[BaseException], error: BaseException | None, trace: TracebackType | None) -> list[str]:
    earlier = (error.__cause__ or error.__context__) if error is not None else None
    lines = [*_chain(type(earlier), earlier, earlier.__traceback__), "which led to"] if earlier is not None else []
    lines += [line.rstrip() for line in traceback.format_tb(trace)]
    return [*lines, f"{kind.__module__}.{kind.__qualname__}"]
