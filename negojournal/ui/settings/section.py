"""What every part of the settings is to the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

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
