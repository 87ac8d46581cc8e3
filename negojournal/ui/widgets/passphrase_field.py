"""A field for a passphrase: hidden until one asks to see it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from negojournal.domain.passphrase import Passphrase
from negojournal.ui.widgets.button import quiet_button
from negojournal.ui.widgets.field import Field

WIDTH = 320


class _Line(QLineEdit):
    """Hide what is typed, and notice that Caps Lock is on by what a letter becomes."""

    capitals = Signal(bool)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Compare the letter that comes with the one that the keys mean."""
        super().keyPressEvent(event)
        if len(letter := event.text()) == 1 and letter.isalpha() and letter.upper() != letter.lower():
            shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.capitals.emit(letter.isupper() is not shifted)


class PassphraseField(Field):
    """Take a passphrase. `edited` comes with each change by the user, `entered` with Return."""

    edited = Signal()
    entered = Signal()

    def __init__(self, label: str, hint: str = "", parent: QWidget | None = None) -> None:
        self._advice, self._is_capital = "", False
        self.line = _Line()
        self.line.setMinimumWidth(WIDTH)
        self._show = quiet_button("")
        self._show.setCheckable(True)
        super().__init__(label, self.line, hint, parent, beside=self._show)
        hidden = Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText
        self.line.setInputMethodHints(hidden | Qt.InputMethodHint.ImhNoAutoUppercase)
        self.line.setMaximumWidth(self.maximumWidth())
        self.line.textEdited.connect(lambda _text: self.edited.emit())
        self.line.returnPressed.connect(self.entered)
        self.line.capitals.connect(self._on_capitals)
        self._show.toggled.connect(self._on_shown)
        self._on_shown(shown=False)

    def passphrase(self) -> Passphrase:
        """Return what is typed."""
        return Passphrase(self.line.text())

    def is_empty(self) -> bool:
        """Tell whether nothing is typed."""
        return not self.line.text()

    def show_advice(self, sentence: str) -> None:
        """Say quietly what might be looked at again; that Caps Lock is on comes first."""
        self._advice = sentence
        super().show_advice(self.tr("Caps Lock seems to be on.") if self._is_capital else sentence)

    def clear(self) -> None:
        """Forget what is typed, and hide what comes next."""
        self.line.clear()
        self._show.setChecked(False)

    def _on_shown(self, shown: bool) -> None:  # noqa: FBT001 - a signal's
        mode = QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password
        self.line.setEchoMode(mode)
        self._show.setText(self.tr("Hide") if shown else self.tr("Show"))
        label = self.line.accessibleName()
        said = self.tr("Hide what is typed") if shown else self.tr("Show what is typed")
        self._show.setAccessibleName(f"{said}: {label}")

    def _on_capitals(self, on: bool) -> None:  # noqa: FBT001 - a signal's
        self._is_capital = on
        self.show_advice(self._advice)
