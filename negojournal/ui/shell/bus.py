"""The signals by which the parts of a window learn that the journal changed, or became another."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from negojournal.domain.change import Change


class ChangeBus(QObject):
    """Tell everyone about a change; whoever called a use case that writes tells what it returned.

    `replaced` carries what restoring a backup did: another file is in the journal's place, and is to be opened.
    """

    changed = Signal(Change)
    replaced = Signal(object)

    def tell(self, change: Change) -> None:
        """Pass a change on."""
        self.changed.emit(change)
