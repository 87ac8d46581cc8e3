"""A year at a glance: one cell a day, darker the more negotiations it had."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from math import ceil

from PySide6.QtCore import QEvent, QLocale, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from negojournal.ui.widgets.locale_text import long_day_text
from negojournal.ui.widgets.theme import FontSize, colour, font, look

DAYS = 7
WEEKS = 54
GAP = 2
SHADES = (0.35, 0.6, 0.85)
"""How much of the text's colour a day has: three shades, the last for the busiest day of the year."""
EMPTY = 0.5
"""How much of a hairline's colour a day without any has."""
STEPS = {
    Qt.Key.Key_Left: -DAYS,
    Qt.Key.Key_Right: DAYS,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Down: 1,
}


def days_of(year: int) -> tuple[date, ...]:
    """Return every day of a year, also of the last one that there is."""
    first, last = date(year, 1, 1).toordinal(), date(year, 12, 31).toordinal()
    return tuple(map(date.fromordinal, range(first, last + 1)))


@dataclass(frozen=True, slots=True)
class Grid:
    """Hold how high the months' names are, how far cells are apart, and on which weekday the year begins."""

    header: int
    across: float
    down: float
    first: int

    def cell(self, at: int) -> QRectF:
        """Return the cell of a day by its place in the year."""
        week, weekday = divmod(self.first + at, DAYS)
        return QRectF(week * self.across, self.header + weekday * self.down, self.across - GAP, self.down - GAP)


class YearCalendar(QWidget):
    """Show the days of a year; arrows walk, Enter or a click picks a day."""

    picked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._year = days_of(date.min.year)
        self._counts: Mapping[date, int] = {}
        self._busiest = 0
        self._cursor = date.min
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Calendar of the year"))
        look().changed.connect(self.update)

    def show_days(self, year: int, days: Mapping[date, int], today: date) -> None:
        """Show a year, and how many negotiations each of its days had."""
        if year != self._cursor.year:
            self._cursor = today if today.year == year else date(year, 1, 1)
        self._year, self._counts = days_of(year), days
        self._busiest = max(days.values(), default=0)
        self.setAccessibleDescription(self._said(self._cursor))
        self.update()

    def sizeHint(self) -> QSize:
        """Return a size whose cells are as high as small text."""
        cell = QFontMetrics(font(FontSize.SMALL)).height()
        return QSize(WEEKS * cell, self._header() + DAYS * cell)

    def minimumSizeHint(self) -> QSize:
        """Return a size that still tells the days apart."""
        return QSize(WEEKS * 2 * (GAP + 1), self.sizeHint().height())

    def heightForWidth(self, width: int) -> int:
        """Return the height at which cells are as wide as high, within reason."""
        return self._header() + DAYS * min(max(width // WEEKS, 3 * GAP), self.sizeHint().width() // WEEKS)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - all is painted
        """Paint the months' names and the days."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(font(FontSize.SMALL))
        painter.setPen(colour(look().palette.muted))
        grid = self._grid()
        for month in range(1, 13):
            cell = grid.cell(date(self._cursor.year, month, 7).timetuple().tm_yday - 1)
            name = QLocale().standaloneMonthName(month, QLocale.FormatType.ShortFormat)
            painter.drawText(QPointF(cell.left(), grid.header - 2 * GAP), name)
        for at, day in enumerate(self._year):
            self._paint_day(painter, day, grid.cell(at))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk the days, or pick one."""
        key = Qt.Key(event.key())
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self.picked.emit(self._cursor)
        elif key in STEPS:
            day = self._day(self._year.index(self._cursor) + STEPS[key])
            self._move_to(day or self._cursor)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Pick the day that was clicked."""
        day = self._day_at(event.position())
        if day is not None:
            self._move_to(day)
            self.picked.emit(day)

    def event(self, event: QEvent) -> bool:
        """Say what a day holds when the mouse rests on it."""
        if isinstance(event, QHelpEvent):
            day = self._day_at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), self._said(day) if day else "", self)
            return True
        return super().event(event)

    def _paint_day(self, painter: QPainter, day: date, cell: QRectF) -> None:
        palette = look().palette
        count = self._counts.get(day, 0)
        ground = QColor(colour(palette.text if count else palette.hairline))
        ground.setAlphaF(shade(count, self._busiest) if count else EMPTY)
        painter.setBrush(ground)
        painter.setPen(Qt.PenStyle.NoPen)
        if self.hasFocus() and day == self._cursor:
            painter.setPen(QPen(colour(palette.focus), look().theme.line.focus))
        painter.drawRoundedRect(cell, GAP, GAP)

    def _move_to(self, day: date) -> None:
        self._cursor = day
        self.setAccessibleDescription(self._said(day))
        self.update()

    def _header(self) -> int:
        return QFontMetrics(font(FontSize.SMALL)).height() + GAP

    def _grid(self) -> Grid:
        header = self._header()
        return Grid(header, self.width() / WEEKS, (self.height() - header) / DAYS, self._year[0].weekday())

    def _day_at(self, place: QPointF) -> date | None:
        grid = self._grid()
        weekday = int((place.y() - grid.header) // grid.down)
        if not 0 <= weekday < DAYS:
            return None
        return self._day(int(place.x() // grid.across) * DAYS + weekday - grid.first)

    def _day(self, at: int) -> date | None:
        """Return a day by its place in the year, None outside of it."""
        return self._year[at] if 0 <= at < len(self._year) else None

    def _said(self, day: date) -> str:
        count = self._counts.get(day, 0)
        words = self.tr("1 negotiation") if count == 1 else self.tr("{} negotiations").format(count)
        return f"{long_day_text(day)}: {words}"


def shade(count: int, busiest: int) -> float:
    """Return how dark a day is beside the busiest one; one, two and three negotiations can always be told apart."""
    return SHADES[ceil(count * len(SHADES) / max(busiest, len(SHADES))) - 1]
