"""Two days that bound a period."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from negojournal.ui.widgets.date_edit import DateEdit
from negojournal.ui.widgets.theme import spaced


class PeriodEdit(QWidget):
    """Edit the first and the last day; `edited` tells both, the earlier first."""

    edited = Signal(object, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = spaced(QHBoxLayout(self))
        self._since, self._until = DateEdit(), DateEdit()
        for label, edit in ((self.tr("From"), self._since), (self.tr("to"), self._until)):
            edit.edited.connect(self._on_edited)
            edit.setAccessibleName(label)
            name = QLabel(label)
            name.setBuddy(edit)
            row.addWidget(name)
            row.addWidget(edit)
        row.addStretch(1)
        self.setFocusProxy(self._since)

    def show_period(self, since: date, until: date) -> None:
        """Show a period."""
        for edit, day in ((self._since, since), (self._until, until)):
            edit.show_date(QDate(day.year, day.month, day.day))

    def _on_edited(self) -> None:
        days = (date(day.year(), day.month(), day.day()) for day in (self._since.date(), self._until.date()))
        self.edited.emit(*sorted(days))
