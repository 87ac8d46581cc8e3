"""A section that stays folded until it is wanted."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from negojournal.ui.widgets.icon import icon
from negojournal.ui.widgets.leaving import take_out
from negojournal.ui.widgets.text import OneLine, TextRole
from negojournal.ui.widgets.theme import look, spaced


class Fold(QWidget):
    """Show a heading that opens and closes what is below it, with a word on what is filled in there."""

    toggled = Signal(bool)

    def __init__(self, title: str, content: QWidget | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.content: QWidget | None = None
        self._open = False
        self._heading = _Heading(title, self)
        self._heading.clicked.connect(self._on_clicked)
        self._heading.asked.connect(self._on_asked)
        self._summary = OneLine("", TextRole.SMALL, self)
        top = spaced(QHBoxLayout())
        top.addWidget(self._heading)
        top.addWidget(self._summary, 1)
        self._column = spaced(QVBoxLayout(self))
        self._column.addLayout(top)
        if content is not None:
            self.set_content(content)
        self._show_state()

    def set_content(self, content: QWidget) -> None:
        """Put a widget below the heading, in place of an earlier one."""
        if self.content is not None:
            take_out(self.content, self._column)
        self.content = content
        self._column.addWidget(content)
        self._show_state()

    def is_open(self) -> bool:
        """Tell whether the content is on show."""
        return self._open

    def set_open(self, is_open: bool) -> None:  # noqa: FBT001 - the one thing it is about
        """Open or close the section."""
        self._open = is_open
        self._show_state()

    def show_summary(self, text: str) -> None:
        """Say beside the heading what is filled in."""
        self._summary.setText(text)
        self._heading.setAccessibleDescription(text)

    def _on_clicked(self) -> None:
        self._on_asked(not self._open)

    def _on_asked(self, is_open: bool) -> None:  # noqa: FBT001 - a signal's value
        if is_open is not self._open:
            self.set_open(is_open)
            self.toggled.emit(is_open)

    def _show_state(self) -> None:
        self._heading.setIcon(icon("chevron-down" if self._open else "chevron-right"))
        self._heading.setChecked(self._open)
        if self.content is not None:
            self.content.setVisible(self._open)


class _Heading(QPushButton):
    """Be the button of a fold; Right opens, Left closes."""

    asked = Signal(bool)

    def __init__(self, title: str, parent: QWidget) -> None:
        super().__init__(title, parent)
        side = look().theme.target.icon
        self.setProperty("kind", "fold")
        self.setIconSize(QSize(side, side))
        self.setAutoDefault(True)  # so that Return opens it, as Space does
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open and close by arrow, as in a tree."""
        if event.key() in {Qt.Key.Key_Left, Qt.Key.Key_Right}:
            self.asked.emit(event.key() == Qt.Key.Key_Right)
        else:
            super().keyPressEvent(event)
