"""What is there at once: the title of a new review, while the rest of the window is still being loaded."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeGuard

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QPalette
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from negojournal.ui.widgets.theme import FontSize, font, look, spaced

if TYPE_CHECKING:
    from negojournal.ui.shell.port import Run

RAIL, INDEX = 160, 173
"""The widths of the rail and of the form's index, beside which the form begins."""

LINE = 456
COMMANDING = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
MODIFIERS = {Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_AltGr, Qt.Key.Key_Meta}
TYPED = {QEvent.Type.KeyPress, QEvent.Type.KeyRelease, QEvent.Type.InputMethod}


class Porch(QWidget):
    """Take the title where the form will have it, and remember every key for the form."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._typed: list[QEvent] = []
        self._title = QLineEdit()
        self._title.setFont(font(FontSize.HEADING))
        self._title.setAccessibleName(self.tr("Title"))
        self._title.setPlaceholderText(self.tr("What was it about?"))
        # What is pasted or dropped by the mouse could not be done again in the form.
        self._title.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._title.installEventFilter(self)
        self.setFocusProxy(self._title)
        spacing = look().theme.spacing
        column = spaced(QVBoxLayout(), gap=spacing.step, margin=spacing.around)
        column.addWidget(QLabel(self.tr("Title")))
        column.addWidget(self._title)
        column.addStretch()
        self._title.setFixedWidth(LINE)
        row = spaced(QHBoxLayout(self), gap=0)
        row.addWidget(_rail())
        row.addSpacing(INDEX)
        row.addLayout(column)
        row.addStretch()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Remember what is typed; Tab and Return wait for the form."""
        if event.type() not in TYPED or (isinstance(event, QKeyEvent) and event.key() in MODIFIERS):
            return super().eventFilter(watched, event)
        self._typed.append(event.clone())
        return isinstance(event, QKeyEvent) and event.key() in {Qt.Key.Key_Tab, Qt.Key.Key_Return, Qt.Key.Key_Enter}

    def has_typed(self) -> bool:
        """Tell whether there is anything in the title."""
        return bool(self._title.text())

    def hand_over(self, run: Callable[[QKeySequence], bool], show_form: Run) -> None:
        """Do everything again: what `run` knows as the keys of an action, and the rest where the keyboard is then.

        `show_form` is called before anything is typed, for the case that no place was gone to. New widgets are shown by
        posted events; these are let through before they get a key, and no key of the user's. By then the user may be
        in another program's window: in ours, the field that would have the keyboard gets what is meant for it.
        """
        self._title.removeEventFilter(self)
        window = self.window()
        for event in self._typed:
            if is_command(event) and run(QKeySequence(event.keyCombination())):
                continue
            if event.type() is not QEvent.Type.KeyRelease:
                show_form()
                QApplication.sendPostedEvents()
            if (field := QApplication.focusWidget() or window.focusWidget()) is not None:
                QApplication.sendEvent(field, event)
        self._typed.clear()


def is_command(event: QEvent) -> TypeGuard[QKeyEvent]:
    """Tell whether an event is the press of a key that may stand for an action and types nothing."""
    if not isinstance(event, QKeyEvent) or event.type() is not QEvent.Type.KeyPress:
        return False
    return bool(event.modifiers() & COMMANDING) or Qt.Key.Key_F1 <= event.key() <= Qt.Key.Key_F12


def _rail() -> QWidget:
    rail = QWidget()
    rail.setFixedWidth(RAIL)
    rail.setAutoFillBackground(True)
    rail.setBackgroundRole(QPalette.ColorRole.AlternateBase)
    return rail
