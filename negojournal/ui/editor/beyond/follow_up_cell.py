"""One later look: when, whether the agreement holds, how it feels now."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from negojournal.domain.agreement import FollowUp
from negojournal.domain.catalog import Catalog
from negojournal.domain.moment import today
from negojournal.ui.editor.beyond.later_rating import LaterRating
from negojournal.ui.editor.day_line import DayLine, day_slot
from negojournal.ui.editor.row_cell import RowText
from negojournal.ui.editor.row_spec import Cell, CellBuilder
from negojournal.ui.editor.slot import Slot, text_slot, yes_no_slot
from negojournal.ui.editor.wording import yes_no_labels
from negojournal.ui.widgets.choice_row import ChoiceRow
from negojournal.ui.widgets.field import Field
from negojournal.ui.widgets.theme import look, spaced

ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class FollowUpControl(QWidget):
    """Ask about one look; the first answer fills in that it was taken today."""

    edited = Signal()

    def __init__(self, catalog: Catalog, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._was_answered = False
        self.due, self.done = DayLine(self), DayLine(self)
        self.holds = ChoiceRow(yes_no_labels(), parent=self)
        self.ratings = LaterRating(catalog, self)
        self.note = RowText(self.tr("What became of it, and of the relationship"), parent=self)
        self._slots: dict[str, Slot[Any]] = {
            "due_on": day_slot(self.due),
            "done_on": day_slot(self.done),
            "holds": yes_no_slot(self.holds),
            "assessment": Slot(self.ratings.show_assessment, self.ratings.assessment),
            "note": text_slot(self.note),
        }
        self._build_layout()
        for edited in (self.due.textEdited, self.done.textEdited):
            edited.connect(self.edited)
        for answered in (self.holds.picked, self.ratings.answered, self.note.edited):
            answered.connect(self._on_answered)
        self.holds.moved_on.connect(lambda: self.ratings.focus_first() or self.focusNextChild())

    def show_look(self, look_: FollowUp) -> None:
        """Show a look; the ratings are unfolded where it is time for them."""
        self._was_answered = is_answered(look_)
        for name, slot in self._slots.items():
            slot.show(getattr(look_, name))
        waits = self.is_waiting()
        self.ratings.set_open(waits)
        self.setFocusProxy(self.holds if waits else self.due)

    def look_now(self) -> FollowUp:
        """Return the look as it is now."""
        return FollowUp(**{name: slot.value() for name, slot in self._slots.items()})

    def is_waiting(self) -> bool:
        """Tell whether it is time for the look, and it isn't taken yet."""
        now = self.look_now()
        return now.due_on is not None and now.due_on <= today() and now.done_on is None

    def problem(self) -> str:
        """Return what is wrong with its days."""
        return self.due.problem() or self.done.problem()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on by Enter, but from the note on to the next row."""
        if event.key() in ENTER and not event.modifiers() and not self.note.hasFocus():
            self.focusNextChild()
        else:
            super().keyPressEvent(event)

    def _build_layout(self) -> None:
        spacing = look().theme.spacing
        column = spaced(QVBoxLayout(self), gap=spacing.inside)
        column.setContentsMargins(0, 0, 0, spacing.between)
        line = spaced(QHBoxLayout(), gap=spacing.between)
        for label, control in (
            (self.tr("Due on"), self.due),
            (self.tr("Does it hold?"), self.holds),
            (self.tr("Looked at on"), self.done),
        ):
            line.addWidget(Field(label, control))
        line.addStretch()
        column.addLayout(line)
        column.addWidget(self.ratings)
        column.addWidget(Field(self.tr("Note"), self.note))

    def _on_answered(self) -> None:
        """Fill in today with the first answer; a day that is taken out later stays out."""
        now = self.look_now()
        if is_answered(now) and not self._was_answered and now.done_on is None:
            self.done.put_day(today())
        self._was_answered = is_answered(now)
        self.edited.emit()


def is_answered(look_: FollowUp) -> bool:
    """Tell whether anything is said about how it stands."""
    return look_.holds is not None or look_.assessment is not None or bool(look_.note)


def follow_up_cell(catalog: Catalog) -> CellBuilder:
    """Build the control for a whole look."""

    def build(parent: QWidget) -> Cell:
        control = FollowUpControl(catalog, parent)
        return Cell(control, Slot(control.show_look, control.look_now), control.edited, control.problem)

    return build
