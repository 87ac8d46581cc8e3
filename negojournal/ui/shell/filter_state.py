"""The one filter that list, calendar and charts share."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtCore import QObject, Signal

from negojournal.domain.filter import Filter


class FilterState(QObject):
    """Hold the filter in force."""

    changed = Signal(Filter)

    def __init__(self, value: Filter | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._value = value or Filter()

    def value(self) -> Filter:
        """Return the filter in force."""
        return self._value

    def choose_day(self, day: date) -> None:
        """Let one day alone through, or every day again where it was that one."""
        same = self._value.since == self._value.until == day
        self.choose(replace(self._value, since=None if same else day, until=None if same else day))

    def choose(self, value: Filter) -> None:
        """Put another filter in force and tell about it when it differs."""
        if value != self._value:
            self._value = value
            self.changed.emit(value)
