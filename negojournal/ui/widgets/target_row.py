"""What rows of painted targets have in common: one tab stop, hover, click, and a text for screen readers."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

MODIFIERS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


class TargetRow(QWidget):
    """Hold a row of targets that are painted, not widgets, so that a long form opens at once."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._hovered: int | None = None
        self._value = self._note = ""

    def target_rects(self) -> tuple[QRect, ...]:
        """Return where the targets are at the present size."""
        raise NotImplementedError

    def on_target(self, index: int) -> None:
        """Answer a click on a target."""
        raise NotImplementedError

    def on_key(self, key: int) -> bool:
        """Answer a key without Ctrl, Alt or Meta, and say whether it was one of the row's."""
        raise NotImplementedError

    def describe(self, value: str) -> None:
        """Tell screen readers the present value."""
        if value != self._value:
            self._value = value
            self._speak()
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.ValueChanged))

    def setAccessibleDescription(self, note: str) -> None:  # noqa: N802 - Qt's name
        """Have a hint or a problem read after the value."""
        self._note = note
        self._speak()

    def hovered(self) -> int | None:
        """Return the index of the target under the pointer."""
        return self._hovered if self.isEnabled() else None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Mark the target under the pointer."""
        self._hover(self._target_at(event.position().toPoint()))

    def leaveEvent(self, _event: QEvent) -> None:
        """Mark nothing any more."""
        self._hover(None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Answer a click where a target is."""
        index = self._target_at(event.position().toPoint())
        if event.button() is Qt.MouseButton.LeftButton and index is not None:
            self.on_target(index)
        else:
            super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer the row's own keys and leave all others to the page."""
        if event.modifiers() & MODIFIERS or not self.on_key(event.key()):
            super().keyPressEvent(event)

    def _speak(self) -> None:
        super().setAccessibleDescription(". ".join(part for part in (self._value, self._note) if part))

    def _hover(self, index: int | None) -> None:
        if index != self._hovered:
            self._hovered = index
            self.update()

    def _target_at(self, point: QPoint) -> int | None:
        return next((index for index, rect in enumerate(self.target_rects()) if rect.contains(point)), None)
