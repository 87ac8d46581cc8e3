"""How a table writes dates, decimals and ratings, and what becomes of the columns that are no field."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from negojournal.exchange.column import COUNTED, DATED, RATED, ColumnMapping
from negojournal.exchange.custom import COMMA, POINT, SCALES, Scale
from negojournal.exchange.dating import DateOrder
from negojournal.exchange.field import NOTE, OUT
from negojournal.exchange.sheet import Sheet
from negojournal.ui.table.presenter import Wish
from negojournal.ui.widgets.field import Field
from negojournal.ui.widgets.theme import look, spaced

WIDEST = 260
"""How wide a choice is at most."""

Entries = Sequence[tuple[str, object]]


class CustomBar(QWidget):
    """Show how a table is read; `custom_chosen` carries a wish, `rest_chosen` what becomes of the other columns."""

    custom_chosen = Signal(object)
    rest_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wish = Wish()
        self._order = self._box(self._orders(), lambda chosen: replace(self._wish, order=DateOrder(chosen)))
        self._decimal = self._box(self._signs(), lambda chosen: replace(self._wish, decimal=chosen))
        self._scale = self._box((), lambda chosen: replace(self._wish, scale=chosen))
        self._rest = QCheckBox(self.tr("Keep the columns that are no field in the note"))
        self._rest.clicked.connect(lambda chosen: self.rest_chosen.emit(NOTE if chosen else OUT))
        self._fields = {
            DATED: Field(self.tr("Dates"), self._order),
            COUNTED: Field(self.tr("Decimals"), self._decimal),
            RATED: Field(self.tr("Ratings"), self._scale),
        }
        row = spaced(QHBoxLayout(), gap=look().theme.spacing.between)
        for field in self._fields.values():
            field.setMaximumWidth(WIDEST)
            row.addWidget(field, 1 << 8)
        row.addStretch(1)
        column = spaced(QVBoxLayout(self))
        column.addLayout(row)
        column.addWidget(self._rest)

    def show_mapping(self, sheet: Sheet, mapping: ColumnMapping, *, is_new: bool) -> None:
        """Show how a table is read; of a new one nothing is chosen yet."""
        if is_new:
            self._wish = Wish()
        custom = mapping.custom
        _choose(self._order, custom.order)
        _choose(self._decimal, custom.decimal)
        self._show_scale(custom.scale)
        used = {
            DATED: "held_at" in mapping.targets,
            COUNTED: mapping.has_numbers(),
            RATED: bool(mapping.rated_columns(sheet)),
        }
        chosen = {DATED: self._wish.order, COUNTED: self._wish.decimal, RATED: self._wish.scale}
        for name, field in self._fields.items():
            field.setVisible(used[name])
            field.show_advice(self._reason(is_chosen=chosen[name] is not None, is_settled=name in mapping.settled))
        self.setVisible(not custom.is_ours)
        self._rest.setChecked(NOTE in mapping.targets)
        self._rest.setEnabled(bool({NOTE, OUT} & set(mapping.targets)))

    def _reason(self, *, is_chosen: bool, is_settled: bool) -> str:
        if is_chosen:
            return self.tr("As you chose.")
        return self.tr("As the table shows.") if is_settled else self.tr("The table leaves it open.")

    def _show_scale(self, scale: Scale) -> None:
        """Offer the usual scales, and the one that is read where it is none of them."""
        self._scale.clear()
        for one in SCALES if scale in SCALES else (*SCALES, scale):
            ends = self.tr("{lowest} to {highest}").format(lowest=one.lowest, highest=one.highest)
            self._scale.addItem(
                ends if one == SCALES[0] else self.tr("{ends}, brought to 1 to 7").format(ends=ends), one
            )
        _choose(self._scale, scale)

    def _box(self, entries: Entries, wish: Callable[[Any], Wish]) -> QComboBox:
        box = QComboBox()
        for label, value in entries:
            box.addItem(label, value)

        def on_activated(row: int) -> None:
            self._wish = wish(box.itemData(row))
            self.custom_chosen.emit(self._wish)

        box.activated.connect(on_activated)
        return box

    def _orders(self) -> Entries:
        return (
            (self.tr("Day, month, year"), DateOrder.DMY),
            (self.tr("Month, day, year"), DateOrder.MDY),
            (self.tr("Year, month, day"), DateOrder.YMD),
        )

    def _signs(self) -> Entries:
        return ((self.tr("4.5, with a point"), POINT), (self.tr("4,5, with a comma"), COMMA))


def _choose(box: QComboBox, value: object) -> None:
    box.setCurrentIndex(next((row for row in range(box.count()) if box.itemData(row) == value), 0))
