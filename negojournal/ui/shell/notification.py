"""The desktop's notifications."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QSystemTrayIcon, QWidget

from negojournal.ui.shell.window import TITLE, lead_into
from negojournal.ui.widgets.icon import app_icon

MILLISECONDS = 10_000
"""How long a notification stays, and with it the icon in the tray that the systems ask for."""


def can_notify() -> bool:
    """Tell whether this desktop shows notifications of a program."""
    return QSystemTrayIcon.isSystemTrayAvailable() and QSystemTrayIcon.supportsMessages()


def notify(window: QWidget, text: str) -> None:
    """Show a sentence outside a window; a click on it leads into the window.

    Where the desktop has no place for it, the window's entry in the task bar is marked only.
    """
    QApplication.alert(window)
    if can_notify():
        tray = QSystemTrayIcon(app_icon(), window)
        tray.messageClicked.connect(partial(lead_into, window))
        tray.show()
        tray.showMessage(TITLE, text, app_icon(), MILLISECONDS)
        QTimer.singleShot(MILLISECONDS, tray.deleteLater)
