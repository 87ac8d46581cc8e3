"""Know a file, and the log that SQLite writes beside it, from others of the same name."""

from __future__ import annotations

from pathlib import Path

from negojournal.storage.beside import log_of

Identity = tuple[int, int]


class Place:
    """Tell whether what was opened under a name is still there; what is in memory always is."""

    def __init__(self, path: Path) -> None:
        self._path = path.absolute()
        self._beside = self._path
        self._file: Identity | None = None
        self._log: Identity | None = None

    def note_file(self) -> None:
        """Know from now on the file that is about to be opened, unless one is known already."""
        self._file = self._file or _identity(self._path)

    def note_log(self) -> None:
        """Know from now on the log of the file that has been opened; SQLite puts it where a link leads."""
        self._beside = log_of(self._path)
        self._log = _identity(self._beside)

    def forget(self) -> None:
        """Know no file any more."""
        self._file = None

    def has_file(self) -> bool:
        """Tell whether the file is there, and no other in its place."""
        return self._file is None or _identity(self._path) == self._file

    def has_log(self) -> bool:
        """Tell whether the log is there that is written; a new file has none before something is."""
        found = _identity(self._beside)
        self._log = self._log or found
        return found == self._log

    def is_left(self) -> bool:
        """Tell whether what is written goes where nobody finds it; not where others keep a log of their own there."""
        return not self.has_file() or (not self.has_log() and not is_waiting(self._path))


def is_waiting(path: Path) -> bool:
    """Tell whether a file has a log with something in it."""
    try:
        return log_of(path).stat().st_size > 0
    except FileNotFoundError:
        return False


def _identity(path: Path) -> Identity | None:
    """Return what tells a file from another of its name, None where there is none, as for one in memory."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino
