"""The settings of backups: which there are, one more now, one put back, and a second folder."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from negojournal.service.backup_folder import Backup
from negojournal.ui.settings.backup.backup_list import BackupList, content_words
from negojournal.ui.settings.backup.presenter import BackupPresenter, Overview
from negojournal.ui.settings.backup.restore_panel import RestorePanel
from negojournal.ui.settings.backup.second_section import SecondSection
from negojournal.ui.settings.section import LateSection
from negojournal.ui.shell.workspace import Workspace
from negojournal.ui.widgets.button import plain_button, quiet_button
from negojournal.ui.widgets.file_dialog import ask_source
from negojournal.ui.widgets.locale_text import instant_text
from negojournal.ui.widgets.text import Text, TextRole
from negojournal.ui.widgets.theme import look, spaced

if TYPE_CHECKING:
    from negojournal.service.journal import Journal


class BackupSection(LateSection):
    """List the backups, make one, restore one, and choose where else they go; looked for once the section is seen."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self.presenter = BackupPresenter(self, workspace.tasks, workspace.bus.replaced.emit)
        self._hint = Text("", TextRole.MUTED)
        self._problem = Text("", TextRole.PROBLEM)
        self._problem.hide()
        self._list = BackupList()
        self._list.chosen.connect(self._on_chosen)
        self._list.itemActivated.connect(lambda _item: self._ask())
        self._none = Text(self.tr("No backups yet."), TextRole.MUTED)
        self._panel = RestorePanel()
        self._panel.agreed.connect(self._on_agreed)
        self._panel.left.connect(self._close)
        self._second = SecondSection(self.presenter.choose_second)
        self._body = QWidget()
        self._fill(spaced(QVBoxLayout(self._body), gap=look().theme.spacing.between))
        column = spaced(QVBoxLayout(self), gap=look().theme.spacing.between)
        column.addWidget(self._hint)
        column.addWidget(self._body, 1)
        column.addStretch()
        self._show_hint()

    def show_journal(self, journal: Journal) -> None:
        """Take the open journal."""
        self.presenter.show_journal(journal)
        self.refresh()

    def look(self) -> None:
        """Look which backups there are."""
        self.presenter.refresh()

    def show_memory(self) -> None:
        """Say that there are no backups of a sample."""
        self._hint.setText(self.tr("This journal is in memory and is thrown away, so there are no backups of it."))
        self._body.hide()

    def show_overview(self, overview: Overview) -> None:
        """Show what there is."""
        self._list.show_backups(overview.backups)
        self._list.setVisible(bool(overview.backups))
        self._none.setVisible(not overview.backups)
        self._second.show_second(overview)
        self._on_chosen()

    def show_content(self, backup: Backup) -> None:
        """Show what is in one of the backups."""
        self._list.show_content(backup)

    def show_problem(self, sentence: str) -> None:
        """Show why a backup wasn't made or restored."""
        self._problem.setText(sentence)
        self._problem.setVisible(bool(sentence))

    def show_second_problem(self, sentence: str) -> None:
        """Show why a second folder can't be used."""
        self._second.show_problem(sentence)

    def ask_passphrase(self, sentence: str) -> None:
        """Ask for the passphrase of the backup that is to be restored."""
        self._panel.ask_passphrase(sentence)

    def _fill(self, column: QVBoxLayout) -> None:
        row = spaced(QHBoxLayout())
        row.addWidget(plain_button(self.tr("Back up now"), self.presenter.make))
        row.addWidget(self._build_restore())
        row.addWidget(quiet_button(self.tr("Restore another file…"), self._choose))
        row.addStretch(1)
        column.addLayout(row)
        for part in (self._problem, self._panel, self._none):
            column.addWidget(part)
        column.addWidget(self._list, 1)
        column.addWidget(self._second)
        column.addStretch(0)  # takes the room of a list that isn't there

    def _build_restore(self) -> QPushButton:
        self._restore = plain_button(self.tr("Restore…"), self._ask)
        self._restore.setEnabled(False)
        return self._restore

    def _show_hint(self) -> None:
        self._hint.setText(
            self.tr(
                "A backup is made before the first change of a day, an import and an update. "
                "Those of the last 7 days, 4 weeks and 12 months stay."
            )
        )

    def _on_chosen(self) -> None:
        self._restore.setEnabled(self._list.backup() is not None)

    def _ask(self) -> None:
        if (backup := self._list.backup()) is not None:
            asked = self.tr("Put the backup of {made} ({content}) in the journal’s place?")
            negotiations = self.tr("1 negotiation") if backup.records == 1 else self.tr("{n} negotiations")
            content = (
                negotiations.format(n=content_words(backup)) if backup.records is not None else content_words(backup)
            )
            self._panel.ask(backup.path, asked.format(made=instant_text(backup.made_at), content=content))

    def _choose(self) -> None:
        ask_source(self, self.tr("Choose a backup"), self._ask_file)

    def _ask_file(self, file: Path) -> None:
        self._panel.ask(file, self.tr("Put {file} in the journal’s place?").format(file=file))

    def _on_agreed(self) -> None:
        self.presenter.restore(self._panel.file, self._panel.passphrase())

    def _close(self) -> None:
        self._panel.close_question()
        self.show_problem("")
        self._list.setFocus(Qt.FocusReason.OtherFocusReason)
