"""Undo and redo of every change, in menu and bar."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from negojournal.domain.change import Change
from negojournal.errors import JournalError
from negojournal.ui.shell.workspace import Workspace

if TYPE_CHECKING:
    from negojournal.service.journal import Journal


class Undoing(QObject):
    """Take changes back and do them again; the menu says what."""

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._tasks = workspace.tasks
        self._journal: Journal | None = None
        workspace.bus.changed.connect(self._on_changed)

    def show_journal(self, journal: Journal) -> None:
        """Take the open journal."""
        self._journal = journal
        self._on_changed(Change())

    def undo(self) -> None:
        """Take back the last change."""
        if (journal := self._journal) is not None:
            said = self.tr("Taken back: {what}.")
            self._tasks.run_long(
                self.tr("Taking back"),
                lambda progress: (journal.history.undo_label, journal.history.undo(progress)),
                lambda done: self._on_done(said, *done),
                self._on_failed,
            )

    def redo(self) -> None:
        """Do again what was taken back last."""
        if (journal := self._journal) is not None:
            said = self.tr("Done again: {what}.")
            self._tasks.run_long(
                self.tr("Doing again"),
                lambda progress: (journal.history.redo_label, journal.history.redo(progress)),
                lambda done: self._on_done(said, *done),
                self._on_failed,
            )

    def _on_done(self, said: str, what: str | None, change: Change | None) -> None:
        if change is not None:
            self._workspace.bus.tell(change)
            self._workspace.messages.info(said.format(what=what))

    def _on_failed(self, error: JournalError) -> None:
        self._workspace.messages.error(str(error))
        self._on_changed(Change())

    def _on_changed(self, _change: Change) -> None:
        if (journal := self._journal) is not None:
            self._tasks.run_latest(
                "undo", lambda: (journal.history.undo_label, journal.history.redo_label), self._show_labels
            )

    def _show_labels(self, labels: tuple[str | None, str | None]) -> None:
        undo, redo = labels
        actions = self._workspace.actions
        actions.show_label("undo", self.tr("&Undo {what}").format(what=escaped(undo or "")).strip())
        actions.show_label("redo", self.tr("&Redo {what}").format(what=escaped(redo or "")).strip())
        actions.answer_always({"undo": self.undo if undo else None, "redo": self.redo if redo else None})


def escaped(text: str) -> str:
    """Return a text as a menu shows it, where `&` would mark a letter."""
    return text.replace("&", "&&")
