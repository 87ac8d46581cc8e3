"""The one filter that list, calendar and charts share."""

from __future__ import annotations

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

    def choose(self, value: Filter) -> None:
        """Put another filter in force and tell about it when it differs."""
        if value != self._value:
            self._value = value
            self.changed.emit(value)
