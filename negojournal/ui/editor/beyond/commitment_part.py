"""What both sides promised, and what became of it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from negojournal.domain.agreement import Commitment
from negojournal.domain.moment import today
from negojournal.domain.preparation import Side
from negojournal.domain.promise import State, state_of
from negojournal.ui.editor.beyond.summary import state_labels
from negojournal.ui.editor.context import Context
from negojournal.ui.editor.row_cell import choice_cell, day_cell, line_cell, tick_cell
from negojournal.ui.editor.row_part import RowPart
from negojournal.ui.editor.row_spec import CellSpec, RowFoot, RowSpec
from negojournal.ui.editor.wording import side_labels
from negojournal.ui.widgets.text import Text, TextRole
from negojournal.ui.widgets.theme import spaced


class CommitmentPart(RowPart):
    """List the commitments of both sides, each with its state in a word."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        hint = self.tr("Owner, what, and by when; what is late or broken counts apart")
        super().__init__(
            context, "agreement.commitments", (self.tr("Who does what by when"), hint), commitment_rows(), parent
        )


class StateFoot(RowFoot):
    """Say what became of a commitment."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._said = Text("", TextRole.SMALL, self)
        spaced(QVBoxLayout(self)).addWidget(self._said)

    def show_value(self, value: Commitment) -> None:
        """Show its state."""
        self._said.setText(state_text(value))
        self.setVisible(bool(value.what))


def state_text(commitment: Commitment) -> str:
    """Return what became of a commitment, in words; of one that is late, by how much."""
    state, due = state_of(commitment, today()), commitment.due_on
    word = state_labels()[state]
    if state not in {State.LATE, State.KEPT_LATE} or due is None:
        return word
    days = ((commitment.done_on or today()) - due).days
    if days == 1:
        return QCoreApplication.translate("Editor", "{state} by a day").format(state=word)
    return QCoreApplication.translate("Editor", "{state} by {days} days").format(state=word, days=days)


def commitment_rows() -> RowSpec[Commitment]:
    """Return how commitments are listed."""
    translate = QCoreApplication.translate
    return RowSpec(
        Commitment(Side.ME, ""),
        (
            (
                CellSpec("what", translate("Editor", "What"), line_cell()),
                CellSpec(
                    "owner",
                    translate("Editor", "Owner"),
                    choice_cell(side_labels(), Side, required=True),
                    is_content=False,
                ),
            ),
            (
                CellSpec("due_on", translate("Editor", "Due on"), day_cell()),
                CellSpec("done_on", translate("Editor", "Done on"), day_cell()),
                CellSpec("broken", translate("Editor", "Or"), tick_cell(translate("Editor", "Broken"))),
            ),
        ),
        required="what",
        ask=translate("Editor", "What was promised? A few words, please."),
        add=translate("Editor", "Add a commitment"),
        foot=StateFoot,
    )
