"""The list of backups."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLocale, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from negojournal.domain.retention import BackupKind
from negojournal.service.backup_folder import Backup, BackupState
from negojournal.ui.widgets.locale_text import instant_text, size_text
from negojournal.ui.widgets.tip import tip

KINDS = {
    BackupKind.DAILY: "First change of the day",
    BackupKind.MIGRATION: "Before an update",
    BackupKind.IMPORT: "Before an import",
    BackupKind.RESTORE: "Kept when restoring",
    BackupKind.MANUAL: "By hand",
}

STATES = {
    BackupState.WHOLE: "",
    BackupState.LOCKED: "another passphrase",
    BackupState.DAMAGED: "damaged",
    BackupState.NEWER: "a newer version’s",
    BackupState.UNREADABLE: "not readable",
}

MADE, KIND, CONTENT, SIZE, PLACE = range(5)


class BackupList(QTreeWidget):
    """List backups by when they were made; `activated` on one asks to restore it. `chosen` comes with each move."""

    chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._backups: list[Backup] = []
        self.setAccessibleName(self.tr("Backups"))
        titles = (self.tr("Made"), self.tr("Why"), self.tr("Negotiations"), self.tr("Size"), self.tr("Where"))
        self.setHeaderLabels(titles)
        for number in (CONTENT, SIZE):
            self.headerItem().setTextAlignment(number, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setAllColumnsShowFocus(True)
        self.header().setSectionsMovable(False)
        self.header().setStretchLastSection(True)
        self.header().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.header().setSectionResizeMode(PLACE, QHeaderView.ResizeMode.Stretch)
        self.currentItemChanged.connect(self.chosen)

    def backup(self) -> Backup | None:
        """Return the chosen backup."""
        item = self.currentItem()
        return self._backups[self.indexOfTopLevelItem(item)] if item is not None else None

    def show_backups(self, backups: Sequence[Backup]) -> None:
        """List backups, the one that was chosen chosen again if it is still there, else the first."""
        before = self.backup()
        self._backups = list(backups)
        self.clear()
        self.addTopLevelItems([_item(backup) for backup in backups])
        paths = [backup.path for backup in backups]
        row = paths.index(before.path) if before is not None and before.path in paths else 0
        if (item := self.topLevelItem(row)) is not None:
            self.setCurrentItem(item)

    def show_content(self, backup: Backup) -> None:
        """Show what is in one of the backups."""
        paths: list[Path] = [one.path for one in self._backups]
        if backup.path in paths:
            row = paths.index(backup.path)
            self._backups[row] = backup
            if (item := self.topLevelItem(row)) is not None:
                item.setText(CONTENT, content_words(backup))


def content_words(backup: Backup) -> str:
    """Return how many negotiations there are in a backup, or why that can't be told; nothing before it is known."""
    if backup.records is not None:
        return QLocale().toString(backup.records)
    return _translated(STATES[backup.state]) if backup.state is not None else "…"


def _item(backup: Backup) -> QTreeWidgetItem:
    place = _translated("Second folder") if backup.is_second else _translated("Beside the journal")
    size = size_text(backup.size)
    item = QTreeWidgetItem(
        [instant_text(backup.made_at), _translated(KINDS[backup.kind]), content_words(backup), size, place]
    )
    for number in (CONTENT, SIZE):
        item.setTextAlignment(number, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    item.setToolTip(PLACE, tip(str(backup.path)))
    return item


def _translated(text: str) -> str:
    return QCoreApplication.translate("Backups", text)
