"""What an empty page says: what will be here, and how to begin."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from negojournal.ui.widgets.button import LabelledAction, main_button, plain_button
from negojournal.ui.widgets.leaving import take_out
from negojournal.ui.widgets.text import Text, TextRole
from negojournal.ui.widgets.theme import look, spaced


class EmptyState(QWidget):
    """Show a title, a sentence and up to two actions; the first is the main one, and takes the keyboard."""

    def __init__(
        self,
        title: str,
        sentence: str,
        actions: Sequence[LabelledAction] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        spacing = look().theme.spacing
        self._title = Text(title, TextRole.HEADING)
        self._sentence = Text(sentence, TextRole.MUTED)
        self._buttons: tuple[QPushButton, ...] = ()
        self._row = spaced(QHBoxLayout())
        self._row.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        column = spaced(QVBoxLayout(self), margin=spacing.around)
        column.addStretch(1)
        for part in (self._title, self._sentence):
            part.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addLayout(centred(part))
        column.addSpacing(spacing.inside)
        column.addLayout(self._row)
        column.addStretch(2)
        self._show_actions(actions)

    def show_state(self, title: str, sentence: str, actions: Sequence[LabelledAction] = ()) -> None:
        """Say something else."""
        self._title.setText(title)
        self._sentence.setText(sentence)
        self._show_actions(actions)

    def _show_actions(self, actions: Sequence[LabelledAction]) -> None:
        had_focus = any(button.hasFocus() for button in self._buttons)
        for button in self._buttons:
            take_out(button, self._row)
        makers = (main_button, plain_button)
        self._buttons = tuple(make(each.label, each.run) for make, each in zip(makers, actions, strict=False))
        for button in self._buttons:
            self._row.addWidget(button)
        for button in self._buttons[:1]:
            self.setFocusProxy(button)
            if had_focus:
                button.setFocus()


def centred(part: QWidget) -> QHBoxLayout:
    """Give a text of limited width the middle; an alignment would take its height for one line."""
    row = spaced(QHBoxLayout())
    row.addStretch(1)
    row.addWidget(part, 1 << 8)
    row.addStretch(1)
    return row
