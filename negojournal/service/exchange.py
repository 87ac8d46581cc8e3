"""Use cases of what leaves the journal as a file, and comes in from one."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TextIO

from negojournal.analysis.phrase import count
from negojournal.domain.catalog import merge_entries
from negojournal.domain.change import Change
from negojournal.domain.filter import Filter
from negojournal.domain.identity import NegotiationId
from negojournal.domain.moment import moment_of, now, today
from negojournal.domain.note import Note
from negojournal.domain.progress import Progress, told
from negojournal.errors import FormatError, InvalidError, UnreachableError
from negojournal.exchange.calendar import calendar_bytes, reminders_of
from negojournal.exchange.ending import CALENDAR
from negojournal.exchange.journal import Document, ScoredRecord, document_problems, read_journal, write_journal
from negojournal.exchange.markdown import write_markdown
from negojournal.exchange.table import write_csv
from negojournal.service.backup import Backups
from negojournal.service.edit import Step
from negojournal.service.file import content_of, read_from, written, written_bytes
from negojournal.service.history import History
from negojournal.service.holding import Holding
from negojournal.service.intake import ImportCounts, build_intake
from negojournal.service.writing import Writing


@dataclass(frozen=True, slots=True)
class ExportCounts:
    """Hold how much was written."""

    negotiations: int
    milestones: int
    entries: int
    notes: int = 0

    def words(self) -> str:
        """Return the counts in one line, for people."""
        notes = f", {count(self.notes, 'note', 'notes')}" if self.notes else ""
        return (
            f"{count(self.negotiations, 'negotiation', 'negotiations')}, "
            f"{count(self.milestones, 'milestone', 'milestones')}, "
            f"{count(self.entries, 'choice of your own', 'choices of your own')}{notes} written"
        )


@dataclass(frozen=True, slots=True)
class Load:
    """Hold what is written."""

    records: Iterator[ScoredRecord]
    holding: Holding
    notes: tuple[Note, ...]


class Exchange:
    """Write the journal to a file, and take one in."""

    def __init__(self, holding: Holding, history: History, backups: Backups) -> None:
        self._holding, self._history, self._backups = holding, history, backups

    def export(self, path: Path, chosen: Filter | None = None, progress: Progress | None = None) -> ExportCounts:
        """Write every record that passes a filter, in the format that the file's name ends with.

        Raises FormatError for another ending and StorageError's children; an earlier file stays until all is written.
        """
        write = WRITERS.get(path.suffix.lower())
        if write is None:
            raise FormatError(f"“{path.name}” should end with one of {', '.join(WRITERS)}.")
        self.spare_journal(path)
        chosen = chosen or Filter()
        total = self._holding.store.lists.tally(chosen).negotiations
        records = told(self._records(chosen), total, progress)
        with written(path) as stream:
            others = write(stream, Load(records, self._holding, self._notes(chosen)))
        return ExportCounts(total, *others)

    def import_(
        self, path: Path, *, dry_run: bool = False, progress: Progress | None = None
    ) -> tuple[ImportCounts, Change]:
        """Take in everything of an exported file that the journal lacks or has in an earlier version.

        A dry run only counts. Raises FormatError and InvalidError, naming the place in the file.
        """
        document = read_from(str(path), read_journal, content_of(path))
        self._check(document, progress)
        if dry_run:
            return build_intake(document, self._holding).counts, Change()
        return self.keep(document, f"importing “{path.name}”", progress)

    def keep(self, document: Document, label: str, progress: Progress | None = None) -> tuple[ImportCounts, Change]:
        """Take in a document that breaks no rule, all of it or nothing; every kind of import ends here."""
        writing = Writing(self._holding, partial(self._backups.before_import, progress))
        with self._holding.store.transaction():
            intake = build_intake(document, self._holding, writing.write, progress)
            change = writing.write_others(intake.others)
        if intake.edits:
            self._history.keep(Step(label, intake.edits))
        if change.catalog:
            self._holding.refresh_catalog()
        return intake.counts, change

    def write_calendar(self, path: Path, record: NegotiationId | None = None) -> int:
        """Write what is planned and promised, of one record or of all, to a calendar file; return how many entries.

        Raises FormatError for a name with another ending, NotFoundError, and StorageError's children.
        """
        if path.suffix.lower() != CALENDAR:
            raise FormatError(f"“{path.name}” should end with {CALENDAR}.")
        self.spare_journal(path)
        store = self._holding.store
        records = (store.records.get(record),) if record else store.records.load(store.waiting.ids())
        reminders = tuple(reminders_of(records, today()))
        with written_bytes(path) as stream:
            stream.write(calendar_bytes(reminders))
        return len(reminders)

    def spare_journal(self, path: Path) -> None:
        """Raise UnreachableError when a file that is to be written is the journal itself, whatever it is called."""
        own = self._holding.store.path
        with suppress(OSError):
            if own and path.samefile(own):
                raise UnreachableError(path, f"{path} is the journal itself; name another file.")

    def _records(self, chosen: Filter) -> Iterator[ScoredRecord]:
        return ((record, self._holding.scores(record)) for record in self._holding.store.records.walk(chosen))

    def _notes(self, chosen: Filter) -> tuple[Note, ...]:
        """Return the notes; being about people, they go with the whole journal only, not with a choice for others."""
        return self._holding.store.notes.all() if chosen == Filter() else ()

    def _check(self, document: Document, progress: Progress | None) -> None:
        catalog = self._holding.catalog
        entries = merge_entries(catalog.entries, document.entries)
        if problems := document_problems(document, replace(catalog, entries=entries), progress):
            raise InvalidError(problems)


def _write_json(stream: TextIO, load: Load) -> tuple[int, ...]:
    store = load.holding.store
    milestones, entries = store.milestones.all(), store.entries.all()
    write_journal(stream, load.records, milestones, entries, moment_of(now()), load.notes)
    return len(milestones), len(entries), len(load.notes)


def _write_csv(stream: TextIO, load: Load) -> tuple[int, ...]:
    write_csv(stream, load.records)
    return 0, 0


def _write_markdown(stream: TextIO, load: Load) -> tuple[int, ...]:
    milestones, notes = load.holding.store.milestones.all(), load.notes
    write_markdown(stream, load.records, milestones, load.holding.catalog, notes)
    return len(milestones), 0, len(notes)


WRITERS: Mapping[str, Callable[[TextIO, Load], tuple[int, ...]]] = {
    ".json": _write_json,
    ".csv": _write_csv,
    ".md": _write_markdown,
}
"""The end of a file's name to what writes such a file and returns how many milestones, entries and notes it wrote."""
