"""Everything from another journal is taken in."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from functools import cache
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from negojournal.domain.retention import BackupKind
from negojournal.service.backup_folder import listed
from tests.builders import build_full_record
from tests.torture.child import Teller
from tests.torture.saving import FIRST, PASSPHRASE, first_journal
from tests.torture.sound import looked_at, opened, without_stamp
from tests.torture.trial import Kind

NEW = range(FIRST.stop, FIRST.stop + 40)


class Importing:
    """Import a file of many records, all or nothing."""

    def __init__(self, folder: Path, random: Random) -> None:
        self._path, self._file = folder / "journal.db", folder / "other.json"
        self._passphrase = random.choice([None, PASSPHRASE])
        self._path.write_bytes(first_journal(self._passphrase))
        self._file.write_bytes(other_journal())

    def act(self, tell: Teller) -> None:
        """Take the file in."""
        with closing(opened(self._path, self._passphrase)) as journal:
            tell.ready()
            journal.exchange.import_(self._file)
            tell()

    def losses(self, told: int) -> Iterator[str]:
        """Find all of it or nothing, and the backup from before."""
        found, faults = looked_at(self._path, self._passphrase)
        yield from faults
        before, after = ({one.id: without_stamp(one) for one in map(build_full_record, numbers)} for numbers in BOTH)
        if found not in ((after,) if told else (before, after)):
            yield f"{len(found)} records are there, which is neither what was nor what came"
        if found == after and all(one.kind is not BackupKind.IMPORT for one in listed(self._path)):
            yield "there is no backup from before"


BOTH = (FIRST, range(FIRST.start, NEW.stop))

IMPORTING = Kind("importing", 50, Importing)


@cache
def other_journal() -> bytes:
    """Return the export of a journal with many records."""
    with TemporaryDirectory() as folder, closing(opened(Path(folder, "other.db"))) as journal:
        journal.fill(map(build_full_record, NEW), ())
        target = Path(folder, "other.json")
        journal.exchange.export(target)
        return target.read_bytes()
