"""The list of what waits: groups of entries, with the keyboard on their main actions."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from negojournal.ui.today.entry import Entry, Group
from negojournal.ui.widgets.button import Run, main_button, plain_button, quiet_button
from negojournal.ui.widgets.leaving import empty
from negojournal.ui.widgets.text import Hairline, Text, TextRole, line_width
from negojournal.ui.widgets.theme import look, spaced

FEW, MORE = 4, 20
"""How many entries of a group are seen at once, where one more isn't worth a button; and how many more on asking."""

WIDTH_FOR_BUTTONS = 45
"""The least room for the buttons of an entry, in average characters, so that they begin at one edge in all groups."""

Make = Callable[[str, Run], QPushButton]
STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class EntryList(QWidget):
    """Show groups; Up and Down go from entry to entry, Enter does the main action, Tab comes to the others.

    `reached` carries the widget that the keyboard has come to, and whether it is the first of all.
    """

    reached = Signal(QWidget, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._groups: tuple[Group, ...] = ()
        self._seen: dict[str, int] = {}
        self._stops: list[QPushButton] = []
        self._rows: list[QWidget] = []
        self._at = 0
        self._column = spaced(QVBoxLayout(self), gap=look().theme.spacing.around)
        self._room = self.fontMetrics().averageCharWidth() * WIDTH_FOR_BUTTONS
        self.setMaximumWidth(line_width() + self._room)

    def show_groups(self, groups: tuple[Group, ...]) -> None:
        """Show groups in place of those before; the keyboard stays where it was, or goes to what comes next."""
        at = self._row_with_focus()
        self._groups = groups
        self._stops, self._rows = [], []
        empty(self._column)
        for number, group in enumerate(groups):
            if number:
                self._column.addWidget(Hairline())
            self._column.addWidget(self._group(group))
        if at is not None and self._stops:
            self._go_to(min(at, len(self._stops) - 1))

    def focus_entry(self) -> bool:
        """Put the keyboard where it was last, at first on the first entry, and tell whether there is any."""
        if self._stops:
            self._go_to(min(self._at, len(self._stops) - 1))
        return bool(self._stops)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go from entry to entry."""
        if event.type() is QEvent.Type.FocusIn and isinstance(watched, QWidget):
            self._at = self._row_with_focus() or 0
            self.reached.emit(watched, watched in self._stops[:1])
        if event.type() is not QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        step, at = STEPS.get(Qt.Key(event.key())), self._row_with_focus()
        if step is None or at is None:
            return False
        self._go_to(max(0, min(at + step, len(self._stops) - 1)))
        return True

    def _go_to(self, at: int) -> None:
        self._stops[at].setFocus(Qt.FocusReason.TabFocusReason)

    def _row_with_focus(self) -> int | None:
        focus = QApplication.focusWidget()
        return next((at for at, row in enumerate(self._rows) if focus is not None and row.isAncestorOf(focus)), None)

    def _group(self, group: Group) -> QWidget:
        block = QWidget()
        column = spaced(QVBoxLayout(block), gap=look().theme.spacing.between)
        column.addWidget(Text(group.heading, TextRole.HEADING))
        seen = self._seen.get(group.key, FEW)
        is_whole = len(group.entries) <= seen + 1
        first = len(self._stops)
        for entry in group.entries if is_whole else group.entries[:seen]:
            column.addWidget(self._row(entry, has_main=not (group.is_offer or self._stops)))
        _make_even(self._stops[first:])
        if not is_whole:
            column.addWidget(self._more(group, seen))
        return block

    def _row(self, entry: Entry, *, has_main: bool) -> QWidget:
        row = QWidget()
        line = spaced(QHBoxLayout(row), gap=look().theme.spacing.step)
        words = spaced(QVBoxLayout(), gap=look().theme.spacing.step)
        words.addWidget(Text(entry.title))
        if entry.detail:
            words.addWidget(Text(entry.detail, TextRole.SMALL))
        line.addLayout(words, 1)
        line.addSpacing(look().theme.spacing.between)
        line.addWidget(self._buttons(entry, main_button if has_main else plain_button), 0, Qt.AlignmentFlag.AlignTop)
        self._rows.append(row)
        return row

    def _buttons(self, entry: Entry, first: Make) -> QWidget:
        room = QWidget()
        room.setMinimumWidth(self._room)
        line = spaced(QHBoxLayout(room), gap=look().theme.spacing.step)
        for number, action in enumerate(entry.actions):
            button = (quiet_button if number else first)(action.label, action.run)
            # A screen reader says which of the things it is for, too.
            button.setAccessibleName(f"{action.label}: {entry.title}")
            button.setAccessibleDescription(entry.detail)
            button.installEventFilter(self)
            line.addWidget(button)
            if not number:
                self._stops.append(button)
        line.addStretch()
        return room

    def _more(self, group: Group, seen: int) -> QWidget:
        """Return the line that shows more of a group."""
        rest = len(group.entries) - seen
        more = QWidget()
        line = spaced(QHBoxLayout(more))
        button = quiet_button(self.tr("And {count} more").format(count=rest), lambda: self._show_more(group.key, seen))
        button.installEventFilter(self)
        line.addWidget(button)
        line.addStretch()
        self._rows.append(more)
        self._stops.append(button)
        return more

    def _show_more(self, key: str, seen: int) -> None:
        self._seen[key] = seen + MORE
        self.show_groups(self._groups)


def _make_even(buttons: Sequence[QPushButton]) -> None:
    """Make buttons that stand below each other equally wide, so that what follows them stands in line."""
    width = max(button.sizeHint().width() for button in buttons)
    for button in buttons:
        button.setMinimumWidth(width)
