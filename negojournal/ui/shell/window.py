"""The window: rail, messages and one place at a time."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QHBoxLayout,
    QMainWindow,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from negojournal.ui.shell.menu_bar import clear_menus, show_menu_titles
from negojournal.ui.widgets.tab_order import neighbour
from negojournal.ui.widgets.theme import look, spaced

if TYPE_CHECKING:
    from negojournal.ui.shell.curtain import Curtain
    from negojournal.ui.shell.places import Places
    from negojournal.ui.shell.progress_strip import ProgressStrip
    from negojournal.ui.shell.rail import Rail
    from negojournal.ui.widgets.message_bar import MessageBar

TITLE = "NegoJournal"
"""The title never carries a name or a number of the journal."""

WIDTH, HEIGHT = 1120, 760
FRAME = QSize(16, 48)
"""Room for the frame that the system draws around a window, which isn't known before it is shown."""

OWN = "own"
"""A property of what belongs to the window itself, whatever is put into it."""

LEAST_WIDTH, LEAST_HEIGHT = 800, 560


class Window(QMainWindow):
    """Be seen at once, and hold the parts of the program once they are there.

    `painted` comes once, after it was seen first; `blanked` says whether it shows nothing now.
    """

    painted = Signal()
    blanked = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self.setWindowTitle(TITLE)
        self.setMinimumSize(LEAST_WIDTH, LEAST_HEIGHT)
        self.resize(QSize(WIDTH, HEIGHT).boundedTo(self.screen().availableSize() - FRAME))
        self.may_close: Callable[[], bool] = lambda: True
        self._is_painted = False
        self._focus: QWidget | None = None
        show_menu_titles(self.menuBar())
        for part in self.children():
            part.setProperty(OWN, True)  # noqa: FBT003 - Qt's setter

    def show_body(self, rail: Rail, places: Places, bar: MessageBar, strip: ProgressStrip, curtain: Curtain) -> None:
        """Take the parts in the place of what was shown before them."""
        self._rail, self._bar, self._curtain = rail, bar, curtain
        curtain.lifted.connect(self.toggle_curtain)
        self._layers = QStackedWidget()
        self._layers.addWidget(_body(rail, places, bar, strip))
        self._layers.addWidget(curtain)
        self.setCentralWidget(self._layers)
        places.shown.connect(self._on_shown)

    def clear(self) -> None:
        """Free all that was put into the window or lies beside it; what comes next begins with an empty one."""
        _close_others(self)
        self._focus = None
        self.may_close = lambda: True
        self.setAcceptDrops(False)
        self.menuBar().show()
        clear_menus(self.menuBar())
        parts = self.findChildren(QObject)
        for child in self.children():
            if not child.property(OWN):
                child.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        for part in parts:
            if not isValid(part):
                _forget(part)

    def toggle_curtain(self) -> None:
        """Blank the window at once, or show it again as it was."""
        blank = not self.is_hidden_now()
        if blank:
            self._focus = self.focusWidget()
            _close_others(self)
        self.menuBar().setVisible(not blank)
        self._layers.setCurrentIndex(int(blank))
        self._curtain.show_sentence("")
        if blank:
            self._curtain.setFocus()
        elif self._focus is not None:
            self._focus.setFocus()
        self.blanked.emit(blank)

    def explain_curtain(self, sentence: str) -> None:
        """Say on the curtain why it is all there is; an empty sentence takes it away."""
        self._curtain.show_sentence(sentence)

    def order_tabs(self) -> None:
        """Let Tab come to the messages after the rail and before the place, where they are read."""
        stops = [self._rail.last_button(), *self._bar.findChildren(QAbstractButton)]
        for before, after in pairwise(stops):
            QWidget.setTabOrder(before, after)

    def is_hidden_now(self) -> bool:
        """Tell whether the window is blanked."""
        return self._layers.currentWidget() is self._curtain

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: FBT001, N802 - Qt's own name
        """Go to the next control by Tab, or back."""
        widget = QApplication.focusWidget() or self
        reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
        neighbour(widget, forward=forward).setFocus(reason)
        return True

    def event(self, event: QEvent) -> bool:
        """Tell, after the first paint, that it has come."""
        answered = super().event(event)
        if event.type() is QEvent.Type.Paint and not self._is_painted:
            self._is_painted = True
            QTimer.singleShot(0, self, self.painted.emit)
        return answered

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close when everything typed is kept."""
        event.setAccepted(self.may_close())

    def _on_shown(self, key: str) -> None:
        self._rail.setVisible(bool(key))
        self._rail.show_place(key)


def lead_into(window: QWidget) -> None:
    """Bring a window forward, also one that is minimized."""
    window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
    window.show()
    window.raise_()
    window.activateWindow()


def _close_others(window: QWidget) -> None:
    for other in QApplication.topLevelWidgets():
        if other is not window and other.isVisible():
            other.close()


def _forget(part: QObject) -> None:
    """Let what Qt has freed hold nothing: its Python side now and then outlives it, and all that it refers to."""
    vars(part).clear()


def _body(rail: Rail, places: Places, bar: MessageBar, strip: ProgressStrip) -> QWidget:
    """Set the rail beside the column of messages, progress and place; Tab goes in the order of joining."""
    inside = look().theme.spacing.inside
    bar.setContentsMargins(inside, inside, inside, 0)
    body = QWidget()
    row = spaced(QHBoxLayout(body), gap=0)
    row.addWidget(rail)
    column = QVBoxLayout()
    column.setSpacing(0)
    row.addLayout(column, 1)
    for part in (bar, strip):
        column.addWidget(part)
    column.addWidget(places, 1)
    return body
