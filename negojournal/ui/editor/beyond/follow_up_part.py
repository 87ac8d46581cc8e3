"""Later looks at the agreement."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from negojournal.domain.agreement import FollowUp
from negojournal.domain.moment import today
from negojournal.ui.editor.beyond.follow_up_cell import FollowUpControl, follow_up_cell
from negojournal.ui.editor.context import Context
from negojournal.ui.editor.row_part import RowPart
from negojournal.ui.editor.row_spec import CellSpec, RowSpec
from negojournal.ui.widgets.locale_text import day_text


class FollowUpPart(RowPart):
    """List the looks, those that were taken and those to come."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        hint = self.tr("The first answer fills in that you looked today")
        super().__init__(context, "follow_ups", (self.tr("Looking again"), hint), follow_up_rows(context), parent)

    def focus_first(self) -> None:
        """Go to the first look that it is time for."""
        waiting = (one for one in self.findChildren(FollowUpControl) if one.is_waiting())
        next(waiting, self.list).setFocus()


def follow_up_rows(context: Context) -> RowSpec[FollowUp]:
    """Return how follow-ups are listed: each row is one control of its own."""
    add = QCoreApplication.translate("Editor", "Add a follow-up")
    cell = CellSpec("", QCoreApplication.translate("Editor", "Follow-up"), follow_up_cell(context.catalog))
    return RowSpec(FollowUp(), ((cell,),), add=add, heading=look_heading)


def look_heading(look: FollowUp) -> str:
    """Return in words where a look stands."""
    translate = QCoreApplication.translate
    if look.done_on is not None:
        return translate("Editor", "Looked at on {day}").format(day=day_text(look.done_on))
    if look.due_on is None:
        return translate("Editor", "A later look")
    waits = look.due_on < today()
    text = translate("Editor", "Waiting since {day}") if waits else translate("Editor", "Due on {day}")
    return text.format(day=day_text(look.due_on))
