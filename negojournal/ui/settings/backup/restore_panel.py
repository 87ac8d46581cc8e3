"""The question before a backup takes the journal's place, asked in the page and not in a box."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from negojournal.domain.passphrase import Passphrase
from negojournal.ui.widgets.button import main_button, quiet_button
from negojournal.ui.widgets.passphrase_field import PassphraseField
from negojournal.ui.widgets.text import Text, TextRole
from negojournal.ui.widgets.theme import spaced


class RestorePanel(QWidget):
    """Ask whether to restore a file. `agreed` comes when the user does, `left` when not, also by Escape."""

    agreed = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.file = Path()
        self._question = Text("", TextRole.STRONG)
        kept = self.tr("The journal as it is now is kept, and listed here, so that you can go back to it.")
        self._passphrase = PassphraseField(self.tr("Passphrase of this backup"))
        self._passphrase.entered.connect(self.agreed)
        self._yes = main_button(self.tr("Restore it"), self.agreed.emit)
        row = spaced(QHBoxLayout())
        row.addWidget(self._yes)
        row.addWidget(quiet_button(self.tr("Cancel"), self.left.emit))
        row.addStretch(1)
        column = spaced(QVBoxLayout(self))
        column.addWidget(self._question)
        column.addWidget(Text(kept, TextRole.MUTED))
        column.addWidget(self._passphrase)
        column.addLayout(row)
        self.hide()

    def ask(self, file: Path, question: str) -> None:
        """Ask whether this file is to be restored."""
        self.file = file
        self._question.setText(question)
        self._passphrase.clear()
        self._passphrase.hide()
        self.show()
        self._yes.setFocus()

    def ask_passphrase(self, sentence: str) -> None:
        """Ask for what opens the file, and say why."""
        typed = not self._passphrase.is_empty()
        self._passphrase.show()
        self._passphrase.show_problem(sentence if typed else "")
        self._passphrase.setFocus()

    def passphrase(self) -> Passphrase | None:
        """Return what was typed to open the file, if anything was."""
        return None if self._passphrase.is_empty() else self._passphrase.passphrase()

    def close_question(self) -> None:
        """Ask no more, and forget what was typed."""
        self._passphrase.clear()
        self.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave by Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
