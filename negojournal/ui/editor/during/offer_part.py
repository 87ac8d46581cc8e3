"""The ladder of offers."""

from __future__ import annotations

from collections import Counter

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from negojournal.domain.agreement import Offer
from negojournal.domain.draft import Draft
from negojournal.domain.ladder import Ladder, ladders_of
from negojournal.domain.preparation import Side
from negojournal.ui.editor.context import Context
from negojournal.ui.editor.during.ladder_picture import LadderPicture, valued
from negojournal.ui.editor.row_cell import amount_cell, choice_cell, line_cell, short_cell
from negojournal.ui.editor.row_part import RowPart
from negojournal.ui.editor.row_spec import CellSpec, RowSpec
from negojournal.ui.editor.wording import side_labels
from negojournal.ui.widgets.leaving import take_out
from negojournal.ui.widgets.text import Text, TextRole
from negojournal.ui.widgets.theme import look, spaced

LEAST = 2
"""How many values make a ladder worth drawing."""


class OfferPart(RowPart):
    """List who offered how much of what, and draw the ladder of each term as one types."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        hint = self.tr("In the order they came; a term without a name is the one at stake")
        super().__init__(context, "offers", (self.tr("Who offered what"), hint), offer_rows(), parent)
        self._ladders: list[_LadderBox] = []

    def follow(self, draft: Draft) -> None:
        """Draw the ladders as they are now."""
        super().follow(draft)
        drawn = [ladder for ladder in ladders_of(draft.record.offers) if len(valued(ladder)) >= LEAST]
        while len(self._ladders) > len(drawn):
            take_out(self._ladders.pop(), self.column)
        for at, ladder in enumerate(drawn):
            if at == len(self._ladders):
                self._ladders.append(_LadderBox(self))
                self.column.addWidget(self._ladders[at])
                self._ladders[at].show()
            self._ladders[at].show_ladder(ladder)


class _LadderBox(QWidget):
    """Put the name of a term above its ladder, and below it what was given without return."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = Text("", TextRole.STRONG, self)
        self._picture = LadderPicture(self)
        self._gifts = Text("", TextRole.SMALL, self)
        column = spaced(QVBoxLayout(self), gap=look().theme.spacing.step)
        for each in (self._name, self._picture, self._gifts):
            column.addWidget(each)

    def show_ladder(self, ladder: Ladder) -> None:
        """Show a ladder."""
        self._name.setText(ladder.term or "")
        self._name.setVisible(bool(ladder.term))
        self._picture.show_ladder(ladder)
        self._gifts.setText(gifts_text(ladder))


def gifts_text(ladder: Ladder) -> str:
    """Return how many steps of each side nothing came back for."""
    gifts = Counter(step.by for step in ladder.steps if step.gift)
    if not gifts:
        return QCoreApplication.translate("Editor", "No step was given without return. Filled: me, hollow: them.")
    text = QCoreApplication.translate("Editor", "Given without return: {gifts}. Filled: me, hollow: them.")
    by_side = (f"{word} {gifts[Side(side)]}×" for side, word in side_labels().items() if gifts[Side(side)])
    return text.format(gifts=", ".join(by_side))


def offer_rows() -> RowSpec[Offer]:
    """Return how offers are listed."""
    translate = QCoreApplication.translate
    return RowSpec(
        Offer(Side.ME),
        (
            (
                CellSpec(
                    "by",
                    translate("Editor", "By"),
                    choice_cell(side_labels(), Side, required=True),
                    is_content=False,
                ),
                CellSpec("value", translate("Editor", "How much"), amount_cell()),
                CellSpec("term", translate("Editor", "Of which term"), short_cell()),
                CellSpec("note", translate("Editor", "Note"), line_cell()),
            ),
        ),
        add=translate("Editor", "Add an offer"),
    )
