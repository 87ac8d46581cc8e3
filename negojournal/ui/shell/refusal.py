"""The state of the window in which the journal did not open."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from negojournal.errors import JournalError
from negojournal.ui.shell.opening import Opening, refusal_title
from negojournal.ui.widgets.button import LabelledAction
from negojournal.ui.widgets.empty_state import EmptyState
from negojournal.ui.widgets.text import Text, TextRole
from negojournal.ui.widgets.theme import look, spaced


class Refusal(QWidget):
    """Say why the journal did not open, where it is, and offer to try again or to take another file."""

    def __init__(self, opening: Opening, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._opening = opening
        self._state = EmptyState("", "")
        self._path = Text("", TextRole.SMALL)
        self._path.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._path.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        layout = spaced(QVBoxLayout(self), margin=look().theme.spacing.around)
        layout.addWidget(self._state, 1)
        layout.addWidget(self._path, 0, Qt.AlignmentFlag.AlignHCenter)

    def show_error(self, error: JournalError) -> None:
        """Show the reason."""
        self._state.show_state(refusal_title(error), str(error), self.actions_offered())
        self._path.setText(str(self._opening.path))

    def actions_offered(self) -> tuple[LabelledAction, ...]:
        """Return what can be done about it."""
        return (
            LabelledAction(self.tr("Try again"), self._opening.begin),
            LabelledAction(self.tr("Choose another file…"), self.choose),
        )

    def choose(self) -> None:
        """Let the user name another file."""
        dialog = QFileDialog(self, self.tr("Choose a journal"), str(self._opening.path.parent))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self._on_chosen)
        dialog.open()

    def _on_chosen(self, file: str) -> None:
        self._opening.begin_with(Path(file))
