"""An editor for a day, with a calendar that looks like the rest."""

from __future__ import annotations

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QDateEdit, QToolButton, QWidget

from negojournal.ui.widgets.icon import icon

TURNS = {"qt_calendar_prevmonth": "chevron-left", "qt_calendar_nextmonth": "chevron-right"}


class DateEdit(QDateEdit):
    """Edit a day by typing or from a calendar; it starts at today."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(QDate.currentDate(), parent)
        self._known = self.date()
        self.setDisplayFormat("yyyy-MM-dd")
        self.setCalendarPopup(True)
        self.setCalendarWidget(_calendar())
        self.dateChanged.connect(self._on_date_changed)

    def show_date(self, day: QDate) -> None:
        """Show a day."""
        self._known = day
        self.setDate(day)

    def _on_date_changed(self, day: QDate) -> None:
        """Tell what the user did: a day shown by the program is known already."""
        if day != self._known:
            self._known = day
            self.edited.emit()


def _calendar() -> QCalendarWidget:
    """Return a calendar without week numbers in which a Sunday is a day like any other."""
    calendar = QCalendarWidget()
    calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
    for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
        calendar.setWeekdayTextFormat(day, QTextCharFormat())
    for name, picture in TURNS.items():
        turn = calendar.findChild(QToolButton, name)
        if turn is not None:
            turn.setIcon(icon(picture))
    return calendar
