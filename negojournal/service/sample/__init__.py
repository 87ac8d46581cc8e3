"""A believable journal for looking around: the negotiations of someone who runs learning and development."""

from __future__ import annotations

from contextlib import closing
from datetime import date
from pathlib import Path

from negojournal import paths
from negojournal.domain.change import Change
from negojournal.domain.identity import MilestoneId, uuid_from
from negojournal.domain.moment import today as this_day
from negojournal.domain.negotiation import Milestone
from negojournal.errors import InvalidError, Problem, UnreachableError
from negojournal.service.journal import Journal, open_journal
from negojournal.service.sample.material import load_material
from negojournal.service.sample.noting import build_notes
from negojournal.service.sample.record import Author
from negojournal.service.sample.timeline import build_timeline, milliseconds, noon

COUNT = 60
SEED = 1
MOST = 1_000_000


def write_sample(journal: Journal, count: int = COUNT, seed: int = SEED, today: date | None = None) -> Change:
    """Fill a new journal with so many invented negotiations and a milestone.

    They end with the week before `today`, and are the same for the same seed and week. Raises InvalidError for a
    count that is less than 1 or more than 1,000,000.
    """
    if not 1 <= count <= MOST:
        raise InvalidError((Problem("count", f"“count” should be a whole number from 1 to {MOST:,}, not {count}."),))
    material = load_material(paths.resource_folder())
    day = today or this_day()
    timeline = build_timeline(count, day)
    event = material.phrases.milestone
    course = Milestone(
        MilestoneId(uuid_from(milliseconds(noon(timeline.course)), seed)), timeline.course, event.title, event.note
    )
    records = Author(material, journal.catalog, timeline, seed).records(count)
    return journal.fill(records, (course,), build_notes(material, timeline.end, day))


def open_sample() -> Journal:
    """Open a sample in memory, which is thrown away when it is closed."""
    journal = open_journal(None, paths.resource_folder())
    write_sample(journal)
    return journal


def new_sample(path: Path, count: int = COUNT, seed: int = SEED, today: date | None = None) -> None:
    """Write a sample journal to a new file; raises StorageError's children, also where the file is there already."""
    if path.exists():
        raise UnreachableError(path, f"{path} is there already; name a new file.")
    try:
        journal = open_journal(path, paths.resource_folder())
        with closing(journal):
            write_sample(journal, count, seed, today)
    except BaseException:
        path.unlink(missing_ok=True)
        raise
