"""The stakeholders of the plan, taken over where they are asked for again."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtWidgets import QHBoxLayout, QWidget

from negojournal.domain.negotiation import Negotiation, name_key
from negojournal.ui.editor.row_list import RowList
from negojournal.ui.widgets.button import quiet_button
from negojournal.ui.widgets.icon import Ink, icon
from negojournal.ui.widgets.theme import spaced

V = TypeVar("V")


class PlannedNames(QWidget, Generic[V]):
    """Offer to add a row for each stakeholder of the plan that isn't listed yet."""

    def __init__(
        self, rows: RowList[V], name_of: Callable[[V], str], row_of: Callable[[str], V], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._rows, self._name_of, self._row_of = rows, name_of, row_of
        self._missing: tuple[str, ...] = ()
        line = spaced(QHBoxLayout(self))
        offer = quiet_button(self.tr("Add the stakeholders of the plan"), self._on_asked)
        offer.setIcon(icon("plus", Ink.ACCENT))
        line.addWidget(offer)
        line.addStretch()
        self.hide()

    def show_record(self, record: Negotiation) -> None:
        """Find out who is in the plan and not in the list."""
        listed = {name_key(self._name_of(row)) for row in self._rows.rows()}
        planned = record.preparation.stakeholders if record.preparation else ()
        self._missing = tuple(name for name in planned if name_key(name) not in listed)
        self.setVisible(bool(self._missing))

    def _on_asked(self) -> None:
        self._rows.show_rows((*self._rows.rows(), *map(self._row_of, self._missing)))
        self._rows.setFocus()
        self._rows.edited.emit()
