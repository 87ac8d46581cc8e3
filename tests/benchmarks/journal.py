"""The journals that are measured: samples of 1,000, 100,000 and 1,000,000, made once and copied for each run."""

from __future__ import annotations

import hashlib
import shutil
import sys
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlcipher3 import dbapi2 as driver

from negojournal.paths import resource_folder
from negojournal.service.journal import Journal, open_journal
from negojournal.service.sample import new_sample
from negojournal.storage.schema import statements

CACHE = Path(__file__).parent / ".cache"
FEW, MANY, MOST = 1_000, 100_000, 1_000_000
TODAY = date(2026, 7, 1)


@dataclass(frozen=True, slots=True)
class Bench:
    """Hold a journal, its file, and a bare connection to a copy of it, for what is written by hand."""

    count: int
    path: Path
    journal: Journal
    bare: driver.Connection


@contextmanager
def benches(*counts: int) -> Iterator[list[Bench]]:
    """Open copies of the journals with so many reviews, and drop them afterwards."""
    CACHE.mkdir(exist_ok=True)
    with ExitStack() as stack:
        folder = Path(stack.enter_context(TemporaryDirectory(dir=CACHE)))
        yield [_bench(stack, folder, count) for count in counts]


def _bench(stack: ExitStack, folder: Path, count: int) -> Bench:
    ready = _sample(count)
    used, bare = folder / f"{count}.db", folder / f"{count}-bare.db"
    for copy in (used, bare):
        shutil.copyfile(ready, copy)
    connection = stack.enter_context(closing(driver.connect(str(bare), isolation_level=None)))
    for pragma in ("foreign_keys = ON", "synchronous = FULL", "journal_mode = WAL"):
        connection.execute(f"PRAGMA {pragma}")
    return Bench(count, used, stack.enter_context(closing(open_journal(used, resource_folder()))), connection)


def _sample(count: int) -> Path:
    """Return the sample of the schema as it is, made where it isn't there yet."""
    schema = hashlib.sha256("\n".join(statements()).encode()).hexdigest()[:12]
    ready = CACHE / f"{count}-{schema}.db"
    if not ready.exists():
        sys.stderr.write(f"Writing a sample of {count:,} …\n")
        half = ready.with_suffix(".half")
        half.unlink(missing_ok=True)
        new_sample(half, count, today=TODAY)
        half.rename(ready)
    return ready
