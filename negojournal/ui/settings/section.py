"""What every part of the settings is to the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from negojournal.service.journal import Journal


class Section(QWidget):
    """Be one part of the settings; most need nothing of the journal."""

    def show_journal(self, journal: Journal) -> None:
        """Take the open journal."""

    def refresh(self) -> None:
        """Read again what is shown."""
        raise NotImplementedError


class LateSection(Section):
    """Be a part that asks the disk or the system what it shows: only while it is seen."""

    def refresh(self) -> None:
        """Look again, if anyone sees it."""
        if self.isVisible():
            self.look()

    def showEvent(self, event: QShowEvent) -> None:
        """Look once it is seen."""
        super().showEvent(event)
        self.look()

    def look(self) -> None:
        """Ask for what is shown."""
        raise NotImplementedError
