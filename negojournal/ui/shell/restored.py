"""What follows once a backup is in the journal's place."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from negojournal.service.restoring import Restored
    from negojournal.ui.shell.program import Program


class Succession(QObject):
    """Begin again on the restored journal: what is in the form goes along, for nothing can be stored in the old one."""

    def __init__(self, program: Program) -> None:
        super().__init__(program)
        self._program = program
        program.parts.workspace.bus.replaced.connect(self._on_replaced)

    def _on_replaced(self, restored: Restored) -> None:
        said = self.tr("Restored: {n} negotiations.") if restored.records != 1 else self.tr("Restored: 1 negotiation.")
        if restored.aside is not None:
            said += " " + self.tr("The journal as it was before is kept as {path}.")
        self._program.followed.emit(
            replace(
                self._program.here(),
                passphrase=restored.passphrase,
                unfinished=self._program.parts.editor.unfinished(),
                news=said.format(n=restored.records, path=restored.aside),
            )
        )
