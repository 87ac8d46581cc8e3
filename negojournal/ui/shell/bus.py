"""The one signal by which pages learn that the journal changed."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from negojournal.domain.change import Change


class ChangeBus(QObject):
    """Tell everyone about a change; whoever called a use case that writes tells what it returned."""

    changed = Signal(Change)

    def tell(self, change: Change) -> None:
        """Pass a change on."""
        self.changed.emit(change)
