"""The rows of one questionnaire, answered from the first to the last without looking up."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from negojournal.domain.questionnaire import Item
from negojournal.ui.widgets.leaving import take_out
from negojournal.ui.widgets.rating_row import UNANSWERED, Rating, RatingRow
from negojournal.ui.widgets.theme import spaced


class RatingGroup(QWidget):
    """Stack the rows of a questionnaire and hand the focus from row to row.

    Answers to items that are not on show are kept, so that changing between the quick and the full
    questionnaire loses nothing.
    """

    answered = Signal(str, object)
    finished = Signal()

    def __init__(self, items: Sequence[Item] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._answers: dict[str, int | None] = {}
        self._rows: tuple[RatingRow, ...] = ()
        self._column = spaced(QVBoxLayout(self))
        self.show_items(items)

    def rows(self) -> tuple[RatingRow, ...]:
        """Return the rows from top to bottom."""
        return self._rows

    def show_items(self, items: Sequence[Item]) -> None:
        """Ask these items instead."""
        for row in self._rows:
            take_out(row, self._column)
        self._rows = tuple(RatingRow(item, self) for item in items)
        for at, row in enumerate(self._rows):
            row.rated.connect(partial(self._on_rated, row.item.key))
            row.moved_on.connect(partial(self._go_to, at + 1))
            row.went_back.connect(partial(self._go_to, at - 1))
            self._column.addWidget(row)
        self._show_ratings()

    def answers(self) -> Mapping[str, int | None]:
        """Return the rating of every item on show that is answered; None is "not applicable"."""
        return {row.item.key: self._answers[row.item.key] for row in self._rows if row.item.key in self._answers}

    def show_answers(self, answers: Mapping[str, int | None]) -> None:
        """Show these answers and forget all others."""
        self._answers = dict(answers)
        self._show_ratings()

    def focus_first(self) -> None:
        """Give the focus to the first row that is not answered, or else to the first."""
        open_rows = (at for at, row in enumerate(self._rows) if row.rating() is UNANSWERED)
        if self._rows:
            self._go_to(next(open_rows, 0))

    def _show_ratings(self) -> None:
        for row in self._rows:
            row.show_rating(self._answers.get(row.item.key, UNANSWERED))

    def _on_rated(self, key: str, rating: Rating) -> None:
        if rating is UNANSWERED:
            self._answers.pop(key, None)
        else:
            self._answers[key] = rating
        self.answered.emit(key, rating)

    def _go_to(self, at: int) -> None:
        """Move the focus to a row and bring it into view; past either end, to the control beyond it."""
        if 0 <= at < len(self._rows):
            self._rows[at].setFocus()
            self._bring_into_view(self._rows[at])
        else:
            self.focusNextPrevChild(at >= len(self._rows))
            if at >= len(self._rows):
                self.finished.emit()

    def _bring_into_view(self, row: RatingRow) -> None:
        parent = self.parentWidget()
        while parent is not None:
            if isinstance(parent, QScrollArea):
                parent.ensureWidgetVisible(row, 0, row.height())
                return
            parent = parent.parentWidget()
