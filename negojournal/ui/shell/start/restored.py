"""What follows once a backup is in the journal's place."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from negojournal.ui.shell.parts import Parts
from negojournal.ui.shell.setup import Setup

if TYPE_CHECKING:
    from negojournal.service.restoring import Restored


class Succession(QObject):
    """Begin again on the restored journal: what is in the form goes along, for nothing can be stored in the old one.

    `followed` carries what the next program is made of; `here` tells where the user is.
    """

    followed = Signal(object)

    def __init__(self, parts: Parts, here: Callable[[], Setup]) -> None:
        super().__init__(parts.window)
        self._parts, self._here = parts, here
        parts.workspace.bus.replaced.connect(self._on_replaced)

    def _on_replaced(self, restored: Restored) -> None:
        said = self.tr("Restored: {n} negotiations.") if restored.records != 1 else self.tr("Restored: 1 negotiation.")
        if restored.aside is not None:
            said += " " + self.tr("The journal as it was before is kept as {path}.")
        self.followed.emit(
            replace(
                self._here(),
                passphrase=restored.passphrase,
                unfinished=self._parts.editor.unfinished(),
                news=said.format(n=restored.records, path=restored.aside),
            )
        )
