"""What each side says it wants, and why it wants it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from negojournal.domain.draft import Draft
from negojournal.domain.negotiation import name_key
from negojournal.domain.preparation import Preparation
from negojournal.ui.editor.context import Context
from negojournal.ui.editor.part import Part
from negojournal.ui.editor.row_cell import text_cell
from negojournal.ui.editor.row_list import RowList
from negojournal.ui.editor.row_spec import CellSpec, RowFoot, RowSpec
from negojournal.ui.editor.slot import text_slot
from negojournal.ui.widgets.field import Field
from negojournal.ui.widgets.text import Text, TextRole
from negojournal.ui.widgets.text_area import TextArea
from negojournal.ui.widgets.theme import spaced

if TYPE_CHECKING:
    from collections.abc import Sequence


class InterestPart(Part):
    """Ask for positions and interests of both sides, and mark the interests that both have."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        asked = (
            ("my", self.tr("What I say I want"), self.tr("Why I want it")),
            ("their", self.tr("What they say they want"), self.tr("Why they want it")),
        )
        for side, position, interests in asked:
            area = TextArea(lines=1, parent=self)
            path = f"preparation.{side}_position"
            self.column.addWidget(self.add_field(path, Field(position, area), text_slot(area), area.edited))
            self._add_list(f"preparation.{side}_interests", interests)

    def follow(self, draft: Draft) -> None:
        """Mark what both sides want, as one types."""
        super().follow(draft)
        plan = draft.record.preparation or Preparation()
        mine, theirs = plan.my_interests, plan.their_interests
        for path, others in (("preparation.my_interests", theirs), ("preparation.their_interests", mine)):
            self._mark(path, others)

    def _add_list(self, path: str, label: str) -> None:
        spec = RowSpec(
            "",
            ((CellSpec("", self.tr("Because"), text_cell()),),),
            add=self.tr("Add an interest"),
            foot=SharedMark,
        )
        rows = RowList(spec, self)
        self.column.addWidget(self.add_rows(path, Field(label, rows), rows))

    def _mark(self, path: str, others: Sequence[str]) -> None:
        shared = set(map(name_key, others))
        rows = self._lists[path]
        for foot, text in zip(rows.feet(), rows.rows(), strict=False):
            if isinstance(foot, SharedMark):
                foot.show_shared(is_shared=name_key(text) in shared)


class SharedMark(RowFoot):
    """Say that both sides have an interest."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        spaced(QVBoxLayout(self), gap=0).addWidget(Text(self.tr("Both of us want this"), TextRole.SMALL, self))
        self.hide()

    def show_value(self, value: str) -> None:
        """Say nothing of an interest by itself."""
        if not value:
            self.hide()

    def show_shared(self, *, is_shared: bool) -> None:
        """Say whether the other side has it too."""
        self.setVisible(is_shared)
