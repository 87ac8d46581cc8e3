"""A journal of an earlier version is opened by this one."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import closing
from functools import cache
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import negojournal.storage.upgrade  # noqa: F401 - loaded before a child is timed
from negojournal.domain.passphrase import Passphrase
from negojournal.domain.retention import BackupKind
from negojournal.service.backup_folder import listed
from negojournal.service.journal import Journal
from negojournal.storage.connection import connect
from negojournal.storage.probe import looking
from negojournal.storage.revision import APPLICATION_ID, HEAD, REVISIONS
from negojournal.storage.soundness import check_pages
from tests.builders import build_record
from tests.storage.release import DATA
from tests.torture.child import Teller
from tests.torture.saving import PASSPHRASE
from tests.torture.sound import opened, unsound
from tests.torture.trial import Kind

NEW = build_record(900, title="Kept after the update")


class Migrating:
    """Open an old journal, which brings it up to date, and keep a record in it."""

    def __init__(self, folder: Path, random: Random) -> None:
        self._path = folder / "journal.db"
        self._revision = random.choice(REVISIONS[:-1])
        self._passphrase = random.choice([None, PASSPHRASE])
        self._path.write_bytes(old_journal(self._revision, self._passphrase))

    def act(self, tell: Teller) -> None:
        """Open it and keep a record."""
        tell.ready()
        with closing(opened(self._path, self._passphrase)) as journal:
            tell()
            journal.records.log(NEW)
            tell()

    def losses(self, told: int) -> Iterator[str]:
        """Find the old journal or the new one, and the same in both."""
        with closing(connect(self._path, "rw", self._passphrase)) as bare:
            (found,) = bare.execute("SELECT version_num FROM alembic_version").fetchall()
        if found[0] not in ({HEAD} if told else {self._revision, HEAD}):
            yield f"the schema is at {found[0]}"
        if found[0] == HEAD:
            yield from self._without_backup()
        with closing(opened(self._path, self._passphrase)) as journal:
            yield from unsound(journal)
            content = exported(journal)
        without, with_new = exports(self._revision)
        if content not in (without, with_new)[max(told - 1, 0) :]:
            yield f"after {told} steps the old journal's content is not what it was"

    def _without_backup(self) -> Iterator[str]:
        backups = [backup.path for backup in listed(self._path) if backup.kind is BackupKind.MIGRATION]
        if not backups:
            yield "the schema was changed without a backup before"
        for backup in backups:
            with looking(backup, self._passphrase) as connection:
                check_pages(connection, backup)
                if connection.execute("SELECT version_num FROM alembic_version").fetchall() != [(self._revision,)]:
                    yield "the backup before is not of the revision before"


MIGRATING = Kind("migrating", 50, Migrating)


@cache
def old_journal(revision: str, passphrase: Passphrase | None) -> bytes:
    """Return the file of a revision as it was released, or the same encrypted."""
    plain = DATA / f"schema-{revision}.db"
    if passphrase is None:
        return plain.read_bytes()
    with TemporaryDirectory() as folder:
        target = Path(folder, "encrypted.db")
        with closing(connect(plain, "ro&immutable=1")) as source:
            source.execute(f"ATTACH '{target}' AS target KEY '{passphrase.text}'")
            source.execute("SELECT sqlcipher_export('target')")
            source.execute(f"PRAGMA target.application_id = {APPLICATION_ID}")
        return target.read_bytes()


@cache
def exports(revision: str) -> tuple[str, str]:
    """Return what a revision's file exports as, without and with the new record."""
    with TemporaryDirectory() as folder:
        path = Path(folder, "journal.db")
        path.write_bytes(old_journal(revision, None))
        with closing(opened(path)) as journal:
            without = exported(journal)
            journal.records.log(NEW)
            return without, exported(journal)


def exported(journal: Journal) -> str:
    """Return everything that a journal exports, and its drafts."""
    with TemporaryDirectory() as folder:
        target = Path(folder, "all.json")
        journal.exchange.export(target)
        plain = json.loads(target.read_text(encoding="utf-8"))
    plain.pop("exported_at")
    return json.dumps([plain, [draft.record.title for draft in journal.drafts.all()]])
