"""The calendar of a year with the ways to the years beside it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from negojournal.domain.moment import today
from negojournal.ui.journal.year_calendar import YearCalendar
from negojournal.ui.widgets.button import icon_button
from negojournal.ui.widgets.text import Text, TextRole
from negojournal.ui.widgets.theme import look, spaced


class YearStrip(QWidget):
    """Show one year; `picked` tells a day, `wanted` another year."""

    picked = Signal(object)
    wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        spacing = look().theme.spacing
        row = spaced(QHBoxLayout(self))
        row.setContentsMargins(spacing.around, spacing.inside, spacing.around, spacing.inside)
        self._year = today().year
        self._label = Text(str(self._year), TextRole.STRONG)
        self._earlier = icon_button("chevron-left", self.tr("Earlier year"), lambda: self.wanted.emit(self._year - 1))
        self._later = icon_button("chevron-right", self.tr("Later year"), lambda: self.wanted.emit(self._year + 1))
        self._calendar = YearCalendar()
        self._calendar.picked.connect(self.picked)
        for part in (self._earlier, self._label, self._later):
            row.addWidget(part)
        row.addWidget(self._calendar, 1)

    def show_days(self, year: int, days: Mapping[date, int], years: tuple[int, ...]) -> None:
        """Show a year; the ways to others are open as far as there are any, and up to now."""
        self._year = year
        self._label.setText(str(year))
        self._calendar.show_days(year, days, today())
        self._earlier.setEnabled(any(one < year for one in years))
        self._later.setEnabled(any(one > year for one in years) or year < today().year)
