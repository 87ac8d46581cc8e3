"""What stands in the form's place, and above it, when the record was changed elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from negojournal.domain.draft import Draft
from negojournal.ui.editor.port import Way
from negojournal.ui.shell.port import Messages
from negojournal.ui.widgets.button import LabelledAction
from negojournal.ui.widgets.message_bar import Message, MessageBar, MessageKind

if TYPE_CHECKING:
    from negojournal.service.keeping import Conflict

CHANGED = "changed"


class Contest(QStackedWidget):
    """Hold the page of the form, and in its place both versions; `opened` and `closed` tell when these come and go."""

    compared = Signal()
    put_off = Signal()
    chosen = Signal(Way)
    returned = Signal(Draft)
    opened = Signal()
    closed = Signal()

    def __init__(self, page: QWidget, bar: MessageBar, messages: Messages) -> None:
        super().__init__()
        self._bar, self._messages = bar, messages
        self.addWidget(page)

    def show_changed(self, conflict: Conflict) -> None:
        """Say that the record was changed elsewhere, and offer to look at both versions."""
        done = self.tr("deleted") if conflict.is_deleted else self.tr("changed")
        text = self.tr("This was {done} elsewhere while it was open here. Both versions are kept.").format(done=done)
        actions = (LabelledAction(self.tr("Compare"), self.compared.emit),)
        self._bar.show_message(Message(text, MessageKind.WARNING, actions, CHANGED))

    def show_conflict(self, conflict: Conflict | None) -> None:
        """Show both versions in the place of the form, None the form again."""
        self._bar.dismiss(CHANGED)
        if (before := self.widget(1)) is not None:
            self.removeWidget(before)
            before.hide()
            before.deleteLater()
        if conflict is not None:
            self._show_both(conflict)
        elif before is not None:
            self.closed.emit()

    def show_renewed(self) -> None:
        """Say that the form shows the record as it was changed elsewhere."""
        self._messages.info(self.tr("This was changed elsewhere; the form shows it as it is now."))

    def come_back(self, draft: Draft) -> None:
        """Show the form again, with a draft that was left."""
        self.returned.emit(draft)

    def _show_both(self, conflict: Conflict) -> None:
        from negojournal.ui.editor.conflict_view import ConflictView  # noqa: PLC0415 - seldom wanted

        view = ConflictView(conflict)
        view.chosen.connect(self.chosen)
        view.put_off.connect(self.put_off)
        self.setCurrentIndex(self.addWidget(view))
        self.opened.emit()
        view.setFocus()
