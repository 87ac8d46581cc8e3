"""A part that is one list."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QWidget

from negojournal.ui.editor.context import Context
from negojournal.ui.editor.part import Part
from negojournal.ui.editor.row_list import RowList
from negojournal.ui.editor.row_spec import RowSpec
from negojournal.ui.widgets.field import Field


class RowPart(Part):
    """Edit the list at a path."""

    def __init__(
        self, context: Context, path: str, field: tuple[str, str], spec: RowSpec[Any], parent: QWidget | None = None
    ) -> None:
        super().__init__(context, parent)
        self.list = RowList(spec, self)
        label, hint = field
        self.column.addWidget(self.add_rows(path, Field(label, self.list, hint, hint_first=True), self.list))
