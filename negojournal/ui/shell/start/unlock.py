"""The state of the window in which an encrypted journal waits for its passphrase."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from negojournal.ui.widgets.button import main_button, plain_button
from negojournal.ui.widgets.file_dialog import ask_source
from negojournal.ui.widgets.icon import icon
from negojournal.ui.widgets.passphrase_field import PassphraseField
from negojournal.ui.widgets.text import OneLine, Text, TextRole
from negojournal.ui.widgets.theme import look, spaced

LONGEST_PAUSE = 30
"""Seconds to wait at most after a wrong passphrase."""

SECOND = 1000
WIDTH = 440
PICTURE = 28


def pause_after(wrong: int) -> int:
    """Return the seconds to wait after so many wrong passphrases: 1, 2, 4, 8 … 30."""
    return min(1 << (wrong - 1), LONGEST_PAUSE)


class Unlock(QWidget):
    """Ask for the passphrase of a journal; each wrong one makes the next wait longer.

    `given` carries a Passphrase and whether the computer is to remember it, `other_wanted` another file.
    """

    given = Signal(object, bool)
    other_wanted = Signal(Path)

    def __init__(self, path: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.path = path
        self._wrong = self._seconds = 0
        self._is_opening, self._is_given = True, False
        self._timer = QTimer(self, interval=SECOND)
        self._timer.timeout.connect(self._on_second)
        self._field = PassphraseField(self.tr("Passphrase"))
        self._field.entered.connect(self._give)
        self._field.edited.connect(self._on_edited)
        self._remember = QCheckBox(self.tr("Remember it on this computer"))
        self._open = main_button(self.tr("Unlock"), self._give)
        self._other = plain_button(self.tr("Choose another file…"), self._choose)
        self.setFocusProxy(self._field.line)
        self._remember.hide()
        self._build_layout()
        self._refresh()

    def show_remember(self, possible: bool) -> None:  # noqa: FBT001 - an answer, handed over as it is
        """Offer to remember the passphrase where the system has a place for it."""
        self._remember.setVisible(possible)

    def show_refused(self, *, is_wrong: bool) -> None:
        """Be ready for the next passphrase; after a wrong one say so, and wait first.

        At first the journal is tried without the user; what was given meanwhile is tried next.
        """
        self._is_opening = False
        if is_wrong:
            self._wrong += 1
            self._seconds = pause_after(self._wrong)
            self._timer.start()
            self._field.line.selectAll()
            self._field.line.setFocus()
        self._refresh()
        if self._is_given:
            self._give()

    def _give(self) -> None:
        self._is_given = self._is_opening
        if self._can_open():
            self._is_opening = True
            self._refresh()
            self.given.emit(self._field.passphrase(), self._remember.isChecked())

    def _on_second(self) -> None:
        self._seconds -= 1
        if not self._seconds:
            self._timer.stop()
        self._refresh()

    def _on_edited(self) -> None:
        if not self._seconds:
            self._field.show_problem("")
        self._open.setEnabled(self._can_open())

    def _refresh(self) -> None:
        self._open.setEnabled(self._can_open())
        if self._wrong:
            self._field.show_problem("" if self._is_opening else self._problem())

    def _can_open(self) -> bool:
        return not (self._is_opening or self._seconds or self._field.is_empty())

    def _problem(self) -> str:
        """Say in words what was wrong, and how long to wait."""
        said = [self.tr("That is not the passphrase of this journal.")]
        if self._seconds:
            one, more = self.tr("Try again in 1 second."), self.tr("Try again in {count} seconds.")
            said.append(one if self._seconds == 1 else more.format(count=self._seconds))
        return " ".join(said)

    def _choose(self) -> None:
        ask_source(self, self.tr("Choose a journal"), self.other_wanted.emit, folder=self.path.parent)

    def _build_layout(self) -> None:
        spacing = look().theme.spacing
        form = QWidget()
        form.setFixedWidth(WIDTH)
        column = spaced(QVBoxLayout(form), gap=spacing.between)
        title = spaced(QHBoxLayout())
        title.addWidget(_Picture())
        title.addWidget(Text(self.tr("The journal is locked"), TextRole.TITLE), 1)
        column.addLayout(title)
        column.addWidget(OneLine(str(self.path), TextRole.MUTED))
        column.addWidget(self._field)
        column.addWidget(self._remember)
        buttons = spaced(QHBoxLayout())
        buttons.addWidget(self._open)
        buttons.addWidget(self._other)
        buttons.addStretch()
        column.addLayout(buttons)
        column.addWidget(
            Text(self.tr("Without the passphrase nobody can open it; there is no other way in."), TextRole.SMALL)
        )
        middle = spaced(QVBoxLayout(self), margin=spacing.around)
        middle.addStretch(1)
        middle.addWidget(form, 0, Qt.AlignmentFlag.AlignHCenter)
        middle.addStretch(2)


class _Picture(QWidget):
    """Show a lock beside the title."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedSize(PICTURE, PICTURE)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint it in the colour of the moment."""
        icon("lock").paint(QPainter(self), self.rect())
