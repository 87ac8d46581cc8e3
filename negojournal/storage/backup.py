"""Copy a journal by SQLite's own backup, so that what is being written meanwhile does no harm."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from negojournal.domain.moment import now
from negojournal.domain.passphrase import Passphrase
from negojournal.domain.progress import Progress
from negojournal.errors import CorruptError
from negojournal.storage.beside import new_part, part_of, side_files
from negojournal.storage.connection import connect
from negojournal.storage.conversion import Meter, convert
from negojournal.storage.disk import settle_file, settle_folder
from negojournal.storage.failure import damage_of, refusal_of, translated
from negojournal.storage.probe import PRIVATE, check_journal, looking
from negojournal.storage.row.journal import DraftRow, EntryRow, MilestoneRow, NoteRow
from negojournal.storage.row.negotiation import NegotiationRow
from negojournal.storage.soundness import check_pages, records_in

PAGES = 500
"""How many pages are copied from one report of progress to the next."""

KEPT = (NegotiationRow, MilestoneRow, DraftRow, EntryRow, NoteRow)
"""What a journal that isn't empty has a row of."""


@dataclass(frozen=True, slots=True)
class Source:
    """Hold a connection that reads one state of a journal, the journal's file, what opens it, and when that was."""

    connection: Any
    path: Path
    passphrase: Passphrase | None
    at: datetime = field(default_factory=now)

    def records(self) -> int:
        """Return how many negotiations there are, the bin left out."""
        with translated(self.path):
            return records_in(self.connection)

    def is_empty(self) -> bool:
        """Tell whether nothing was ever written into the journal, or all of it is gone."""
        names = ", ".join(f"'{row.__tablename__}'" for row in KEPT)
        with translated(self.path):
            found = self.connection.execute(f"SELECT name FROM sqlite_master WHERE name IN ({names})").fetchall()  # noqa: S608 - our own names
            return not any(self.connection.execute(f"SELECT 1 FROM {name} LIMIT 1").fetchone() for (name,) in found)  # noqa: S608 - as above

    def copy_to(self, target: Path, progress: Progress | None = None, rekeyed: Passphrase | None = None) -> None:
        """Write a checked copy that takes the place of a file once all is on the disk; encrypted as the journal is.

        `rekeyed` is what opens the copy, if it isn't to be the same; nothing readable of it is ever on the disk then.
        Raises CorruptError in the journal's name when the journal is damaged, else the target's StorageError; whatever
        is raised, the file that was there stays as it was.
        """
        with written_beside(target) as part:
            try:
                with translated(target):
                    self._fill(part, progress, rekeyed or self.passphrase)
            except CorruptError as error:
                raise damage_of(self.path) from error
            settle_file(part)

    def close(self) -> None:
        """Let the journal's state go."""
        with translated(self.path):
            self.connection.close()

    def _fill(self, part: Path, progress: Progress | None, passphrase: Passphrase | None) -> None:
        if self.passphrase is None and passphrase is not None:
            check_pages(self.connection, self.path)
            convert(self.connection, part, passphrase, Meter((self.path,), progress))
            part_of(part).replace(part)
            return
        with closing(connect(part, "rw", passphrase)) as copy:
            self._copy(copy, progress)

    def _copy(self, copy: Any, progress: Progress | None) -> None:  # noqa: ANN401 - the driver has no types
        def told(_status: int, remaining: int, total: int) -> None:
            if progress:
                progress(total - remaining, total)

        copy.execute("PRAGMA synchronous = OFF")
        self.connection.backup(copy, pages=PAGES, progress=told)
        # What was copied says that it has a log beside it; a backup is one file.
        copy.execute("PRAGMA journal_mode = DELETE")
        check_pages(copy, self.path)


def pinned(path: Path, passphrase: Passphrase | None) -> Source:
    """Hold the present state of a journal for reading, whatever is written after, until it is closed."""
    with translated(path):
        connection = connect(path, "rw", passphrase)
        try:
            connection.execute("BEGIN")
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        except BaseException:
            connection.close()
            raise
    return Source(connection, path, passphrase)


@contextmanager
def opened(file: Path, passphrase: Passphrase | None) -> Iterator[Source]:
    """Give a journal that nobody writes to, such as a backup, to be read; it is not written to.

    Raises the StorageError that says why it isn't a journal of a known revision.
    """
    check_journal(file, passphrase)
    with looking(file, passphrase) as connection:
        yield Source(connection, file, passphrase)


@contextmanager
def written_beside(target: Path) -> Iterator[Path]:
    """Give an empty file that takes the place of another when nothing is raised; only the owner can read it."""
    part = new_part(target)
    try:
        os.close(os.open(part, os.O_RDWR | os.O_CREAT | os.O_EXCL, PRIVATE))
        yield part
        part.replace(target)
        settle_folder(target.parent)
    except OSError as error:
        raise refusal_of(error, target) from error
    finally:
        for one in (part, part_of(part), *side_files(part)):
            with suppress(OSError):
                one.unlink(missing_ok=True)
