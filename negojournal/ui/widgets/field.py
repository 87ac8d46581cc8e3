"""A control with its label above and, when something is wrong with it, a sentence below."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from negojournal.ui.widgets.text import Text, TextRole
from negojournal.ui.widgets.theme import look, spaced


class Field(QWidget):
    """Join a label, a control, what may stand beside it, an optional hint and the problem that the user can mend.

    The hint stands below the control, or with `hint_first` above one that is tall.
    """

    def __init__(
        self,
        label: str,
        control: QWidget,
        hint: str = "",
        parent: QWidget | None = None,
        *,
        beside: QWidget | None = None,
        hint_first: bool = False,
    ) -> None:
        super().__init__(parent)
        self.control = control
        self._label = QLabel(label, self)
        self._label.setBuddy(control)
        self._usual = hint
        self._hint = Text(hint, TextRole.SMALL, self)
        self._hint.setVisible(bool(hint))
        self._hint.setContentsMargins(0, 0, 0, look().theme.spacing.step if hint_first else 0)
        self._problem = Text("", TextRole.PROBLEM, self)
        self._problem.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._problem.hide()
        if not control.accessibleName():
            control.setAccessibleName(label.replace("&", ""))
        self._spoken = control.focusProxy() or control
        self._spoken.setAccessibleDescription(hint)
        column = spaced(QVBoxLayout(self), gap=look().theme.spacing.step)
        row = spaced(QHBoxLayout())
        for part in (control, beside):
            if part is not None:
                row.addWidget(part)
        if control.minimumWidth() == control.maximumWidth():
            row.addStretch()
        column.addWidget(self._label)
        column.addLayout(row)
        column.insertWidget(1 if hint_first else 2, self._hint)
        column.addWidget(self._problem)

    def problem(self) -> str:
        """Return the sentence on show, or nothing."""
        return self._problem.text()

    def show_advice(self, sentence: str) -> None:
        """Say quietly, in the place of the hint, what might be looked at again; an empty sentence takes it away."""
        if self._hint.text() != (sentence or self._usual):
            self._hint.setText(sentence or self._usual)
            self.show_problem(self.problem())

    def show_problem(self, sentence: str) -> None:
        """Show what is wrong with the control; an empty sentence takes it away."""
        self._problem.setText(sentence)
        self._problem.setVisible(bool(sentence))
        self._hint.setVisible(bool(self._hint.text()) and not sentence)
        self._spoken.setAccessibleDescription(sentence or self._hint.text())
