"""The state of the window in which the journal did not open."""

from __future__ import annotations

from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from negojournal.errors import JournalError
from negojournal.ui.shell.opening import Opening, refusal_title
from negojournal.ui.widgets.button import LabelledAction
from negojournal.ui.widgets.empty_state import EmptyState
from negojournal.ui.widgets.file_dialog import ask_source
from negojournal.ui.widgets.theme import spaced


class Refusal(QWidget):
    """Say why the journal did not open, where it is, and offer to try again or to take another file."""

    def __init__(self, opening: Opening, error: JournalError, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._opening = opening
        said, path = str(error), str(opening.path)
        state = EmptyState(refusal_title(error), said if path in said else f"{said}\n{path}", self.actions_offered())
        spaced(QVBoxLayout(self)).addWidget(state)
        self.setFocusProxy(state.findChildren(QPushButton)[0])

    def actions_offered(self) -> tuple[LabelledAction, ...]:
        """Return what can be done about it."""
        return (
            LabelledAction(self.tr("Try again"), self._opening.begin),
            LabelledAction(self.tr("Choose another file…"), self._choose),
        )

    def _choose(self) -> None:
        folder = self._opening.path.parent
        ask_source(self, self.tr("Choose a journal"), self._opening.begin_with, folder=folder)
