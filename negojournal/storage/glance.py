"""The newest lines of a journal, read before it is open, so that a list needn't wait until SQLAlchemy is loaded."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from sqlcipher3 import dbapi2 as driver

from negojournal.domain.summary import Summary
from negojournal.storage.connection import look_into
from negojournal.storage.line import COLUMNS, summaries_from
from negojournal.storage.revision import HEAD

NEWEST = (
    f"SELECT NULL, position, {', '.join(COLUMNS)} FROM negotiation "  # noqa: S608 - our own names
    "WHERE deleted_at IS NULL ORDER BY position DESC LIMIT ?"
)

UNREADABLE = (driver.Error, OSError, LookupError, TypeError, ValueError)
"""What comes of a file that can't be read, and of a line whose values are none; whatever it is, the window goes on."""


def newest_lines(path: Path, count: int) -> tuple[Summary, ...]:
    """Return the first lines of the list by date; none where the file isn't a journal that can be read as it is.

    What is in the way is found, and said, by what opens the journal. The file is neither written to nor locked.
    """
    try:
        if not path.is_file():  # a pipe would be waited for
            return ()
        with closing(look_into(path)) as connection:
            connection.execute("PRAGMA busy_timeout = 0")  # a lock is waited for by what opens the journal
            if connection.execute("SELECT version_num FROM alembic_version").fetchone() == (HEAD,):
                return summaries_from(connection.execute(NEWEST, (count,)))
    except UNREADABLE:
        pass
    return ()
