"""The one door to SQLite: how a file is opened, and what a transaction is."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from threading import RLock
from typing import Any

from sqlalchemy import Connection, Engine, StaticPool, create_engine, event
from sqlcipher3 import dbapi2 as driver

from negojournal.errors import CorruptError
from negojournal.storage.failure import translated

BUSY_SECONDS = 2.0
"""How long another program's lock is waited for."""

MEMORY = Path(":memory:")

PRAGMAS = (
    "foreign_keys = ON",
    "trusted_schema = OFF",
    "cell_size_check = ON",
    "synchronous = FULL",
    "journal_mode = WAL",
)


class Database:
    """Give transactions on one file, or in memory where there is no path, to one thread at a time."""

    def __init__(self, path: Path | None) -> None:
        self.path = path or MEMORY
        self._lock = RLock()
        self._damage: CorruptError | None = None
        self._joined: Connection | None = None
        self._engine = _engine(self.path)
        self._writer = self._engine.execution_options(immediate=True)

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Open a transaction that sees one state of the journal, or join the one that is open."""
        with self._transaction(self._engine) as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """Open a transaction that is kept whole or not at all, or join the one that is open.

        A file known to be damaged is refused.
        """
        if self._damage:
            raise self._damage
        with self._transaction(self._writer) as connection:
            yield connection

    @contextmanager
    def whole(self) -> Iterator[None]:
        """Make one transaction of everything that this thread reads and writes until it is left."""
        with self.writing() as connection:
            outer, self._joined = self._joined, connection
            try:
                yield
            finally:
                self._joined = outer

    @contextmanager
    def rebuilding(self) -> Iterator[Connection]:
        """Open a transaction in which a table can be replaced without its lines going with it."""
        try:
            self._enforce(on=False)
            with self.writing() as connection:
                yield connection
        finally:
            self._enforce(on=True)

    def close(self) -> None:
        """Let go of the file."""
        with self._lock, translated(self.path):
            self._engine.dispose()

    @contextmanager
    def _transaction(self, engine: Engine) -> Iterator[Connection]:
        # The lock comes first: only the thread that holds it may see, and so join, what is open.
        with self._lock, self._noting_damage():
            if self._joined is not None:
                yield self._joined
            else:
                with engine.begin() as connection:
                    yield connection

    def _enforce(self, *, on: bool) -> None:
        # Only outside of a transaction, which SQLAlchemy would open.
        with closing(self._engine.raw_connection()) as connection:
            connection.cursor().execute(f"PRAGMA foreign_keys = {'ON' if on else 'OFF'}")

    @contextmanager
    def _noting_damage(self) -> Iterator[None]:
        try:
            with translated(self.path):
                yield
        except CorruptError as damage:
            self._damage = damage
            raise


def connect(path: Path, mode: str) -> Any:  # noqa: ANN401 - the driver has no types
    """Return the driver's connection to a file that exists, in a mode of SQLite's URIs ("rw", "ro")."""
    address = str(path) if path == MEMORY else f"{path.absolute().as_uri()}?mode={mode}"
    return driver.connect(address, uri=True, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False)


def _engine(path: Path) -> Engine:
    # The driver's own transactions would leave half a migration behind, hence isolation_level None and the event;
    # the text of a record must not reach a log through an error, hence hide_parameters.
    engine = create_engine(
        "sqlite+pysqlite://",
        module=driver,
        creator=lambda: _opened(path),
        poolclass=StaticPool,
        hide_parameters=True,
    )
    event.listen(engine, "begin", _begin)
    return engine


def _opened(path: Path) -> Any:  # noqa: ANN401 - the driver has no types
    connection = connect(path, "rw")
    for pragma in PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")
    return connection


def _begin(connection: Connection) -> None:
    immediate = connection.get_execution_options().get("immediate", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if immediate else "BEGIN")
