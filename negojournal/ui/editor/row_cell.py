"""The kinds of cells that rows are made of; each function returns what builds one."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from enum import StrEnum
from typing import TypeVar

from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QKeyEvent, QValidator
from PySide6.QtWidgets import QCheckBox, QWidget

from negojournal.ui.editor.amount import number_characters, number_from, number_text
from negojournal.ui.editor.day_line import DayLine, day_slot
from negojournal.ui.editor.line import Line, is_rub_out
from negojournal.ui.editor.row_spec import Cell, CellBuilder
from negojournal.ui.editor.slot import Slot, choice_slot, text_slot, yes_no_slot
from negojournal.ui.editor.wording import yes_no_labels
from negojournal.ui.widgets.choice_row import ChoiceRow
from negojournal.ui.widgets.text_area import TextArea

AnyLine = TypeVar("AnyLine", bound=Line)

AMOUNT_CHARACTERS, PERCENT_CHARACTERS, SHORT_CHARACTERS = 13, 7, 14
WHOLE = 100


def line_cell(placeholder: str = "") -> CellBuilder:
    """Build a line of text that takes what room there is."""

    def build(parent: QWidget) -> Cell:
        line = Line(parent)
        line.setPlaceholderText(placeholder)
        return Cell(line, text_slot(line), line.textEdited)

    return build


def short_cell(placeholder: str = "") -> CellBuilder:
    """Build a line for a word or two, such as a unit."""

    def build(parent: QWidget) -> Cell:
        line = _narrow(Line(parent), SHORT_CHARACTERS)
        line.setPlaceholderText(placeholder)
        return Cell(line, text_slot(line), line.textEdited)

    return build


def text_cell(placeholder: str = "") -> CellBuilder:
    """Build an area that grows with its text; Enter goes on, Shift+Enter begins a new line."""

    def build(parent: QWidget) -> Cell:
        area = RowText(placeholder, parent=parent)
        return Cell(area, text_slot(area), area.edited)

    return build


def amount_cell(placeholder: str = "") -> CellBuilder:
    """Build a line for a number, which may be negative and have decimals."""

    def build(parent: QWidget) -> Cell:
        line = NumberLine(parent)
        line.setPlaceholderText(placeholder)
        return Cell(line, number_line_slot(line), line.textEdited)

    return build


def percent_cell(empty: float | None = None) -> CellBuilder:
    """Build a line for a share, which is written as a number of hundredths; `empty` is what an empty one says."""

    def build(parent: QWidget) -> Cell:
        line = PercentLine(parent)
        return Cell(line, percent_slot(line, empty=empty), line.textEdited, line.problem)

    return build


def choice_cell(labels: Mapping[str, str], kind: type[StrEnum], *, required: bool = False) -> CellBuilder:
    """Build a row of choices."""

    def build(parent: QWidget) -> Cell:
        row = ChoiceRow(labels, required=required, parent=parent)
        return Cell(row, choice_slot(row, kind), row.picked)

    return build


def yes_no_cell() -> CellBuilder:
    """Build a row of yes and no, or neither."""

    def build(parent: QWidget) -> Cell:
        row = ChoiceRow(yes_no_labels(), parent=parent)
        return Cell(row, yes_no_slot(row), row.picked)

    return build


def tick_cell(label: str) -> CellBuilder:
    """Build a box to tick."""

    def build(parent: QWidget) -> Cell:
        box = QCheckBox(label.replace("&", "&&"), parent)
        return Cell(box, Slot(box.setChecked, box.isChecked), box.clicked)

    return build


def day_cell() -> CellBuilder:
    """Build a line for a day, which may be empty."""

    def build(parent: QWidget) -> Cell:
        line = DayLine(parent)
        return Cell(line, day_slot(line), line.textEdited, line.problem)

    return build


class RowText(TextArea):
    """Leave Enter to the row, and Ctrl+Backspace where there is nothing to delete."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Begin a new line by Shift+Enter only."""
        is_enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers()
        if is_enter or (is_rub_out(event) and not self.text()):
            event.ignore()
        else:
            super().keyPressEvent(event)


class NumberLine(Line):
    """Type a number; what can't be part of one is left out, also when it is pasted."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setValidator(_NumberTyping(self))
        self.editingFinished.connect(self._on_finished)
        _narrow(self, AMOUNT_CHARACTERS)

    def number(self) -> Decimal | None:
        """Return the number that is typed."""
        return number_from(self.text(), QLocale().decimalPoint())

    def show_number(self, number: Decimal | None) -> None:
        """Show a number as it is typed here."""
        self.show_text(number_text(number, QLocale().decimalPoint()))

    def _on_finished(self) -> None:
        """Write the number as it was read, so that a separator means what the person sees."""
        self.show_number(self.number())


class PercentLine(NumberLine):
    """Type a number of hundredths."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        _narrow(self, PERCENT_CHARACTERS)

    def problem(self) -> str:
        """Return what is wrong with a share that is less than nothing or more than all."""
        number = self.number()
        return "" if number is None or 0 <= number <= WHOLE else self.tr("A chance goes from 0 to 100 per cent.")


def number_line_slot(line: NumberLine) -> Slot[Decimal | None]:
    """Join a line to a number."""
    return Slot(line.show_number, line.number)


def percent_slot(line: PercentLine, *, empty: float | None = None) -> Slot[float | None]:
    """Join a line for hundredths to a share from 0 to 1; `empty` is what an empty line stands for."""

    def show(share: float | None) -> None:
        line.show_number(None if share is None else Decimal(f"{share * WHOLE:.2f}").normalize())

    def read() -> float | None:
        number = line.number()
        return empty if number is None else float(number / WHOLE)

    return Slot(show, read)


class _NumberTyping(QValidator):
    def validate(self, text: str, position: int) -> tuple[QValidator.State, str, int]:
        """Take what is left of a text."""
        kept = number_characters(text)
        return QValidator.State.Acceptable, kept, min(position, len(kept))


def _narrow(line: AnyLine, characters: int) -> AnyLine:
    line.setFixedWidth(line.fontMetrics().averageCharWidth() * characters)
    return line
