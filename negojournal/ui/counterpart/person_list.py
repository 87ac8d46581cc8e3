"""The list of counterparts, narrowed down by what is typed above it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from negojournal.domain.negotiation import name_key
from negojournal.domain.person import Person
from negojournal.ui.widgets.theme import look, spaced
from negojournal.ui.widgets.tip import tip

NAME = Qt.ItemDataRole.UserRole


class PersonList(QWidget):
    """List counterparts, those met most first; `chosen` carries a name."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._typed = _Search(self)
        self._typed.setPlaceholderText(self.tr("Find a counterpart"))
        self._typed.setAccessibleName(self.tr("Find a counterpart"))
        self._typed.setClearButtonEnabled(True)
        self._typed.textEdited.connect(self._narrow)
        self._list = QListWidget(self)
        self._list.setAccessibleName(self.tr("Counterparts"))
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self._list.currentItemChanged.connect(self._on_current)
        self._typed.left_downwards.connect(self._list.setFocus)
        self._showing = False
        column = spaced(QVBoxLayout(self))
        column.addWidget(self._typed)
        column.addWidget(self._list, 1)

    def show_people(self, people: Sequence[Person], chosen: str | None) -> None:
        """List counterparts, one of them chosen."""
        self._showing = True
        self._list.clear()
        for person in people:
            item = QListWidgetItem(f"{person.name}  ·  {person.negotiations:,}", self._list)
            item.setData(NAME, person.name)
            item.setSizeHint(QSize(0, look().theme.target.rating))
            item.setToolTip(tip(person.name))
            said = self.tr("{name}, {n} negotiations").format(name=person.name, n=person.negotiations)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, said)
            if person.name == chosen:
                self._list.setCurrentItem(item)
        self._narrow(self._typed.text())
        self._showing = False

    def select(self, name: str) -> None:
        """Choose a counterpart, whatever is typed above the list."""
        self._typed.clear()
        self._narrow("")
        for row in range(self._list.count()):
            item = self._list.item(row)
            if name_key(item.data(NAME)) == name_key(name):
                self._list.setCurrentItem(item)

    def focus_start(self) -> None:
        """Put the keyboard on the list."""
        self._list.setFocus()

    def _narrow(self, typed: str) -> None:
        """Hide every name in which what is typed doesn't stand."""
        wanted = name_key(typed)
        for row in range(self._list.count()):
            item = self._list.item(row)
            item.setHidden(wanted not in name_key(item.data(NAME)))

    def _on_current(self, item: QListWidgetItem | None) -> None:
        if item is not None and not self._showing:
            self.chosen.emit(item.data(NAME))


class _Search(QLineEdit):
    """Go to the list by the arrow key or Enter."""

    left_downwards = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave downwards."""
        if event.key() in {Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.left_downwards.emit()
        else:
            super().keyPressEvent(event)
