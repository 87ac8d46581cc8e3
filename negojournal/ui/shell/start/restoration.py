"""What follows once a backup is in the journal's place."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject

from negojournal.ui.shell.parts import Parts
from negojournal.ui.shell.start.succession import Succession

if TYPE_CHECKING:
    from negojournal.service.restoring import Restored


class Restoration(QObject):
    """Begin again on the restored journal, and say how much is in it; nothing can be stored in the old one."""

    def __init__(self, parts: Parts, succession: Succession) -> None:
        super().__init__(parts.window)
        self._succession = succession
        parts.workspace.bus.replaced.connect(self._on_replaced)

    def _on_replaced(self, restored: Restored) -> None:
        here, news = self._succession.here(), restored_words(restored)
        self._succession.take_form_along(replace(here, passphrase=restored.passphrase, news=news))


def restored_words(restored: Restored) -> str:
    """Say how much is in the journal now, and where what was there before is kept."""
    one, more = _tr("Restored: 1 negotiation."), _tr("Restored: {count} negotiations.")
    said = one if restored.records == 1 else more.format(count=restored.records)
    if restored.aside is not None:
        said += " " + _tr("The file as it was before is kept as {path}.").format(path=restored.aside)
    return said


def _tr(text: str) -> str:
    return QCoreApplication.translate("Restoration", text)
