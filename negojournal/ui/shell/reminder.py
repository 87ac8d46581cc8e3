"""Say on the desktop how many things wait, where the user wants to be told; never what they are."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from negojournal.domain.agenda import Agenda, Waiting
from negojournal.ui.shell.workspace import Workspace

if TYPE_CHECKING:
    from negojournal.service.journal import Journal


class Reminder(QObject):
    """Remind at the start, and when a new day begins while the user is elsewhere."""

    def __init__(self, workspace: Workspace, window: QWidget, notify: Callable[[str], None]) -> None:
        super().__init__(window)
        self._workspace, self._window, self._notify = workspace, window, notify
        self._journal: Journal | None = None

    def show_journal(self, journal: Journal) -> None:
        """Take the open journal, and remind of what waits in it."""
        self._journal = journal
        self._remind()

    def on_day_changed(self) -> None:
        """Remind, unless the user sees the window anyway."""
        if not self._window.isActiveWindow():
            self._remind()

    def _remind(self) -> None:
        if (journal := self._journal) is not None and self._workspace.preferences.reminds():
            self._workspace.tasks.run_latest("reminder", journal.agenda.today, self._on_found)

    def _on_found(self, agenda: Agenda) -> None:
        if count := waiting_count(agenda):
            one, more = self.tr("1 thing waits for you today."), self.tr("{count} things wait for you today.")
            self._notify(one if count == 1 else more.format(count=count))


def waiting_count(agenda: Agenda) -> int:
    """Count what should be done by the agenda's day; what is only offered doesn't count."""
    return sum(
        errand.kind is not Waiting.DEEPEN and errand.due_on is not None and errand.due_on <= agenda.day
        for errand in agenda.errands
    )
