"""Write a real journal of the present schema and what it exports as, for later versions to open.

Run once for each revision, before it is released: `python -m tests.storage.release`.
"""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

from negojournal.domain.catalog import EntryKind
from negojournal.domain.draft import Draft
from negojournal.domain.moment import Moment
from negojournal.paths import resource_folder
from negojournal.service.journal import Journal, open_journal
from negojournal.service.sample import write_sample
from negojournal.storage.revision import HEAD
from tests.builders import build_full_record, build_milestone, build_record

DATA = Path(__file__).parents[1] / "data"


def write_release(folder: Path) -> None:
    """Write a journal with something in every table, and its export."""
    file = folder / f"schema-{HEAD}.db"
    file.unlink(missing_ok=True)
    with closing(open_journal(file, resource_folder())) as journal:
        fill(journal)
        journal.exchange.export(file.with_suffix(".json"))
    for written in (file, file.with_suffix(".json")):
        written.chmod(0o644)


def fill(journal: Journal) -> None:
    """Put a sample, a record of every field, entries, a milestone, notes, a draft and a deletion into a journal."""
    write_sample(journal, 12, today=date(2026, 11, 23))
    for record in (build_full_record(), build_record(1), build_record(2)):
        journal.records.log(record)
    journal.records.delete([build_record(2).id])
    areas = journal.settings.entries(EntryKind.AREA)
    own = journal.settings.new_entry(EntryKind.AREA, "Gardening")
    journal.settings.replace_entries(EntryKind.AREA, (own, replace(areas[0], hidden=True), *areas[1:]))
    journal.trends.save_milestone(build_milestone(note="In the hills"))
    journal.notes.revise("Ask before I answer.", date(2026, 11, 2))
    journal.notes.choose_focus("dodging", date(2026, 11, 2))
    journal.people.save_note("Marta Ruiz", "Likes to be asked first.")
    saved = Moment("2026-11-23T09:00:00+00:00")
    journal.drafts.keep(Draft(build_record(3, title="Half typed"), "2026-11-2", is_new=True, saved_at=saved))


if __name__ == "__main__":
    write_release(DATA)
