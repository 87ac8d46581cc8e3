"""The passphrase of a journal with backups is set, changed and removed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import closing
from functools import cache
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from negojournal.domain.passphrase import Passphrase
from negojournal.errors import JournalError
from negojournal.service.backup_folder import listed, own_folder
from negojournal.service.journal import Journal
from negojournal.service.passphrase import NO_WAY_BACK
from negojournal.storage.header import PLAIN, first_page, is_encrypted
from negojournal.storage.probe import looking
from negojournal.storage.soundness import check_pages
from tests.builders import build_full_record
from tests.torture.child import Teller
from tests.torture.saving import FIRST, PASSPHRASE
from tests.torture.sound import content_of, opened, unsound, without_stamp
from tests.torture.trial import Kind

OTHER = Passphrase("ten red bottles")
AFTER = {None: PASSPHRASE, PASSPHRASE: OTHER, OTHER: None}
"""What each passphrase is followed by: set, changed, removed."""

BACKUPS = 2


class Changing:
    """Go through some of the ways from a passphrase to the next."""

    def __init__(self, folder: Path, random: Random) -> None:
        self._folder, self._path = folder, folder / "journal.db"
        first = random.choice(list(AFTER))
        self._states = (first, AFTER[first], AFTER[AFTER[first]])
        lay_out(backed_up(first), folder)

    def act(self, tell: Teller) -> None:
        """Change it."""
        journal = opened(self._path, self._states[0])
        tell.ready()
        for old, new in zip(self._states, self._states[1:], strict=False):
            _change(journal, old, new)
            tell()
        journal.close()

    def losses(self, told: int) -> Iterator[str]:
        """Find that the old or the new one opens everything, and that nobody else can read it."""
        allowed = self._states[told : told + 2]
        locked = is_encrypted(self._path)
        passphrase = next((one for one in allowed if (one is not None) is locked and opens(self._path, one)), ...)
        if passphrase is ...:
            yield f"after {told} steps neither the old nor the new passphrase opens the journal"
            return
        with closing(opened(self._path, passphrase)) as journal:
            yield from unsound(journal)
            yield from self._differing(content_of(journal))
        files = [file for file in self._folder.rglob("*") if file.is_file()]
        yield from (f"{file.name} was left behind" for file in files if ".part" in file.name)
        backups = listed(self._path)
        if len(backups) < BACKUPS:
            yield f"only {len(backups)} backups are left"
        for backup in backups:
            if locked and first_page(backup.path).startswith(PLAIN):
                yield f"anybody can read {backup.path.name}"
            elif not opens(backup.path, passphrase):
                yield f"what opens the journal doesn’t open {backup.path.name}"

    def _differing(self, found: object) -> Iterator[str]:
        if found != {record.id: without_stamp(record) for record in map(build_full_record, FIRST)}:
            yield "the records differ"


CHANGING = Kind("changing the passphrase", 50, Changing)


def opens(path: Path, passphrase: Passphrase | None) -> bool:
    """Tell whether a passphrase, or none, opens a file, and all of it is sound."""
    try:
        with looking(path, passphrase) as connection:
            check_pages(connection, path)
    except JournalError:
        return False
    return True


@cache
def backed_up(passphrase: Passphrase | None) -> dict[str, bytes]:
    """Return the files of a closed journal that has backups, by their names."""
    with TemporaryDirectory() as place:
        folder = Path(place)
        path = folder / "journal.db"
        with closing(opened(path, passphrase)) as journal:
            journal.fill(map(build_full_record, FIRST), ())
            for _ in range(BACKUPS):
                journal.backups.make()
        files = (path, *own_folder(path).iterdir())
        return {str(file.relative_to(folder.resolve())): file.read_bytes() for file in files}


def lay_out(files: Mapping[str, bytes], folder: Path) -> None:
    """Write files into a folder."""
    for name, content in files.items():
        target = folder / name
        target.parent.mkdir(mode=0o700, exist_ok=True)
        target.write_bytes(content)


def _change(journal: Journal, old: Passphrase | None, new: Passphrase | None) -> None:
    if old is None and new is not None:
        journal.passphrase.set(new, NO_WAY_BACK)
    elif old is not None and new is not None:
        journal.passphrase.change(old, new)
    elif old is not None:
        journal.passphrase.remove(old)
