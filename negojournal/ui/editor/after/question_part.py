"""The questions of an after-action review."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QWidget

from negojournal.domain.negotiation import Negotiation
from negojournal.ui.editor.context import Context
from negojournal.ui.editor.part import Part
from negojournal.ui.editor.slot import text_slot
from negojournal.ui.editor.wording import answered_summary
from negojournal.ui.widgets.button import quiet_button
from negojournal.ui.widgets.field import Field
from negojournal.ui.widgets.text_area import TextArea

PATHS = ("review.intended", "review.happened", "review.why", "review.keep", "review.next_time")


class QuestionPart(Part):
    """Ask what was meant, what happened, why, and what follows from it."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        for path in PATHS:
            area = TextArea(lines=2, parent=self)
            field = Field(question_label(path), area)
            self.column.addWidget(self.add_field(path, field, text_slot(area), area.edited))
            if path == "review.next_time":
                self._next_time = area
        self._form = quiet_button(self.tr("Write it as “If …, then I will …”"), self._offer_form)
        self._form.setToolTip(self.tr("An intention in this form is carried out more often"))
        self.column.addWidget(self._form, 0, Qt.AlignmentFlag.AlignLeft)

    def _offer_form(self) -> None:
        """Put the form of words into the last answer, unless it is there and empty, with the cursor in its gap."""
        begin, end = self.tr("If "), self.tr(", then I will ")
        written = self._next_time.text()
        cursor = self._next_time.textCursor()
        if not written.endswith(begin + end):
            cursor.movePosition(QTextCursor.MoveOperation.End)
            cursor.insertText(("\n" if written else "") + begin + end)
        cursor.movePosition(QTextCursor.MoveOperation.End)
        cursor.movePosition(QTextCursor.MoveOperation.Left, n=len(end))
        self._next_time.setTextCursor(cursor)
        self._next_time.setFocus()


def question_label(path: str) -> str:
    """Return the question behind a field of the review."""
    return {
        "review.intended": QCoreApplication.translate("Editor", "What did I set out to do?"),
        "review.happened": QCoreApplication.translate("Editor", "What happened?"),
        "review.why": QCoreApplication.translate("Editor", "Why was it different?"),
        "review.keep": QCoreApplication.translate("Editor", "What do I keep?"),
        "review.next_time": QCoreApplication.translate("Editor", "What do I do differently next time?"),
    }[path]


def question_summary(record: Negotiation, _context: Context) -> str:
    """Return how many of the questions are answered."""
    return answered_summary(record, PATHS)
