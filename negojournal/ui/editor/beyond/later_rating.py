"""The quick ratings, given again."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from negojournal.domain.catalog import Catalog
from negojournal.domain.questionnaire import QUICK
from negojournal.domain.review import Assessment
from negojournal.ui.editor.assessment import assessment_from
from negojournal.ui.widgets.fold import Fold
from negojournal.ui.widgets.rating_group import RatingGroup
from negojournal.ui.widgets.rating_row import UNANSWERED, Rating
from negojournal.ui.widgets.tab_order import chain
from negojournal.ui.widgets.theme import spaced


class LaterRating(QWidget):
    """Ask how it stands now, by digits as in a review; the rows are built when they are first wanted.

    An assessment by another questionnaire goes on with that one; one that isn't here stays as it came.
    """

    answered = Signal()

    def __init__(self, catalog: Catalog, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._catalog = catalog
        self._shown: Assessment | None = None
        self._asked = catalog.questionnaire(QUICK)
        self._answers: dict[str, int | None] = {}
        self._group: RatingGroup | None = None
        self._fold = Fold(self.tr("How it stands now"), parent=self)
        self._fold.toggled.connect(self._on_toggled)
        spaced(QVBoxLayout(self)).addWidget(self._fold)

    def show_assessment(self, assessment: Assessment | None) -> None:
        """Show ratings."""
        asked = self._catalog.questionnaire(assessment.questionnaire if assessment else QUICK)
        self._shown, self._answers = assessment, dict(assessment.answers) if assessment else {}
        if self._group is not None and asked is not None and asked != self._asked:
            self._group.show_items(asked.items)
        self._asked = asked
        self.setVisible(asked is not None)
        self._show_answers()

    def assessment(self) -> Assessment | None:
        """Return the ratings as they are now."""
        return self._shown if self._asked is None else assessment_from(self._shown, self._asked, self._answers)

    def set_open(self, is_open: bool) -> None:  # noqa: FBT001 - as a fold has it
        """Unfold the ratings, or fold them."""
        if is_open and self._group is None and self._asked is not None:
            self._group = RatingGroup(self._asked.items, self)
            self._group.answered.connect(self._on_answered)
            self._fold.set_content(self._group)
            self._show_answers()
            chain(self)
        self._fold.set_open(is_open)

    def focus_first(self) -> bool:
        """Go to the first rating where they are unfolded, and tell whether they are."""
        if self._group is None or not self._fold.is_open():
            return False
        self._group.focus_first()
        return True

    def _show_answers(self) -> None:
        if self._group is not None:
            self._group.show_answers(self._answers)
        said = self.tr("{count} rated").format(count=len(self._answers))
        self._fold.show_summary(said if self._answers else "")

    def _on_toggled(self, is_open: bool) -> None:  # noqa: FBT001 - a signal's value
        self.set_open(is_open)
        if is_open and self._group is not None:
            self._group.focus_first()

    def _on_answered(self, key: str, rating: Rating) -> None:
        if rating is UNANSWERED:
            self._answers.pop(key, None)
        else:
            self._answers[key] = rating
        self._show_answers()
        self.answered.emit()
