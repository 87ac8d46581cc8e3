"""A day on which something was done, as parts of the form ask for it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from negojournal.domain.moment import today
from negojournal.ui.editor.day_line import DayLine
from negojournal.ui.widgets.button import quiet_button
from negojournal.ui.widgets.field import Field
from negojournal.ui.widgets.theme import spaced


class DayField(Field):
    """Ask for a day, with a button beside it that fills in today."""

    edited = Signal()

    def __init__(self, label: str, said_today: str, parent: QWidget | None = None) -> None:
        line, beside = DayLine(), QWidget()
        super().__init__(label, line, parent=parent, beside=beside)
        self.line = line
        row = spaced(QHBoxLayout(beside))
        row.addWidget(quiet_button(said_today, self._on_today))
        row.addStretch()
        line.textEdited.connect(self.edited)
        line.editingFinished.connect(lambda: self.show_problem(line.problem()))

    def _on_today(self) -> None:
        self.line.put_day(today())
        self.show_problem("")
        self.edited.emit()
