"""A person keeps the first records of all, in a folder that isn't there yet."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from random import Random

from negojournal import paths
from tests.builders import build_record
from tests.torture.child import Teller
from tests.torture.saving import PASSPHRASE
from tests.torture.sound import content_of, opened, unsound, without_stamp
from tests.torture.trial import Kind

RECORDS = tuple(map(build_record, range(3)))


class Beginning:
    """Make the folder, the journal, a few records, and a backup."""

    def __init__(self, folder: Path, random: Random) -> None:
        os.environ["XDG_DATA_HOME"] = str(folder / "share")
        self._path = paths.journal_file()
        self._passphrase = random.choice([None, PASSPHRASE])

    def act(self, tell: Teller) -> None:
        """Keep the records, one after the other, and back up."""
        tell.ready()
        with closing(opened(self._path, self._passphrase)) as journal:
            for record in RECORDS:
                journal.records.save(record)
                tell()
            journal.backups.make()
            tell()

    def losses(self, told: int) -> Iterator[str]:
        """Find so many records, or one more, and the backup where it was made."""
        with closing(opened(self._path, self._passphrase)) as journal:
            yield from unsound(journal)
            found, backups = content_of(journal), journal.backups.all()
        if found not in [{one.id: without_stamp(one) for one in RECORDS[:count]} for count in (told, told + 1)]:
            yield f"there are {len(found)} records after {told} steps"
        if told > len(RECORDS) and not backups:
            yield "the backup is lost"


BEGINNING = Kind("beginning", 50, Beginning)
