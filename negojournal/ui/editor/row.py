"""One row of a list: its cells, what is said of it, and the keys that it knows."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Generic, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from negojournal.ui.editor.line import is_rub_out
from negojournal.ui.editor.row_spec import SEEN_WHOLE, CellSpec, RowFoot, RowSpec
from negojournal.ui.widgets.button import icon_button
from negojournal.ui.widgets.icon import Ink
from negojournal.ui.widgets.text import Text, TextRole
from negojournal.ui.widgets.theme import look, spaced

V = TypeVar("V")

MOVES: dict[int, int] = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class Row(QWidget, Generic[V]):
    """Show one value in its cells; `moved` carries −1 for up and 1 for down, `went_on` is Enter in the last cell."""

    edited = Signal()
    removed = Signal()
    moved = Signal(int)
    went_on = Signal()

    def __init__(self, spec: RowSpec[V], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty(SEEN_WHOLE, True)  # noqa: FBT003 - Qt's own
        self._spec = spec
        self._value = spec.blank
        self._read: tuple[V, bool] | None = None
        self._labels: list[QLabel] = []
        self._heading = Text("", TextRole.STRONG, self, limited=False)
        self._heading.setVisible(spec.heading is not None)
        self._cells = {each.name: each.build(self) for each in spec.cells()}
        self._foot = spec.foot(self) if spec.foot else None
        self._advice, self._problem = Text("", TextRole.SMALL, self), Text("", TextRole.PROBLEM, self)
        self._problem.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._remove = icon_button("close", self.tr("Remove"), self.removed.emit, Ink.MUTED)
        if self._foot is not None:
            self._foot.answered.connect(self._on_answered)
        self._build_layout()
        for cell in self._cells.values():
            cell.edited.connect(self._on_edited)
        self.show_value(spec.blank)

    def show_value(self, value: V) -> None:
        """Show a value."""
        self._value, self._read = value, None
        for name, cell in self._cells.items():
            cell.slot.show(self._spec.value_of(value, name))
        self._show_around(value)

    def value(self) -> V:
        """Return the value as it is now; what has no cell stays as it was shown.

        The cells are read once after each change: a long list is asked for its rows at every key.
        """
        if self._read is None:
            values = {name: cell.slot.value() for name, cell in self._cells.items()}
            value = self._spec.with_values(self._value, values)
            self._read = value, self._spec.is_blank(value)
        return self._read[0]

    def is_blank(self) -> bool:
        """Tell whether nothing is filled in."""
        return self._spec.is_blank(self.value()) if self._read is None else self._read[1]

    def show_place(self, number: int, *, is_labelled: bool) -> None:
        """Say which row it is, counted from 1, and name the cells above them or not."""
        for label in self._labels:
            label.setVisible(is_labelled)
        for spec in self._spec.cells():
            control = self._cells[spec.name].control
            control.setAccessibleName(f"{spec.title} {number}")
        self._remove.setAccessibleName(self.tr("Remove row {number}").format(number=number))

    def foot(self) -> RowFoot | None:
        """Return what stands below the cells."""
        return self._foot

    def show_advice(self, sentence: str) -> None:
        """Say quietly what might be looked at again."""
        self._show(self._advice, sentence)

    def show_problem(self, sentence: str) -> None:
        """Say what is wrong with the row."""
        self._show(self._problem, sentence)

    def problem(self) -> str:
        """Return the sentence on show, or nothing."""
        return self._problem.text()

    def unread(self) -> Mapping[str, str]:
        """Return by the names of their cells what can't be taken as it is typed."""
        return {name: said for name, cell in self._cells.items() if (said := cell.problem())}

    def focus_first(self) -> None:
        """Go to the first cell that can't be taken as it is typed, or else to the first."""
        name = next(iter((*self.unread(), *self._cells)))
        self._cells[name].control.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on by Enter, move by Alt and an arrow, be removed by Ctrl+Backspace."""
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() in ENTER and not modifiers:
            self._go_on()
        elif event.key() in MOVES and modifiers == Qt.KeyboardModifier.AltModifier:
            self.moved.emit(MOVES[event.key()])
        elif is_rub_out(event):
            self.removed.emit()
        else:
            super().keyPressEvent(event)

    def _go_on(self) -> None:
        """Go to the next cell; from the last one, or from an empty row's first cell to fill in, on from the row."""
        controls = [cell.control for cell in self._cells.values()]
        focus = QApplication.focusWidget() or self
        at = next((at for at, one in enumerate(controls) if focus is one or one.isAncestorOf(focus)), len(controls))
        leaves = self.is_blank() and all(spec.is_content for spec in self._spec.cells()[at : at + 1])
        if at + 1 < len(controls) and not leaves:
            controls[at + 1].setFocus(Qt.FocusReason.TabFocusReason)  # so that a number is typed over, as after Tab
        else:
            self.went_on.emit()

    def _build_layout(self) -> None:
        """Set the lines below each other; the button to remove stands beside the heading, or beside all lines.

        Tab comes to it after the cells: a space meant for the next of them must not remove the row.
        """
        column = spaced(QVBoxLayout(self), gap=look().theme.spacing.step)
        top, beside = spaced(QHBoxLayout()), spaced(QHBoxLayout())
        lines = spaced(QVBoxLayout(), gap=look().theme.spacing.step)
        for cells in self._spec.lines:
            lines.addLayout(self._line(cells))
        top.addWidget(self._heading, 1)
        beside.addLayout(lines, 1)
        if self._spec.heading is not None:
            top.addWidget(self._remove)
        else:
            beside.addLayout(self._boxed("", self._remove))
        column.addLayout(top)
        column.addLayout(beside)
        self._remove.setVisible(not self._spec.is_fixed())
        for below in (self._foot, self._advice, self._problem):
            if below is not None:
                column.addWidget(below)
        self._advice.hide()
        self._problem.hide()

    def _line(self, cells: tuple[CellSpec, ...]) -> QHBoxLayout:
        line = spaced(QHBoxLayout())
        for spec in cells:
            line.addLayout(self._boxed(spec.title, self._cells[spec.name].control), _stretch(self._cells, spec))
        if not any(_stretch(self._cells, spec) for spec in cells):
            line.addStretch()
        return line

    def _boxed(self, title: str, control: QWidget) -> QVBoxLayout:
        label = QLabel(title, self)
        label.setBuddy(control)
        label.setProperty("textRole", TextRole.SMALL.value)
        self._labels.append(label)
        box = spaced(QVBoxLayout(), gap=look().theme.spacing.step // 2)
        box.addWidget(label)
        box.addWidget(control)
        box.addStretch()
        return box

    def _on_answered(self, value: V) -> None:
        self.show_value(value)
        self.edited.emit()

    def _on_edited(self) -> None:
        self._read = None
        self._show_around(self.value())
        self.edited.emit()

    def _show_around(self, value: V) -> None:
        if self._spec.heading is not None:
            self._heading.setText(self._spec.heading(value))
        if self._foot is not None:
            self._foot.show_value(value)

    def _show(self, text: Text, sentence: str) -> None:
        text.setText(sentence)
        text.setVisible(bool(sentence))


def _stretch(cells: Mapping[str, object], spec: CellSpec) -> int:
    control = getattr(cells[spec.name], "control", None)
    expands = QSizePolicy.PolicyFlag.ExpandFlag
    grows = isinstance(control, QWidget) and control.sizePolicy().horizontalPolicy().value & expands.value
    return int(bool(grows) and control is not None and control.minimumWidth() != control.maximumWidth())
