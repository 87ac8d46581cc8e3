"""Write what one file of SQLite's holds to a new one that another passphrase opens, or none, and make sure of it."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2 as driver

from negojournal.domain.passphrase import Passphrase
from negojournal.domain.progress import Progress
from negojournal.errors import StorageError
from negojournal.storage.beside import part_of
from negojournal.storage.disk import settle_file
from negojournal.storage.failure import BY_MESSAGE, damage_of, refusal_of
from negojournal.storage.header import is_plain
from negojournal.storage.probe import PRIVATE, looking

BEAT = 100_000
"""Steps of SQLite from one report of progress to the next."""


def convert(source: Any, path: Path, passphrase: Passphrase | None, meter: Meter) -> None:  # noqa: ANN401 - the driver has no types
    """Write what a connection reads to a new file beside `path`, and make sure that it's all there."""
    part = part_of(path)
    try:
        part.unlink(missing_ok=True)
        os.close(os.open(part, os.O_RDWR | os.O_CREAT | os.O_EXCL, PRIVATE))
        with meter.watching(source, path):
            _export(source, part, passphrase)
        with looking(part, passphrase) as fresh:
            is_same = _is_sound(fresh) and _census(fresh) == _census(source)
        if not is_same or is_plain(part) is not (passphrase is None):
            raise damage_of(path)
        settle_file(part)
    except OSError as error:
        raise refusal_of(error, path) from error


def is_whole(part: Path, passphrase: Passphrase | None) -> bool:
    """Tell whether a new file was finished; one without content opens with any passphrase."""
    try:
        with looking(part, passphrase) as connection:
            # What says that it's a journal is written last.
            return bool(connection.execute("PRAGMA application_id").fetchone()[0]) and _is_sound(connection)
    except StorageError:
        return False


def _is_sound(connection: Any) -> bool:  # noqa: ANN401 - the driver has no types
    return bool(connection.execute("PRAGMA integrity_check(1)").fetchone() == ("ok",))


def _export(source: Any, part: Path, passphrase: Passphrase | None) -> None:  # noqa: ANN401 - the driver has no types
    key = passphrase.encoded() if passphrase else ""
    numbers = {name: source.execute(f"PRAGMA main.{name}").fetchone()[0] for name in ("application_id", "user_version")}
    source.execute("PRAGMA cipher_log_level = NONE")
    # Without an empty key the new file would get the key of the old one.
    source.execute("ATTACH ? AS fresh KEY ?", (f"{part.absolute().as_uri()}?mode=rw", key))
    # The file counts only once it's whole and on the disk, so a journal of its own would be of no use.
    source.execute("PRAGMA fresh.journal_mode = OFF")
    source.execute("PRAGMA fresh.synchronous = OFF")
    source.execute("BEGIN")
    try:
        source.execute("SELECT sqlcipher_export('fresh')").fetchall()
    except driver.Error as error:
        # The function hands on SQLite's words for its result code, and not the code.
        error.sqlite_errorcode = BY_MESSAGE.get(str(error), error.sqlite_errorcode)
        raise
    source.execute("COMMIT")
    for name, number in numbers.items():
        source.execute(f"PRAGMA fresh.{name} = {number}")
    source.execute("DETACH fresh")


def _census(connection: Any) -> tuple[object, ...]:  # noqa: ANN401 - the driver has no types
    """Return what tells whether a file holds all of another: its schema, and how many rows by which numbers.

    The search index knows a record by the number of its row.
    """
    schema = connection.execute("SELECT type, name, sql FROM sqlite_master ORDER BY type, name").fetchall()
    tables = connection.execute(
        "SELECT name, wr FROM pragma_table_list WHERE schema = 'main' AND type IN ('table', 'shadow') ORDER BY name"
    ).fetchall()
    rows = [
        connection.execute(f'SELECT count(*), {"0" if without else "total(rowid)"} FROM "{name}"').fetchone()  # noqa: S608 - names of its own schema
        for name, without in tables
        if not name.startswith("sqlite_")
    ]
    identity = connection.execute("SELECT * FROM pragma_application_id, pragma_user_version").fetchone()
    return schema, tables, rows, identity


class Meter:
    """Tell how far the work is by the size of the files that are written, in KiB."""

    def __init__(self, paths: Sequence[Path], progress: Progress | None) -> None:
        self._progress = progress
        self._total = sum(map(_size, paths))
        self._done = 0

    @contextmanager
    def watching(self, connection: Any, path: Path) -> Iterator[None]:  # noqa: ANN401 - the driver has no types
        """Tell how far it is while a connection writes the new file of `path`, and let that be stopped."""
        if (progress := self._progress) is None:
            yield
            return

        def tell(more: int) -> None:
            progress(min(self._done + more, self._total), self._total)

        tell(0)
        connection.set_progress_handler(lambda: tell(_size(part_of(path))), BEAT)
        try:
            yield
        except driver.Error:
            # The driver knows no more than that it was interrupted; whoever wants to stop says so again.
            tell(0)
            raise
        finally:
            connection.set_progress_handler(None, 0)
        self._done += _size(path)
        tell(0)


def _size(path: Path) -> int:
    try:
        return path.stat().st_size >> 10
    except OSError:
        return 0
