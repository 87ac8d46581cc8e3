"""An editor for a few short texts: counterparts, tags."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial

from PySide6.QtCore import QRectF, QStringListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCompleter, QLineEdit, QListView, QSizePolicy, QWidget

from negojournal.ui.widgets.chip import Chip
from negojournal.ui.widgets.flow_layout import FlowLayout
from negojournal.ui.widgets.focus_ring import RING_ON_PARENT
from negojournal.ui.widgets.leaving import take_out
from negojournal.ui.widgets.theme import colour, look

SEPARATOR = ","


class ChipField(QWidget):
    """Edit a list of short texts as chips; Enter, a comma or leaving the field makes a chip of what is typed."""

    edited = Signal()
    typed = Signal(str)

    def __init__(self, placeholder: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chips: list[Chip] = []
        self._placeholder = placeholder
        self._offered: tuple[str, ...] = ()
        self._entry = _Entry(self)
        self._completions = QStringListModel(self)
        self._entry.setCompleter(self._completer())
        spacing = look().theme.spacing
        self._flow = FlowLayout(self, gap=spacing.step)
        around = spacing.step // 2
        self._flow.setContentsMargins(spacing.step, around, spacing.step, around)
        self._flow.addWidget(self._entry)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setFocusProxy(self._entry)
        self._entry.textEdited.connect(self._on_text_edited)
        self._entry.editingFinished.connect(self._on_ended)
        self._entry.stepped_back.connect(self._on_stepped_back)
        self._entry.rubbed_out.connect(self._on_rubbed_out)
        self._show_hints()

    def texts(self) -> tuple[str, ...]:
        """Return the texts, with what is typed but not yet a chip."""
        return _distinct((*(chip.text() for chip in self._chips), self._entry.text()))

    def show_texts(self, texts: Iterable[str]) -> None:
        """Show these texts; the same again leave what is being typed alone."""
        shown = _distinct(texts)
        if shown == self.texts():
            return
        while self._chips:
            self._take(self._chips[-1])
        self._entry.clear()
        for text in shown:
            self._append(text)
        self._show_hints()

    def show_completions(self, texts: Sequence[str]) -> None:
        """Offer these texts while one types."""
        self._offered = tuple(texts)
        self._offer()

    def setAccessibleName(self, name: str) -> None:  # noqa: N802 - Qt's name
        """Name the field, and with it the entry that takes the keys."""
        super().setAccessibleName(name)
        self._entry.setAccessibleName(name)

    def mousePressEvent(self, _event: QMouseEvent) -> None:
        """Go to the entry from anywhere in the field."""
        self._entry.setFocus()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the field like any other that one types into."""
        palette, line = look().palette, look().theme.line
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colour(palette.outline if self.isEnabled() else palette.hairline), line.hairline))
        painter.setBrush(colour(palette.surface))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), line.radius, line.radius)

    def _completer(self) -> QCompleter:
        completer = QCompleter(self._completions, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        popup = QListView()
        popup.setProperty("popup", "true")
        completer.setPopup(popup)
        # Queued: the entry takes the completed text after this signal.
        completer.activated.connect(self._on_completed, Qt.ConnectionType.QueuedConnection)
        return completer

    def _on_completed(self, text: str) -> None:
        self._entry.clear()
        self._add(text)
        self.edited.emit()

    def _offer(self) -> None:
        """Offer what isn't there yet; only while typing, as an open list that changes takes the text back."""
        there = {chip.text().casefold() for chip in self._chips}
        wanted = [text for text in self._offered if text.casefold() not in there]
        if wanted != self._completions.stringList():
            self._completions.setStringList(wanted)

    def _on_text_edited(self, text: str) -> None:
        *ended, rest = text.split(SEPARATOR)
        if ended:
            for part in ended:
                self._add(part)
            self._entry.setText(rest.lstrip())
        self._offer()
        self.edited.emit()
        self.typed.emit(self._entry.text())

    def _on_ended(self) -> None:
        """Make a chip of what is typed; the texts stay the same by it."""
        typed = self._entry.text()
        self._entry.clear()
        self._add(typed)

    def _on_stepped_back(self) -> None:
        if self._chips:
            self._chips[-1].setFocus()

    def _on_rubbed_out(self) -> None:
        if self._chips:
            self._remove(self._chips[-1])

    def _on_stepped(self, chip: Chip, step: int) -> None:
        at = self._chips.index(chip) + step
        (self._chips[max(at, 0)] if at < len(self._chips) else self._entry).setFocus()

    def _add(self, text: str) -> None:
        known = _distinct(chip.text() for chip in self._chips)
        for added in _distinct((*known, text))[len(known) :]:
            self._append(added)
        self._show_hints()

    def _append(self, text: str) -> None:
        chip = Chip(text, self)
        chip.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        chip.removed.connect(partial(self._remove, chip))
        chip.stepped.connect(partial(self._on_stepped, chip))
        self._flow.insert_widget(len(self._chips), chip)
        self._chips.append(chip)
        chip.show()

    def _remove(self, chip: Chip) -> None:
        self._entry.setFocus()
        self._take(chip)
        self._show_hints()
        self.edited.emit()

    def _take(self, chip: Chip) -> None:
        self._chips.remove(chip)
        take_out(chip, self._flow)

    def _show_hints(self) -> None:
        self._entry.setPlaceholderText("" if self._chips else self._placeholder)
        self.updateGeometry()


class _Entry(QLineEdit):
    """Take what is typed, and tell when a key means the chips before it."""

    stepped_back = Signal()
    rubbed_out = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("bare", "true")
        self.setProperty(RING_ON_PARENT, "true")
        spacing = look().theme.spacing
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 16)
        self.setTextMargins(spacing.step, 0, spacing.step, 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tell Left and Backspace at the beginning; all else is typing."""
        if self.cursorPosition() == 0 and not self.hasSelectedText():
            if event.key() == Qt.Key.Key_Left:
                self.stepped_back.emit()
            elif event.key() == Qt.Key.Key_Backspace:
                self.rubbed_out.emit()
        super().keyPressEvent(event)


def _distinct(texts: Iterable[str]) -> tuple[str, ...]:
    """Return the texts trimmed, without empty ones and without the same twice (case does not count)."""
    kept: dict[str, str] = {}
    for text in texts:
        if trimmed := " ".join(text.split()):
            kept.setdefault(trimmed.casefold(), trimmed)
    return tuple(kept.values())
