"""Put a backup in a journal's place."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext, suppress
from dataclasses import dataclass
from pathlib import Path

from negojournal.domain.passphrase import Passphrase
from negojournal.domain.progress import Progress
from negojournal.errors import NotFoundError, StorageError, UnreachableError
from negojournal.service.backup_folder import new_aside
from negojournal.service.file import is_encrypted
from negojournal.storage.beside import new_part


@dataclass(frozen=True, slots=True)
class Restored:
    """Hold where the file is that was in place before, None where there was none, and what the journal is now.

    `passphrase` opens it, `records` is how many negotiations it holds.
    """

    aside: Path | None
    passphrase: Passphrase | None
    records: int


def restore(
    path: Path,
    file: Path,
    passphrase: Passphrase | None = None,
    progress: Progress | None = None,
    *,
    own: Passphrase | None = None,
    away: Callable[[], AbstractContextManager[None]] = nullcontext,
) -> Restored:
    """Put a copy of a backup in a journal's place, and the present file, even a broken one, aside.

    `own` opens the journal, as far as that is known, and `passphrase` the backup where that is another one; the
    journal is encrypted afterwards if either was. `away` lets go of the journal while it is exchanged. Raises the
    StorageError that says why the backup, or the journal's place, can't be used; all is then as it was.
    """
    from negojournal.storage.swap import swap  # noqa: PLC0415 - the database loads in 0.3 s

    real = path.resolve()
    with suppress(OSError):
        if file.samefile(real):
            raise UnreachableError(file, f"{file} is the journal itself; name a backup.")
    beside = new_part(real)
    try:
        records = _copy(file, beside, (passphrase or own, own or passphrase), progress)
        aside = new_aside(real)
        with away():
            was_there = swap(real, beside, aside, own or passphrase)
    except StorageError as error:
        if error.path != beside:
            raise
        # Nobody knows the file by the name that it had until it was finished.
        raise type(error)(real, str(error).replace(str(beside), str(real))) from error
    finally:
        with suppress(OSError):
            beside.unlink(missing_ok=True)
    return Restored(aside if was_there else None, own or passphrase, records)


def _copy(
    file: Path, target: Path, keys: tuple[Passphrase | None, Passphrase | None], progress: Progress | None
) -> int:
    """Write a checked copy of a backup, encrypted where there is a passphrase; return how many negotiations it holds.

    The keys are what opens the backup, if it is encrypted, and what is to open the copy.
    """
    from negojournal.storage.backup import opened  # noqa: PLC0415 - as above

    before, after = keys
    locked = is_encrypted(file)
    with opened(file, before if locked else None) as source:
        if source.is_empty():
            raise NotFoundError(f"{file} holds nothing that could be restored.")
        source.copy_to(target, progress, after)
        return source.records()
