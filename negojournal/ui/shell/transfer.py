"""Bring records in and out, with progress."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from negojournal.domain.change import Change
from negojournal.ui.shell.invitation_drop import SUFFIX as INVITATION
from negojournal.ui.shell.workspace import Workspace

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
        dialog = self._dialog(self.tr("Import"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilter(self.tr("A journal, or a calendar invitation (*.json *.ics)"))
        dialog.fileSelected.connect(lambda file: self.import_from(Path(file)))
        dialog.open()

    def ask_export(self) -> None:
        """Let the user name a file to write."""
        dialog = self._dialog(self.tr("Export"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters([_kind(suffix) for suffix in KINDS])
        dialog.setDefaultSuffix(".json")
        dialog.selectFile("journal.json")
        dialog.filterSelected.connect(lambda chosen: dialog.setDefaultSuffix(_suffix(chosen)))
        dialog.fileSelected.connect(lambda file: self.export_to(Path(file)))
        dialog.open()

    def ask_calendar(self) -> None:
        """Let the user name a calendar file to write."""
        dialog = self._dialog(self.tr("Export calendar"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(self.tr("Calendar (*.ics)"))
        dialog.setDefaultSuffix(".ics")
        dialog.selectFile("negotiations.ics")
        dialog.fileSelected.connect(lambda file: self.calendar_to(Path(file)))
        dialog.open()

    def import_from(self, path: Path) -> None:
        """Read a file into the journal; an invitation starts a plan."""
        if path.suffix.lower() == INVITATION:
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

    def _dialog(self, title: str) -> QFileDialog:
        dialog = QFileDialog(self._window, title, str(Path.home()))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return dialog


def _kind(suffix: str) -> str:
    return QCoreApplication.translate("Transfer", KINDS[suffix])


def _suffix(chosen: str) -> str:
    return next(suffix for suffix in KINDS if f"*{suffix})" in chosen)
