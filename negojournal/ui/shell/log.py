"""The log file: versions and tracebacks, never a word of the journal."""

from __future__ import annotations

import logging
import os
from io import TextIOWrapper
from logging.handlers import RotatingFileHandler
from pathlib import Path

NAME = "negojournal"
LARGEST, KEPT = 200_000, 2
PRIVATE = 0o600


class PrivateFileHandler(RotatingFileHandler):
    """Write a log that only its owner can read, and begin a new one when it has grown."""

    def _open(self) -> TextIOWrapper:
        descriptor = os.open(self.baseFilename, os.O_WRONLY | os.O_APPEND | os.O_CREAT, PRIVATE)
        return os.fdopen(descriptor, "a", encoding=self.encoding)


def log_error(folder: Path, text: str) -> None:
    """Log what went wrong."""
    begin_log(folder)
    logging.getLogger(NAME).error("%s", text)


def begin_log(folder: Path) -> Path | None:
    """Log into a file in this folder from now on and return it, or None where it can't be written."""
    logger = logging.getLogger(NAME)
    file = folder / f"{NAME}.log"
    if any(isinstance(handler, PrivateFileHandler) for handler in logger.handlers):
        return file
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        handler = PrivateFileHandler(file, maxBytes=LARGEST, backupCount=KEPT, encoding="utf-8")
    except OSError:
        return None
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    logger.addHandler(handler)
    logger.setLevel(logging.INFO)
    return file
