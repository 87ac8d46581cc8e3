"""A line to type a day into, which may be empty."""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import date, timedelta

from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from negojournal.domain.moment import today
from negojournal.ui.editor.held_date import moment_from
from negojournal.ui.editor.line import Line
from negojournal.ui.editor.slot import Slot
from negojournal.ui.widgets.theme import look

AHEAD = re.compile(r"\+\s?(\d{1,3})")
"""So many days from today."""

STEPS: dict[int, int] = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}
WIDEST = "0000-00-00"


class DayLine(Line):
    """Type a day as one writes it, "tomorrow", or +14 for in two weeks; Up and Down go on by a day."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: date | None = None
        self.setFixedWidth(self.fontMetrics().horizontalAdvance(WIDEST) + look().theme.spacing.around)
        self.setToolTip(self.tr("2026-03-05, “tomorrow”, or +14 for in two weeks; Up and Down go on by a day"))
        self.editingFinished.connect(self._on_finished)

    def show_day(self, day: date | None) -> None:
        """Show a day, or none; what is typed and can't be read stays as long as the same day is shown."""
        if day != self._shown or not self.problem():
            self.put_day(day)

    def put_day(self, day: date | None) -> None:
        """Show a day whatever is typed."""
        self._shown = day
        self.show_text(_written(day))

    def day(self) -> date | None:
        """Return the day that is typed, or the one that was shown where that can't be read."""
        return self._shown if self.problem() else self._typed()

    def problem(self) -> str:
        """Return what is wrong with what is typed, or nothing."""
        if not self.text().strip() or self._typed():
            return ""
        return self.tr("No such date: write it like 2026-03-05, “tomorrow” or +14.")

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Let typing replace the day."""
        super().focusInEvent(event)
        if event.reason() is not Qt.FocusReason.MouseFocusReason:
            self.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on by a day, from nothing to today."""
        step = STEPS.get(event.key())
        if step is None or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        elif not self.problem():
            with suppress(OverflowError):
                self._go_on(step)

    def _go_on(self, days: int) -> None:
        before = self.day()
        self.setText(_written(before + timedelta(days=days) if before else today()))
        self.textEdited.emit(self.text())

    def _typed(self) -> date | None:
        text = self.text().strip()
        if self._shown and text == _written(self._shown):
            return self._shown
        words = {self.tr("today"): 0, self.tr("yesterday"): -1, self.tr("tomorrow"): 1}
        days = {word.casefold(): ahead for word, ahead in words.items()}
        if match := AHEAD.fullmatch(text):
            text, days = match[1], {match[1]: int(match[1])}
        moment = moment_from(text, today(), days, day_first=is_day_first())
        return moment.day if moment and moment.instant is None else None

    def _on_finished(self) -> None:
        """Write the day out, so that "tomorrow" means the same tomorrow."""
        if not self.problem():
            self.show_text(_written(self._typed()))


def day_slot(line: DayLine) -> Slot[date | None]:
    """Join a line to a day."""
    return Slot(line.show_day, line.day)


def is_day_first() -> bool:
    """Tell whether people here write the day before the month."""
    written = QLocale().dateFormat(QLocale.FormatType.ShortFormat)
    return written.find("d") < written.find("M")


def _written(day: date | None) -> str:
    return day.isoformat() if day else ""
