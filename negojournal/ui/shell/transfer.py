"""Bring records in and out, with progress."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QWidget

from negojournal.domain.change import Change
from negojournal.exchange.ending import CALENDAR, TABLES
from negojournal.ui.shell.workspace import Workspace
from negojournal.ui.widgets.file_dialog import ask_source, ask_target

if TYPE_CHECKING:
    from negojournal.service.exchange import ExportCounts
    from negojournal.service.intake import ImportCounts
    from negojournal.service.journal import Journal

KINDS = {".json": "Everything, to read back (*.json)", ".csv": "Table (*.csv)", ".md": "Text (*.md)"}


class Transfer(QObject):
    """Ask for a file, do the work, and say what came of it."""

    def __init__(self, workspace: Workspace, window: QWidget) -> None:
        super().__init__(window)
        self._workspace = workspace
        self._window = window

    def show_journal(self, journal: Journal) -> None:
        """Take the open journal; from now on the three actions work."""
        self._journal = journal
        self._workspace.actions.answer_always(
            {"import": self.ask_import, "export": self.ask_export, "calendar": self.ask_calendar}
        )

    def ask_import(self) -> None:
        """Let the user name a file to read."""
        kind = self.tr("A journal, a table, or a calendar invitation (*.json *.csv *.tsv *.txt *.ics)")
        ask_source(self._window, self.tr("Import"), self.import_from, kind=kind)

    def ask_export(self) -> None:
        """Let the user name a file to write."""
        kinds = [QCoreApplication.translate("Transfer", kind) for kind in KINDS.values()]
        ask_target(self._window, self.tr("Export"), "journal.json", kinds, self.export_to)

    def ask_calendar(self) -> None:
        """Let the user name a calendar file to write."""
        kinds = [self.tr("Calendar (*.ics)")]
        ask_target(self._window, self.tr("Export calendar"), "negotiations.ics", kinds, self.calendar_to)

    def import_from(self, path: Path) -> None:
        """Read a file into the journal; an invitation starts a plan, and a table is mapped first."""
        if path.suffix.lower() in TABLES:
            self._workspace.navigator.open_table(path)
            return
        if path.suffix.lower() == CALENDAR:
            plans = self._journal.plans
            self._workspace.tasks.run(lambda: plans.invitation(path), self._workspace.navigator.start)
            return
        exchange = self._journal.exchange
        self._workspace.tasks.run_long(
            self.tr("Importing"), lambda progress: exchange.import_(path, progress=progress), self._on_imported
        )

    def export_to(self, path: Path) -> None:
        """Write the journal into a file."""
        exchange = self._journal.exchange
        self._workspace.tasks.run_long(
            self.tr("Exporting"),
            lambda progress: exchange.export(path, progress=progress),
            lambda counts: self._on_exported(path, counts),
        )

    def calendar_to(self, path: Path) -> None:
        """Write plans, commitments and follow-ups into a file that calendars read."""
        exchange = self._journal.exchange
        self._workspace.tasks.run(
            lambda: exchange.write_calendar(path), lambda count: self._on_calendar_written(path, count)
        )

    def _on_calendar_written(self, path: Path, count: int) -> None:
        none, one = self.tr("Nothing lies ahead; {path} is empty."), self.tr("1 entry is now in {path}.")
        said = {0: none, 1: one}.get(count, self.tr("{count} entries are now in {path}."))
        self._workspace.messages.info(said.format(count=count, path=path))

    def _on_imported(self, done: tuple[ImportCounts, Change]) -> None:
        counts, change = done
        if change == Change():
            self._workspace.messages.info(f"{counts.words()}.")
            return
        self._workspace.bus.tell(change)
        self._workspace.messages.undoable(self.tr("Imported: {counts}.").format(counts=counts.words()))

    def _on_exported(self, path: Path, counts: ExportCounts) -> None:
        one, more = self.tr("1 negotiation is now in {path}."), self.tr("{count} negotiations are now in {path}.")
        said = one if counts.negotiations == 1 else more
        self._workspace.messages.info(said.format(count=counts.negotiations, path=path))
