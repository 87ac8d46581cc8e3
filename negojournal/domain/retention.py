"""Which backups are kept, and what their names say."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


class BackupKind(StrEnum):
    """Name what a backup was made for; `RESTORE` is the journal that a backup took the place of."""

    DAILY = "daily"
    MIGRATION = "migration"
    IMPORT = "import"
    RESTORE = "restore"
    MANUAL = "manual"


@dataclass(frozen=True, slots=True, order=True)
class Stamp:
    """Hold when a backup was made, by the clock on the wall and to the second, and what for."""

    made_at: datetime
    kind: BackupKind


PERIODS: tuple[tuple[int, Callable[[date], tuple[int, ...]]], ...] = (
    (7, lambda day: (day.toordinal(),)),
    (4, lambda day: day.isocalendar()[:2]),
    (12, lambda day: (day.year, day.month)),
)
"""How many days, weeks and months keep the last daily backup that was made in them."""

NEWEST: Mapping[BackupKind, int] = {BackupKind.MIGRATION: 5, BackupKind.IMPORT: 5, BackupKind.MANUAL: 10}
"""How many of the other kinds are kept; what a backup took the place of is always kept."""

_TIME = "%Y-%m-%d-%H%M%S"
_TIME_WRITTEN = re.compile(r"\d{4}-\d{2}-\d{2}-\d{6}", re.ASCII)


def dropped(stamps: Collection[Stamp], at: datetime | None = None) -> frozenset[Stamp]:
    """Return the backups that are no longer needed at a time; one that is dropped is never missed by a later choice.

    Those of a time to come stay, and use up nothing: a clock that was wrong, or is elsewhere, is no reason to drop the
    one that is made now.
    """
    past = frozenset(stamp for stamp in stamps if at is None or stamp.made_at <= at)
    return past - frozenset(_kept(past))


def backup_name(stem: str, stamp: Stamp) -> str:
    """Return the name of a backup's file in the folder of a journal's backups."""
    return f"{stem}-{stamp.made_at.strftime(_TIME)}-{stamp.kind}.db"


def aside_start(stem: str) -> str:
    """Return how the names of the files begin that a backup took the place of."""
    return f"{stem}-before-restore-"


def aside_name(stem: str, made_at: datetime) -> str:
    """Return the name that the present file gets, beside the one that a backup takes."""
    return f"{aside_start(stem)}{made_at.strftime(_TIME)}.db"


def backup_stamp(stem: str, name: str) -> Stamp | None:
    """Return what the name of a backup says; None where it is another file's."""
    for kind in BackupKind:
        if (moment := _between(name, f"{stem}-", f"-{kind}.db")) is not None:
            return Stamp(moment, kind)
    return None


def aside_stamp(stem: str, name: str) -> Stamp | None:
    """Return what the name of a file that was kept aside says; None where it is another file's."""
    moment = _between(name, aside_start(stem), ".db")
    return Stamp(moment, BackupKind.RESTORE) if moment else None


def _between(name: str, start: str, end: str) -> datetime | None:
    written = name[len(start) : -len(end)]
    if not (name.startswith(start) and name.endswith(end) and _TIME_WRITTEN.fullmatch(written)):
        return None
    try:
        return datetime.fromisoformat(f"{written[:10]}T{written[11:]}")
    except ValueError:
        return None


def _kept(stamps: Collection[Stamp]) -> Iterator[Stamp]:
    newest = sorted(stamps, reverse=True)
    daily = [stamp for stamp in newest if stamp.kind is BackupKind.DAILY]
    for count, period in PERIODS:
        last: dict[tuple[int, ...], Stamp] = {}
        for stamp in daily:
            last.setdefault(period(stamp.made_at.date()), stamp)
        yield from list(last.values())[:count]
    for kind in BackupKind:
        if kind is not BackupKind.DAILY:
            yield from [stamp for stamp in newest if stamp.kind is kind][: NEWEST.get(kind)]
