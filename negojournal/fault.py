"""What is said of a fault of our own: versions and where it happened, never a word of the journal."""

# ruff: noqa: PLC0415 - seldom wanted, and a start doesn't wait for it

from __future__ import annotations

import logging
import sys
import threading
import warnings
from contextlib import suppress
from importlib import import_module
from types import TracebackType
from typing import TYPE_CHECKING

from negojournal import __version__

if TYPE_CHECKING:
    from sys import UnraisableHookArgs


def report(kind: type[BaseException], error: BaseException | None, trace: TracebackType | None, *versions: str) -> str:
    """Return versions and where it happened.

    The words of an exception often quote the value at fault, so only its kind is named.
    """
    import platform

    named = (f"negojournal {__version__}", f"Python {platform.python_version()}", *versions, platform.system())
    return "\n".join((", ".join(named), "", *_chain(kind, error, trace)))


def keep_words() -> None:
    """Have every fault of this process told by `report`, and let no library print what it would quote.

    A fault that ends the process at once writes nothing of its memory to the disk.
    """
    _write_no_core()
    sys.excepthook = _say
    sys.unraisablehook = on_unraisable
    threading.excepthook = _on_thread
    logging.lastResort = None
    if not sys.warnoptions:
        warnings.simplefilter("ignore")


def on_unraisable(raised: UnraisableHookArgs) -> None:
    """Tell of a fault that nothing could be interrupted by, such as one while something is thrown away."""
    sys.excepthook(raised.exc_type, raised.exc_value or raised.exc_type(), raised.exc_traceback)


def _write_no_core() -> None:
    # A process that lets nobody look into its memory at all gets no file dialogs from a desktop's portal.
    with suppress(ImportError, OSError):  # Windows has no such limit
        resource = import_module("resource")
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _say(kind: type[BaseException], error: BaseException | None, trace: TracebackType | None) -> None:
    if sys.stderr is not None:
        sys.stderr.write(f"{report(kind, error, trace)}\n")


def _on_thread(raised: threading.ExceptHookArgs) -> None:
    if raised.exc_type is not SystemExit:
        _say(raised.exc_type, raised.exc_value, raised.exc_traceback)


def _chain(kind: type[BaseException], error: BaseException | None, trace: TracebackType | None) -> list[str]:
    import traceback

    earlier = (error.__cause__ or error.__context__) if error is not None else None
    lines = [*_chain(type(earlier), earlier, earlier.__traceback__), "which led to"] if earlier is not None else []
    lines += [line.rstrip() for line in traceback.format_tb(trace)]
    return [*lines, f"{kind.__module__}.{kind.__qualname__}"]
