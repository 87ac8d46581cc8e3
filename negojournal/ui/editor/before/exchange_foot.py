"""What is said of one item that could change hands, and a comparison with one that has a price."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from PySide6.QtWidgets import QHBoxLayout, QWidget

from negojournal.domain.catalog import Choice
from negojournal.domain.pie import Effect, added_value
from negojournal.domain.preparation import Exchange, Kind, Side
from negojournal.ui.editor.choice_box import ChoiceBox
from negojournal.ui.editor.row_spec import RowFoot
from negojournal.ui.widgets.locale_text import number_text
from negojournal.ui.widgets.text import Text, TextRole
from negojournal.ui.widgets.theme import spaced


class ExchangeFoot(RowFoot):
    """Say what an item adds, and let a soft one without a price be compared with a priced one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._exchange = Exchange("", Side.ME)
        self._priced: dict[str, Exchange] = {}
        self._said = Text("", TextRole.SMALL, self, limited=False)
        self._compare = ChoiceBox(self.tr("Compare it with something that has a price"), self)
        self._compare.activated.connect(self._on_compared)
        row = spaced(QHBoxLayout(self))
        row.addWidget(self._said, 1)
        row.addWidget(self._compare)
        self._compare.hide()

    def show_value(self, value: Exchange) -> None:
        """Show an item by itself."""
        self._exchange = value
        self._compare.setAccessibleName(self.tr("Compare “{item}” with").format(item=value.item))
        self._fit()

    def show_effect(self, effect: Effect, others: Sequence[Exchange]) -> None:
        """Say how large the pie is with and without the item, and offer to compare it with others."""
        added = added_value(self._exchange)
        text = self.tr("Adds {added}: the pie is {with_it} with it, {without} without it")
        said = text.format(
            added=number_text(added or Decimal(0)),
            with_it=number_text(effect.with_it.total),
            without=number_text(effect.without.total),
        )
        self._said.setText(said if added is not None else "")
        priced = {str(at): one for at, one in enumerate(others) if _worth(one) is not None and one != self._exchange}
        if priced != self._priced:
            self._priced = priced
            words = self.tr("Worth as much to me as “{item}”: {worth}")
            texts = {
                key: words.format(item=one.item, worth=number_text(_worth(one) or Decimal(0)))
                for key, one in priced.items()
            }
            self._compare.show_entries([Choice(key, text) for key, text in texts.items()])
        self._fit()

    def _fit(self) -> None:
        is_open = self._exchange.kind is Kind.SOFT and bool(self._exchange.item) and _worth(self._exchange) is None
        self._compare.setVisible(is_open and bool(self._priced))
        self._said.setVisible(added_value(self._exchange) is not None)

    def _on_compared(self) -> None:
        """Take what the priced item is worth to me for this one: what it costs me to give, or what I get by it."""
        chosen = self._priced.get(self._compare.chosen() or "")
        if chosen is not None:
            name = "cost_to_giver" if self._exchange.giver is Side.ME else "value_to_receiver"
            changed: Exchange = replace(self._exchange, **{name: _worth(chosen)})  # type: ignore[arg-type]
            self.answered.emit(changed)


def _worth(exchange: Exchange) -> Decimal | None:
    """Return what an item is worth to me: what I give up by it, or what I get."""
    return exchange.cost_to_giver if exchange.giver is Side.ME else exchange.value_to_receiver
