"""Use cases of tables that another program wrote, or this one: look at one, map its columns, take it in."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from negojournal.analysis.phrase import count
from negojournal.domain.catalog import vocabulary_of
from negojournal.domain.change import Change
from negojournal.domain.progress import Progress
from negojournal.errors import InvalidError
from negojournal.exchange.column import ColumnMapping, suggest_mapping
from negojournal.exchange.custom import Custom
from negojournal.exchange.journal import FORMAT, VERSION, Document
from negojournal.exchange.sheet import LARGEST_SHEET, Sheet, read_sheet
from negojournal.exchange.transcript import Transcript, transcribe
from negojournal.service.exchange import Exchange
from negojournal.service.file import content_of, read_from
from negojournal.service.holding import Holding
from negojournal.service.intake import ImportCounts, build_intake
from negojournal.service.record import Records

PREVIEWED = 200
"""Of how many rows a preview tells what they would become."""


@dataclass(frozen=True, slots=True)
class TableCounts:
    """Hold what taking in a table does.

    Rows that are `here` were taken in before, or stand in the journal under the id that the table gives; they are left
    alone. Those `passed` are no records, such as totals, and those `repeated` are equal to an earlier one.
    """

    intake: ImportCounts
    here: int = 0
    passed: int = 0
    repeated: int = 0

    def words(self) -> str:
        """Return the counts in one line, for people."""
        parts = (
            (self.here, "here already", "here already"),
            (self.repeated, "row repeated", "rows repeated"),
            (self.passed, "row left out as no negotiation", "rows left out as no negotiations"),
        )
        rest = [count(number, one, many) for number, one, many in parts if number]
        if self.intake.added:
            return ", ".join((self.intake.words(), *rest))
        return f"Nothing to change: {', '.join(rest) or 'the table is empty'}"


class Tables:
    """Read tables, and take them into the journal."""

    def __init__(self, holding: Holding, records: Records, exchange: Exchange) -> None:
        self._holding, self._records, self._exchange = holding, records, exchange

    def sheet(self, path: Path) -> Sheet:
        """Return the table in a file; raises FormatError that says what is wrong in which line."""
        sheet = read_from(str(path), read_sheet, content_of(path, LARGEST_SHEET))
        return replace(sheet, source=path.name)

    def mapping(self, sheet: Sheet, custom: Custom | None = None) -> ColumnMapping:
        """Return which column is probably which field; `custom` is how the user's locale writes."""
        return suggest_mapping(sheet, custom or Custom())

    def preview(self, sheet: Sheet, mapping: ColumnMapping) -> Transcript:
        """Return what the first rows would become; raises InvalidError where the columns can't be mapped so."""
        return transcribe(sheet, mapping, self._holding.catalog, self._records.new(), limit=PREVIEWED)

    def import_sheet(
        self, sheet: Sheet, mapping: ColumnMapping, *, dry_run: bool = False, progress: Progress | None = None
    ) -> tuple[TableCounts, Change]:
        """Take in all rows that the journal lacks, or nothing; a dry run only counts.

        Raises InvalidError with a problem for each cell that can't be read, the first hundred by line.
        """
        transcript = transcribe(sheet, mapping, self._holding.catalog, self._records.new(), progress=progress)
        if problems := transcript.problems():
            raise InvalidError(problems)
        document = self._lacking(transcript)
        if dry_run:
            counts, change = build_intake(document, self._holding).counts, Change()
        elif document.negotiations:
            counts, change = self._exchange.keep(document, f"importing “{sheet.source}”", progress)
        else:
            counts, change = NOTHING, Change()
        here = len(transcript.records) - len(document.negotiations)
        return TableCounts(counts, here, transcript.passed, transcript.repeated), change

    def _lacking(self, transcript: Transcript) -> Document:
        """Return the records that the journal lacks, or has in its bin, with the choices that they bring."""
        store = self._holding.store.records
        ids = tuple(record.id for record in transcript.records)
        here = store.updated_at(ids).keys() - store.binned(ids)
        lacking = tuple(record for record in transcript.records if record.id not in here)
        entries = transcript.entries if lacking else ()
        return Document(FORMAT, VERSION, negotiations=lacking, catalog=vocabulary_of(entries))


NOTHING = ImportCounts(0, 0, 0, 0, 0, 0)
