"""The one door to SQLite: how a file is opened, and what a transaction is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from threading import RLock
from typing import Any

from sqlalchemy import Connection, Engine, StaticPool, create_engine, event
from sqlcipher3 import dbapi2 as driver

from negojournal.domain.passphrase import Passphrase
from negojournal.errors import CorruptError, ReadOnlyError, UnreachableError
from negojournal.storage.connection import MEMORY, open_file
from negojournal.storage.failure import absence_of, translated
from negojournal.storage.place import Place

Version = tuple[int, int]
"""How often a file was opened, and what SQLite has counted since."""

BeforeMigration = Callable[[Path, Passphrase | None], object]
"""Given the file whose schema is about to be brought up to date, and what opens it; what it raises prevents that."""


class Database:
    """Give transactions on one file, or in memory where there is no path, to one thread at a time.

    An encrypted file is opened with its passphrase.
    """

    def __init__(self, path: Path | None, passphrase: Passphrase | None = None) -> None:
        self.path = path or MEMORY
        self.passphrase = passphrase
        self._lock = RLock()
        self._damage: CorruptError | None = None
        self._joined: Connection | None = None
        self.before_writing: Callable[[], object] = let_pass
        self._place = Place(self.path)
        self._is_open = False
        self._openings = 0
        self._engine = _engine(self._connect)
        self._writer = self._engine.execution_options(immediate=True)

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Open a transaction that sees one state of the journal, or join the one that is open."""
        with self._transaction(self._engine) as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """Open a transaction that is kept whole or not at all, or join the one that is open.

        A file known to be damaged is refused, and one that is not where it was opened: SQLite goes on writing into
        what has no name any more. Whoever replaces a file holds its lock, so this is looked at under the lock.
        """
        if self._damage:
            raise self._damage
        if self._joined is None:
            if self._place.has_file():
                self._take_along()
            self.before_writing()
        with self._transaction(self._writer) as connection:
            self._check_place()
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

    def data_version(self) -> Version:
        """Return what changes when another program has written, or may have, and never by what is written here.

        SQLite counts for each time that a file is opened anew. Raises UnreachableError when the file was moved, deleted
        or replaced.
        """
        self._take_along()
        self._check_place()
        with self.reading() as connection:
            return self._openings, int(connection.exec_driver_sql("PRAGMA data_version").scalar_one())

    def close(self) -> None:
        """Let go of the file."""
        with self._lock, translated(self.path):
            self._take_along()
            self._let_go()
            self._place.forget()

    @contextmanager
    def away(self) -> Iterator[None]:
        """Let go of the file and keep everybody waiting until it is left; what then is there is opened when needed.

        Raises UnreachableError when the file was moved, deleted or replaced.
        """
        with self._lock:
            self._check_place()
            self.close()
            yield

    def _connect(self) -> Any:  # noqa: ANN401 - the driver has no types
        # Looked at before: what is replaced while it is being opened must not pass for the file that is open.
        self._check_place()
        self._place.note_file()
        connection = open_file(self.path, self.passphrase)
        self._place.note_log()
        self._is_open = True
        self._openings += 1
        return connection

    def _check_place(self) -> None:
        if not self._place.has_file() or (self._is_open and not self._place.has_log()):
            raise absence_of(self.path)

    def _take_along(self) -> None:
        """Let a file that was moved have what is written and stands beside it, under its old name, and let go of it.

        Whatever has that name now would be given it otherwise, and what others write into that would be given to the
        file that was moved: SQLite doesn't know a log from another file's. Where the log was deleted, SQLite goes on
        with what has no name any more, so the file is given that, too, and is opened anew when it is needed.
        """
        with self._lock:
            if self._is_open and self._place.is_left() and (self._has_all() or not self._place.has_file()):
                self._let_go()

    def _has_all(self) -> bool:
        """Write into the file what waits in its log, and tell whether all of it could be."""
        try:
            with closing(self._engine.raw_connection()) as connection:
                answer = connection.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        except driver.Error:
            return False
        return bool(answer[0] == 0)

    def _let_go(self) -> None:
        self._engine.dispose()
        self._is_open = False

    @contextmanager
    def _transaction(self, engine: Engine) -> Iterator[Connection]:
        # The lock comes first: only the thread that holds it may see, and so join, what is open.
        with self._lock, self._noting_failure():
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
    def _noting_failure(self) -> Iterator[None]:
        try:
            with translated(self.path):
                yield
        except CorruptError as damage:
            self._damage = damage
            raise
        except (ReadOnlyError, UnreachableError):
            # What SQLite could open for reading only, or lost with a drive, stays so until it is opened anew.
            if self._joined is None and self._place.has_file() and self._place.has_log():
                self._let_go()
            raise


def let_pass(*_about: object) -> None:
    """Have nothing to do before something is written."""


def _engine(opened: Callable[[], Any]) -> Engine:
    # The driver's own transactions would leave half a migration behind, hence isolation_level None and the event;
    # the text of a record must not reach a log through an error, hence hide_parameters.
    engine = create_engine(
        "sqlite+pysqlite://",
        module=driver,
        creator=opened,
        poolclass=StaticPool,
        hide_parameters=True,
    )
    event.listen(engine, "begin", _begin)
    return engine


def _begin(connection: Connection) -> None:
    immediate = connection.get_execution_options().get("immediate", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if immediate else "BEGIN")
