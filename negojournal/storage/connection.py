"""Connections of the driver, for whatever speaks to a file; needs nothing that takes time to load."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2 as driver

from negojournal.domain.passphrase import Passphrase
from negojournal.storage.place import is_waiting

BUSY_SECONDS = 2.0
"""How long another program's lock is waited for."""

MEMORY = Path(":memory:")

PRAGMAS = (
    "foreign_keys = ON",
    "temp_store = MEMORY",
    "trusted_schema = OFF",
    "cell_size_check = ON",
    "synchronous = FULL",
    "journal_mode = WAL",
)


def open_file(path: Path, passphrase: Passphrase | None) -> Any:  # noqa: ANN401 - the driver has no types
    """Return a connection to a file, as the journal is written and read through it."""
    connection = connect(path, "rw", passphrase)
    for pragma in PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")
    return connection


def look_into(path: Path, passphrase: Passphrase | None = None) -> Any:  # noqa: ANN401 - the driver has no types
    """Return a connection that reads a file and neither writes to it nor locks it.

    SQLite is told that the file can't change, unless changes wait beside it.
    """
    return connect(path, "ro" if is_waiting(path) else "ro&immutable=1", passphrase)


def connect(path: Path, mode: str, passphrase: Passphrase | None = None) -> Any:  # noqa: ANN401 - the driver has no types
    """Return the driver's connection to a file that exists, in a mode of SQLite's URIs ("rw", "ro").

    The first statement says whether the passphrase is right: a wrong one is "not a database" to the driver.
    """
    address = str(path) if path == MEMORY else f"{path.absolute().as_uri()}?mode={mode}"
    connection = driver.connect(address, uri=True, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False)
    if passphrase is not None:
        # The library would write what it does about the key to standard error.
        connection.execute("PRAGMA cipher_log_level = NONE")
        # Not by a statement: its text would stay in memory. (And `hexkey` takes the first forty bytes only.)
        connection.set_key(passphrase.encoded())
    return connection
