"""The page Settings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QStackedWidget, QVBoxLayout, QWidget

from negojournal.domain.catalog import EntryKind
from negojournal.domain.change import Change
from negojournal.ui.settings.backup.backup_section import BackupSection
from negojournal.ui.settings.entry_section import EntrySection
from negojournal.ui.settings.passphrase.section import PassphraseSection
from negojournal.ui.settings.section import Section
from negojournal.ui.settings.sections import AppearanceSection, PlaceSection, QuestionnaireSection, ReminderSection
from negojournal.ui.shell.page import SectionPage
from negojournal.ui.shell.workspace import Workspace
from negojournal.ui.widgets.text import Text, TextRole
from negojournal.ui.widgets.theme import look, spaced

if TYPE_CHECKING:
    from negojournal.service.journal import Journal

INDEX_WIDTH = 160
WAYS: dict[str, type[QWidget]] = {"backups": BackupSection, "passphrase": PassphraseSection}
"""The sections that are come to from elsewhere, by the keys of their actions."""


class SettingsPage(SectionPage):
    """Show the settings, one section at a time beside their index."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self._sections: list[Section] = []
        self._index = QListWidget()
        self._index.setAccessibleName(self.tr("Sections"))
        self._index.setFixedWidth(INDEX_WIDTH)
        self._index.setSizeAdjustPolicy(QListWidget.SizeAdjustPolicy.AdjustToContents)
        self._index.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._stack = QStackedWidget()
        self._index.currentRowChanged.connect(self._stack.setCurrentIndex)
        spacing = look().theme.spacing
        column = spaced(QVBoxLayout(self), gap=spacing.between, margin=spacing.around)
        column.addWidget(Text(self.tr("Settings"), TextRole.TITLE))
        row = spaced(QHBoxLayout(), gap=spacing.around)
        row.addWidget(self._index, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._stack, 1)
        column.addLayout(row, 1)
        for title, section in self._build():
            self._add(title, section)
        self._index.setCurrentRow(0)

    def show_journal(self, journal: Journal) -> None:
        """Hand the open journal to every section."""
        for section in self._sections:
            section.show_journal(journal)

    def refresh(self) -> None:
        """Read again what every section shows."""
        for section in self._sections:
            section.refresh()

    def on_changed(self, change: Change) -> None:
        """Read again when the lists changed."""
        if change.catalog or change.everything:
            self.refresh()

    def focus_start(self) -> None:
        """Put the keyboard on the index."""
        self._index.setFocus()

    def show_section(self, key: str) -> None:
        """Show a section that is come to from elsewhere."""
        row = next(number for number, section in enumerate(self._sections) if isinstance(section, WAYS[key]))
        self._index.setCurrentRow(row)

    def _build(self) -> tuple[tuple[str, Section], ...]:
        space = self.workspace
        return (
            (self.tr("Appearance"), AppearanceSection(space)),
            (self.tr("Questionnaire"), QuestionnaireSection(space)),
            self._entries(EntryKind.AREA, self.tr("Areas"), self.tr("What your negotiations are about.")),
            self._entries(EntryKind.TRAP, self.tr("Traps"), self.tr("What one falls into more than once.")),
            self._entries(EntryKind.QUESTION, self.tr("Questions"), self.tr("What is worth asking the other side.")),
            (self.tr("Reminder"), ReminderSection(space)),
            (self.tr("Backups"), BackupSection(space)),
            (self.tr("Passphrase"), PassphraseSection(space)),
            (self.tr("The file"), PlaceSection(space)),
        )

    def _entries(self, kind: EntryKind, title: str, hint: str) -> tuple[str, Section]:
        ways = self.tr("A tick means that it is offered. Records keep what they have.")
        return title, EntrySection(kind, title, f"{hint} {ways}", self.workspace)

    def _add(self, title: str, section: Section) -> None:
        self._sections.append(section)
        item = QListWidgetItem(title, self._index)
        item.setSizeHint(QSize(0, look().theme.target.rating))
        self._stack.addWidget(section)
