"""What the window remembers from one day to the next: its look and its sizes, nothing of the journal."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray, QObject, QSettings, Signal
from PySide6.QtWidgets import QMainWindow

from negojournal.domain.theme import Scheme

GEOMETRY = "window"

LOCK_CHOICES = ("0", "1", "5", "15", "30", "60")
"""Minutes without a touch after which an encrypted journal can be locked; 0 for never."""

LOCK_USUAL = 15


class Preferences(QObject):
    """Read and write the settings file; `changed` names the key that the user changed."""

    changed = Signal(str)

    SCHEME = "scheme"
    QUESTIONNAIRE = "questionnaire"
    REMINDER = "reminder"
    LOCK_AFTER = "lock-after"

    def __init__(self, file: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = QSettings(str(file), QSettings.Format.IniFormat, self)

    def scheme(self) -> Scheme:
        """Return whether the window is light, dark, or follows the system."""
        text = self.text(self.SCHEME)
        return Scheme(text) if text in set(Scheme) else Scheme.SYSTEM

    def questionnaire(self) -> str:
        """Return the key of the questionnaire that a new review starts with."""
        return self.text(self.QUESTIONNAIRE, "quick")

    def reminds(self) -> bool:
        """Tell whether the desktop says that something waits; nobody is told who hasn't asked for it."""
        return self.text(self.REMINDER, "off") == "on"

    def lock_after(self) -> int:
        """Return after how many minutes without a touch an encrypted journal is locked; 0 for never."""
        text = self.text(self.LOCK_AFTER)
        return int(text) if text in LOCK_CHOICES else LOCK_USUAL

    def text(self, key: str, default: str = "") -> str:
        """Return a remembered text."""
        return str(self._settings.value(key, default))

    def choose(self, key: str, text: str) -> None:
        """Remember a text and tell about it when it differs."""
        if text != self.text(key):
            self._settings.setValue(key, text)
            self.changed.emit(key)

    def state(self, name: str) -> QByteArray:
        """Return the remembered sizes of a window, splitter or header; empty when there are none."""
        value = self._settings.value(f"state/{name}")
        return value if isinstance(value, QByteArray) else QByteArray()

    def keep_state(self, name: str, state: QByteArray) -> None:
        """Remember the sizes of a window, splitter or header."""
        self._settings.setValue(f"state/{name}", state)

    def restore_window(self, window: QMainWindow) -> None:
        """Put a window where it was."""
        window.restoreGeometry(self.state(GEOMETRY))

    def keep_window(self, window: QMainWindow) -> None:
        """Remember where a window is."""
        self.keep_state(GEOMETRY, window.saveGeometry())
