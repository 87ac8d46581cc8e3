"""What joins a control to a value of the record."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import Generic, TypeVar

from negojournal.ui.editor.line import Line
from negojournal.ui.editor.wording import NO, YES
from negojournal.ui.widgets.chip_field import ChipField
from negojournal.ui.widgets.choice_row import ChoiceRow
from negojournal.ui.widgets.text_area import TextArea

T = TypeVar("T")
Choice = TypeVar("Choice", bound=StrEnum)


class Slot(Generic[T]):
    """Show a value in a control and read it back; what the user left alone comes back exactly as it was shown.

    Controls may show a value in other words than it was written (other spaces, other ends of lines): that is no
    change, so reading compares with what the control said right after it was shown the value.
    """

    def __init__(self, show: Callable[[T], None], read: Callable[[], T]) -> None:
        self._show = show
        self._read = read
        self._value = self._echo = read()

    def show(self, value: T) -> None:
        """Show a value."""
        self._show(value)
        self._value, self._echo = value, self._read()

    def value(self) -> T:
        """Return the value as it is now."""
        read = self._read()
        return self._value if read == self._echo else read


def text_slot(control: TextArea | Line) -> Slot[str | None]:
    """Join a control to a text; one without anything in it is absent."""
    return Slot(lambda text: control.show_text(text or ""), lambda: control.text() or None)


def choice_slot(row: ChoiceRow, kind: type[Choice]) -> Slot[Choice | None]:
    """Join a row of choices to a value of a closed set."""

    def read() -> Choice | None:
        chosen = row.chosen()
        return None if chosen is None else kind(chosen)

    return Slot(row.show_chosen, read)


def names_slot(field: ChipField) -> Slot[tuple[str, ...]]:
    """Join a chip field to a list of short texts."""
    return Slot(field.show_texts, field.texts)


def number_slot(row: ChoiceRow) -> Slot[int | None]:
    """Join a row of choices, whose keys are whole numbers, to one of them."""

    def show(number: int | None) -> None:
        row.show_chosen(None if number is None else str(number))

    return Slot(show, lambda: None if (chosen := row.chosen()) is None else int(chosen))


def yes_no_slot(row: ChoiceRow) -> Slot[bool | None]:
    """Join a row of the choices yes and no to true, false or not said."""

    def show(value: bool | None) -> None:  # noqa: FBT001 - it is the record's own value
        row.show_chosen(None if value is None else YES if value else NO)

    return Slot(show, lambda: None if (chosen := row.chosen()) is None else chosen == YES)
