"""The questions to bring for when there is push-back."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from negojournal.domain.catalog import Choice, EntryKind
from negojournal.domain.draft import Draft
from negojournal.domain.negotiation import name_key
from negojournal.domain.preparation import Preparation
from negojournal.ui.editor.choice_box import ChoiceBox
from negojournal.ui.editor.context import Context
from negojournal.ui.editor.row_cell import text_cell
from negojournal.ui.editor.row_part import RowPart
from negojournal.ui.editor.row_spec import CellSpec, RowSpec
from negojournal.ui.widgets.field import Field

PATH = "preparation.questions"


class QuestionsPart(RowPart):
    """Ask for questions, and offer those of the user's own list."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        cell = CellSpec("", QCoreApplication.translate("Editor", "Question"), text_cell())
        spec = RowSpec("", ((cell,),), add=QCoreApplication.translate("Editor", "Add a question"))
        label = QCoreApplication.translate("Editor", "What I ask when they push back")
        super().__init__(context, PATH, (label, ""), spec, parent)
        self._own = ChoiceBox(self.tr("Choose one to add it"), self)
        self._own.activated.connect(self._on_chosen)
        self.column.addWidget(Field(self.tr("From my own list"), self._own))

    def follow(self, draft: Draft) -> None:
        """Offer what is not asked yet."""
        super().follow(draft)
        self._offer((draft.record.preparation or Preparation()).questions)

    def show_context(self, context: Context) -> None:
        """Offer the questions that there are now."""
        super().show_context(context)
        self._offer(self.list.rows())

    def _offer(self, asked: tuple[str, ...]) -> None:
        known = set(map(name_key, asked))
        entries = self.context.catalog.of(EntryKind.QUESTION)
        choices = [Choice(entry.key, entry.label) for entry in entries if name_key(entry.label) not in known]
        if [choice.label for choice in choices] != [self._own.itemText(at) for at in range(1, self._own.count())]:
            self._own.show_entries(choices)

    def _on_chosen(self) -> None:
        key = self._own.chosen()
        if key is not None:
            self.list.show_rows((*self.list.rows(), self._own.currentText()))
            self.edited.emit()
