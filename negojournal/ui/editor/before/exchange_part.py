"""Enlarging the pie: what could change hands, and what that brings both sides."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from negojournal.domain.draft import Draft
from negojournal.domain.pie import added_value, best_addition, effects_of, pie_of
from negojournal.domain.preparation import Exchange, Kind, Preparation, Side
from negojournal.ui.editor.before.exchange_foot import ExchangeFoot
from negojournal.ui.editor.before.pie_picture import PiePicture
from negojournal.ui.editor.context import Context
from negojournal.ui.editor.row_cell import amount_cell, choice_cell, line_cell, percent_cell, tick_cell
from negojournal.ui.editor.row_part import RowPart
from negojournal.ui.editor.row_spec import CellSpec, RowSpec
from negojournal.ui.editor.wording import side_labels
from negojournal.ui.widgets.locale_text import number_text
from negojournal.ui.widgets.text import Text, TextRole

PATH = "preparation.exchanges"


class ExchangePart(RowPart):
    """Ask for items, and draw the pie as one types."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        translate = QCoreApplication.translate
        label = translate("Editor", "What could change hands")
        hint = translate("Editor", "Things that cost one side little and help the other much make the pie larger")
        super().__init__(context, PATH, (label, hint), exchange_rows(), parent)
        self._pie = PiePicture(self)
        self._said = Text("", TextRole.SMALL, self)
        self.column.addWidget(self._pie)
        self.column.addWidget(self._said)

    def follow(self, draft: Draft) -> None:
        """Draw what the items bring, and point out the one that would add most."""
        super().follow(draft)
        items = (draft.record.preparation or Preparation()).exchanges
        pie = pie_of(items)
        self._pie.setVisible(bool(pie.items))
        self._pie.show_pie(pie, draft.record.currency)
        said = [self._best(items)]
        if pie.unknown:
            said.append(self.tr("{count} included without a cost or a value: not counted.").format(count=pie.unknown))
        self._said.setText(" ".join(each for each in said if each))
        self._said.setVisible(bool(self._said.text()))
        for foot, effect in zip(self.list.feet(), effects_of(items), strict=False):
            if isinstance(foot, ExchangeFoot):
                foot.show_effect(effect, items)

    def _best(self, items: tuple[Exchange, ...]) -> str:
        best = best_addition(items)
        added = None if best is None else added_value(items[best])
        if best is None or added is None:
            return ""
        text = self.tr("Not included yet, and would add most: “{item}”, {added}.")
        return text.format(item=items[best].item, added=number_text(added))


def exchange_rows() -> RowSpec[Exchange]:
    """Return the rows of items; a new one is mine to give."""
    translate = QCoreApplication.translate
    kinds: dict[str, str] = {Kind.HARD: translate("Editor", "Hard"), Kind.SOFT: translate("Editor", "Soft")}
    giver = choice_cell(side_labels(), Side, required=True)
    kind = choice_cell(kinds, Kind, required=True)
    return RowSpec(
        Exchange("", Side.ME),
        (
            (
                CellSpec("item", translate("Editor", "Item"), line_cell()),
                CellSpec("giver", translate("Editor", "Given by"), giver, is_content=False),
                CellSpec("kind", translate("Editor", "Kind"), kind, is_content=False),
            ),
            (
                CellSpec("cost_to_giver", translate("Editor", "Cost to the giver"), amount_cell()),
                CellSpec("value_to_receiver", translate("Editor", "Value to the other"), amount_cell()),
                CellSpec("probability", translate("Editor", "Chance %"), percent_cell(1.0)),
                CellSpec("included", translate("Editor", "In the plan"), tick_cell(translate("Editor", "Included"))),
            ),
        ),
        required="item",
        ask=translate("Editor", "A name for this item, please."),
        add=translate("Editor", "Add an item"),
        foot=ExchangeFoot,
    )
