"""Say in the window what stands in the way of backups, and that a journal doesn't belong into a synced folder."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from negojournal.ui.shell.messages import BarMessages
from negojournal.ui.shell.workspace import Workspace
from negojournal.ui.widgets.button import LabelledAction
from negojournal.ui.widgets.message_bar import Message, MessageKind

if TYPE_CHECKING:
    from negojournal.service.journal import Journal

BACKUP, SYNC, BACKUPS = "backup", "sync", "backups"


class BackupNotice(QObject):
    """Listen to the journal's backups, which tell from a thread of their own."""

    _told = Signal(str)

    def __init__(self, workspace: Workspace, messages: BarMessages, window: QWidget) -> None:
        super().__init__(window)
        self._workspace, self._messages = workspace, messages
        self._told.connect(self._on_told, Qt.ConnectionType.QueuedConnection)

    def show_journal(self, journal: Journal) -> None:
        """Take the open journal."""
        journal.backups.hear(self._told.emit)
        if journal.passphrase.is_doubtful:
            from negojournal.service.passphrase import DOUBT  # noqa: PLC0415 - the window needn't wait for it

            self._on_told(DOUBT)
        self._workspace.tasks.run(journal.backups.sync_service, self._on_service)

    def _on_told(self, sentence: str) -> None:
        settings = LabelledAction(self.tr("Settings"), self._go)
        self._messages.ask(Message(sentence, MessageKind.WARNING, (settings,), BACKUP))

    def _on_service(self, service: str | None) -> None:
        """Say it until the user has read it, of each service once."""
        if service is None or self._workspace.preferences.text(SYNC) == service:
            return
        said = self.tr(
            "This journal is in a folder that {service} keeps, which may copy it while it is being written. "
            "Keep it in a folder of this computer, and let {service} have its backups."
        )
        actions = (
            LabelledAction(self.tr("Choose where backups go"), self._go),
            LabelledAction(self.tr("Don’t say it again"), partial(self._on_read, service)),
        )
        self._messages.ask(Message(said.format(service=service), MessageKind.WARNING, actions, SYNC))

    def _on_read(self, service: str) -> None:
        self._workspace.preferences.choose(SYNC, service)
        self._messages.dismiss(SYNC)

    def _go(self) -> None:
        self._workspace.navigator.open_settings(BACKUPS)
