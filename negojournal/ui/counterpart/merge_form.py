"""The form in which two names become one."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from negojournal.ui.widgets.button import plain_button, quiet_button
from negojournal.ui.widgets.field import Field
from negojournal.ui.widgets.theme import spaced


class MergeForm(QWidget):
    """Ask for the other name; Enter merges, Escape leaves. `merged` carries the name typed."""

    merged = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._source = ""
        self._line = QLineEdit()
        self._line.returnPressed.connect(self._on_merged)
        hint = self.tr("Every negotiation will name the other one instead, and the notes are joined.")
        self._field = Field(self.tr("The name it should be"), self._line, hint)
        column = spaced(QVBoxLayout(self))
        column.addWidget(self._field)
        row = spaced(QHBoxLayout())
        row.addWidget(plain_button(self.tr("Merge"), self._on_merged))
        row.addWidget(quiet_button(self.tr("Cancel"), self.close_form))
        row.addStretch()
        column.addLayout(row)
        self.hide()

    def show_names(self, source: str, names: tuple[str, ...]) -> None:
        """Take the name that is to go, and those to choose from."""
        self._source = source
        completer = QCompleter([name for name in names if name != source], self._line)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self._line.setCompleter(completer)

    def said(self, target: str) -> str:
        """Return the words for what was done."""
        return self.tr("“{source}” is now “{target}”.").format(source=self._source, target=target)

    def open_form(self) -> None:
        """Open the form, with nothing typed."""
        self._line.clear()
        self.show_problem("")
        self.show()
        self._line.setFocus()

    def close_form(self) -> None:
        """Close the form."""
        self.hide()

    def show_problem(self, sentence: str) -> None:
        """Say what is wrong with the name; nothing takes it away."""
        self._field.show_problem(sentence)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave by Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_form()
        else:
            super().keyPressEvent(event)

    def _on_merged(self) -> None:
        if typed := self._line.text().strip():
            self.merged.emit(typed)
